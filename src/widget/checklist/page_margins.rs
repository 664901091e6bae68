//! The margins of every printed page: a page that gets separated can still be identified.

use super::head::{asked_day, pack_version};
use crate::widget::evaluation::Evaluation;
use crate::widget::start::policy_number;
use crate::widget::text::fill;

/// A `@page` rule with the texts of the margins. Browsers without margin boxes ignore them (`docs/reference/checklist.md`).
pub(super) fn page_margins(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let number = policy_number(evaluation).map(|number| number.to_string()).unwrap_or_default();
    let about = [number, asked_day(evaluation), pack_version(evaluation)];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let mark = if evaluation.is_lapsed() { catalogue.historical().as_str() } else { "" };
    // Between quotes, so that a number can be in the middle of a sentence.
    let pages = css_string(&fill(catalogue.page_of(), &[("page", "\u{1}"), ("pages", "\u{2}")]));
    let pages =
        pages.replace('\u{1}', "\" counter(page) \"").replace('\u{2}', "\" counter(pages) \"");
    format!(
        "@page{{@top-left{{content:{}}}@top-right{{content:{}}}@bottom-left{{content:{}}}@bottom-right{{content:{pages};white-space:nowrap}}}}",
        css_string(mark),
        css_string(catalogue.indication()),
        css_string(&about.join(" · ")),
    )
}

/// A text as a string of CSS that is safe within `<style>`.
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
