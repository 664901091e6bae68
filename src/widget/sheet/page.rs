//! The sheet as a file of its own: what a person saves, and what the native command writes.

use super::both::both;
use super::rules::rules;
use super::sheet;
use crate::widget::element::el;
use crate::widget::paper::Paper;
use crate::widget::view::View;

/// A whole page that needs nothing else: no script, no request, and a policy that says so.
pub(in crate::widget) fn page(
    view: &View,
    also: Option<&View>,
    paper: &Paper,
    printed_at: &str,
    style: &str,
) -> String {
    let sheet = both(view, also, |view| sheet(view, paper, printed_at));
    let title = el("title", "").string(title(view));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{title}\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{style}\n{rules}</style>\n</head>\n\
         <body class=\"ec-paper\">\n{sheet}\n</body>\n</html>\n",
        lang = view.locale.tag(),
        title = title.to_text(),
        style = style.replace("</", "<\\/"),
        rules = rules(view),
        sheet = sheet.to_text(),
    )
}

/// What the file is called where people see it, such as in the title of a window.
fn title(view: &View) -> String {
    format!("{} {}", view.catalogue.sheet_title(), view.text(&view.book.title))
}
