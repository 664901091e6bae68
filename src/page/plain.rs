//! Grants and grades as plain text, for tables of other programs.

use crate::rulebook::{Benefit, Grade, Grant, Locale, RulePack};

use super::Page;
use super::amount::{benefit_text, period_text, tier_lines};
use super::text::PageText;

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
