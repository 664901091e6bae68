//! The texts in the margins of every printed page, so that a loose page can be identified.

use super::header::{as_of_text, pack_version};
use crate::widget::evaluation::Evaluation;
use crate::widget::start::policy_number;
use crate::widget::text::fill;

/// A `@page` rule with the texts in margin boxes. Browsers without margin boxes ignore it
/// (`docs/reference/checklist.md`).
pub(in crate::widget) fn page_margins(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let number = policy_number(evaluation).map(|number| number.to_string()).unwrap_or_default();
    let about = [number, as_of_text(evaluation), pack_version(evaluation)];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let mark = if evaluation.is_over() { catalogue.historical_note().as_str() } else { "" };
    // Control characters as placeholders: the counters are inserted after the text is quoted.
    let pages =
        css_string(&fill(catalogue.page_number(), &[("page", "\u{1}"), ("pages", "\u{2}")]));
    let pages =
        pages.replace('\u{1}', "\" counter(page) \"").replace('\u{2}', "\" counter(pages) \"");
    format!(
        "@page{{@top-left{{content:{}}}@top-right{{content:{}}}@bottom-left{{content:{}}}@bottom-right{{content:{pages};white-space:nowrap}}}}",
        css_string(mark),
        css_string(catalogue.disclaimer()),
        css_string(&about.join(" · ")),
    )
}

/// A CSS string that is safe within `<style>`.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => string.extend(['\\', char]),
            // Prevents `</style>` and `<!--`.
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
    fn a_text_cannot_end_its_string_or_the_style_element() {
        assert_eq!(css_string("a\"}b\\ </style>\n"), "\"a\\\"}b\\\\ \\3c /style> \"");
    }
}
