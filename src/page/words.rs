//! A condition in words as plain text, for people who edit or review it.

use crate::rulebook::{Locale, RulePack, When};

use super::Page;
use super::condition::{Piece, Words, condition, plain_text};

/// A condition in words: a sentence, or a heading with the sentences of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionWords {
    /// The sentence or the heading
    pub text: String,
    /// The parts; empty for a sentence
    pub parts: Vec<ConditionWords>,
}

impl ConditionWords {
    /// The words in lines: one for each sentence or heading, with its parts indented below it.
    pub fn lines(&self) -> String {
        let mut lines = Vec::new();
        self.add_lines(0, &mut lines);
        lines.join("\n")
    }

    fn add_lines(&self, depth: usize, lines: &mut Vec<String>) {
        lines.push(format!("{}{}", "  ".repeat(depth), self.text));
        self.parts.iter().for_each(|part| part.add_lines(depth + 1, lines));
    }
}

/// A condition of a pack in words. A named condition is replaced by its own words.
pub fn condition_words(pack: &RulePack, when: &When, locale: Locale) -> ConditionWords {
    let page = Page::new(pack, locale);
    words(&page, condition(&page, when))
}

fn words(page: &Page<'_>, condition_in_words: Words) -> ConditionWords {
    match condition_in_words {
        Words::Line(pieces) => match pieces.as_slice() {
            // The number of a term means nothing outside the rules page.
            [Piece::Term(term, _)] => words(page, condition(page, &page.pack.terms[*term].when)),
            pieces => ConditionWords { text: plain_text(pieces), parts: Vec::new() },
        },
        Words::Group(text, parts) => {
            let parts = parts.into_iter().map(|part| words(page, part)).collect();
            ConditionWords { text, parts }
        }
    }
}
