//! The HTML document around a page: head, Content-Security-Policy and style.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use yew::prelude::*;

use crate::rulebook::Locale;
use crate::widget::render_text;

/// The source expression that allows an inline script or style in a Content-Security-Policy.
pub fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The style of a page.
pub(super) enum Style<'a> {
    /// A stylesheet in the page: one file works anywhere, except under a server's own policy
    Inline(&'static str),
    /// The relative URL of a stylesheet
    Linked(&'a str),
}

/// A complete page. It has no scripts and requests at most its stylesheet; its
/// Content-Security-Policy forbids anything else. `meta` is added to the head.
pub(super) async fn html_document(
    locale: Locale,
    title: &str,
    style: Style<'_>,
    meta: Html,
    content: Html,
) -> String {
    let (source, style) = match style {
        Style::Inline(style) => {
            let style = style.trim_end();
            (source_hash(style), html! { <style>{ style }</style> })
        }
        Style::Linked(href) => {
            let href = href.to_owned();
            ("'self'".to_owned(), html! { <link rel="stylesheet" {href} /> })
        }
    };
    let policy = format!(
        "default-src 'none'; style-src {source}; img-src data:; base-uri 'none'; form-action 'none'"
    );
    let html = html! {
        <html lang={locale.interface().tag()}>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={policy} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="renderer" content="webkit" />
                <meta name="color-scheme" content="light dark" />
                <title>{ title }</title>
                { meta }
                <link rel="icon" href="data:," />
                { style }
            </head>
            <body>{ content }</body>
        </html>
    };
    format!("<!DOCTYPE html>\n{}\n", break_lines(&render_text(html).await))
}

/// Starts a line at each block, so that a diff of two versions is readable.
fn break_lines(html: &str) -> String {
    const IN_HEAD: [&str; 4] = ["<meta", "<title", "<link", "<style"];
    const BLOCKS: [&str; 17] = [
        "<head", "</head", "<body", "</html", "<header", "<nav", "<main", "<section", "<article",
        "<details", "<footer", "<h2", "<h3", "<h4", "<tr", "<li", "<tbody",
    ];
    let mut text = html.to_owned();
    for (tags, indent) in [(&IN_HEAD[..], "\n  "), (&BLOCKS[..], "\n")] {
        for tag in tags {
            for next in [' ', '>'] {
                text = text.replace(&format!("{tag}{next}"), &format!("{indent}{tag}{next}"));
            }
        }
    }
    text
}
