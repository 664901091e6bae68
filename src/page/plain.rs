//! Conditions, grants and grades as plain text, for tables of other programs.

use crate::rulebook::{Benefit, Grade, Grant, Locale, RulePack, When};

use super::Page;
use super::amount::{benefit_text, period_text, tier_lines};
use super::condition::{Words, condition, plain_text};
use super::text::PageText;

/// A condition in words: a line for each part, indented below its operator.
pub fn condition_text(pack: &RulePack, locale: Locale, when: &When) -> String {
    let mut lines = Vec::new();
    add_lines(&condition(&Page::new(pack, locale), when), 0, &mut lines);
    lines.join("\n")
}

/// A grant in words: its figure or tiers, its period and its note, each on a line.
pub fn grant_text(pack: &RulePack, locale: Locale, grant: &Grant) -> String {
    let page = Page::new(pack, locale);
    let mut lines = vec![benefit_text(&page, &grant.benefit)];
    if let Benefit::Tiers(tiers) = &grant.benefit {
        lines.extend(tier_lines(&page, tiers));
    }
    lines.extend(period_text(&page, grant));
    lines.extend(grant.note.as_ref().map(|note| page.translate(note).to_string()));
    lines.join("\n")
}

/// The grade of a criterion in words.
pub fn grade_text(locale: Locale, grade: Grade) -> &'static str {
    PageText::of(locale).grade(grade)
}

/// The words in place of the condition of a criterion that the office decides.
pub fn office_decides(locale: Locale) -> &'static str {
    PageText::of(locale).office_decides
}

fn add_lines(words: &Words, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    match words {
        Words::Line(pieces) => lines.push(format!("{indent}{}", plain_text(pieces))),
        Words::Group(heading, parts) => {
            lines.push(format!("{indent}{heading}"));
            parts.iter().for_each(|part| add_lines(part, depth + 1, lines));
        }
    }
}
