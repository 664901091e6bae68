//! What stands in the margin of every page: a sheet that comes apart is still known by each of its leaves.

use crate::widget::banner::number;
use crate::widget::catalogue::fill;
use crate::widget::view::View;

/// A `@page` rule with the texts of the margins. Browsers that know no margin boxes leave them out (`docs/paper.md`).
pub(super) fn rules(view: &View) -> String {
    let catalogue = &view.catalogue;
    let hash = view.book.short_hash();
    let version = [("id", &*view.book.id), ("version", &*view.book.version), ("hash", &*hash)];
    let asked = [("day", &*catalogue.day(view.as_of.asked))];
    let version = fill(catalogue.pack_version(), &version);
    let about: Vec<String> = [
        number(view).map(|number| number.to_string()).unwrap_or_default(),
        fill(catalogue.asked_day(), &asked),
        version,
    ]
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect();
    let mark = if view.is_history() { catalogue.historical().as_str() } else { "" };
    // Between quotes, so that a number can stand in the middle of a sentence.
    let pages = css_string(&fill(catalogue.page_of(), &[("page", "\u{1}"), ("pages", "\u{2}")]));
    let pages = pages.replace('\u{1}', "\" counter(page) \"").replace('\u{2}', "\" counter(pages) \"");
    format!(
        "@page{{@top-left{{content:{}}}@top-right{{content:{}}}@bottom-left{{content:{}}}@bottom-right{{content:{pages};white-space:nowrap}}}}",
        css_string(mark),
        css_string(catalogue.indication()),
        css_string(&about.join(" · ")),
    )
}

/// A text as a string of CSS, which is harmless within `<style>`, too.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => string.extend(['\\', char]),
            // Ends no element, and begins no comment.
            '<' => string.push_str("\\3c "),
            '\n' | '\r' | '\u{c}' => string.push(' '),
            other => string.push(other),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_gets_out_of_its_string_or_of_its_element() {
        assert_eq!(css_string("a\"}b\\ </style>\n"), "\"a\\\"}b\\\\ \\3c /style> \"");
    }
}
