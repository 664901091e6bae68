//! What no scenario tests, so that the page can say it in any of its languages.

use serde::{Deserialize, Serialize};

use crate::coverage::{ConditionOwner, Coverage, Gap, GapPart, Lack, PolicyDays};
use crate::page::{ConditionWords, condition_words};
use crate::rulebook::{Locale, MeasureId, Reference, RulePack, When};
use crate::widget::Catalogue;

use super::Localized;

/// A part of the pack that no scenario tests. It does not depend on the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapText {
    /// JSON Pointer to the condition, measure, limit or period
    pub pointer: String,
    /// The gap as `eligibility test` prints it
    pub sentence: String,
    /// The untested part; `None` if it has no words
    pub part: Option<UntestedPart>,
}

/// An untested part in words of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UntestedPart {
    /// A condition, and the truth that no scenario shows
    Condition(PartOf, Localized, Lack),
    /// A measure, and the name of the outcome that no scenario expects
    Outcome(Titled, String),
    /// A limit that no scenario exercises
    Limit(Localized),
    /// The days before, within or after the policy: no scenario has one
    Days(PolicyDays),
}

/// What a condition is part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOf {
    /// A measure, and the label of its criterion
    Criterion(Titled, Localized),
    /// The applicability of a measure
    Applicability(Titled),
    /// A named condition
    Term(String),
    /// A class
    Class(Titled),
}

/// A definition with a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titled {
    /// The id
    pub id: String,
    /// The title
    pub title: Localized,
}

impl GapText {
    /// A gap of a coverage.
    pub(super) fn new(pack: &RulePack, coverage: &Coverage<'_>, gap: &Gap) -> GapText {
        GapText {
            pointer: gap.pointer.clone(),
            sentence: gap.sentence.clone(),
            part: coverage.part_of(gap).and_then(|part| untested_part(pack, part)),
        }
    }

    /// Whether this is the gap of a coverage, which may be that of other scenarios.
    pub fn is_about(&self, gap: &Gap) -> bool {
        self.pointer == gap.pointer && self.sentence == gap.sentence
    }
}

fn untested_part(pack: &RulePack, part: GapPart<'_>) -> Option<UntestedPart> {
    Some(match part {
        GapPart::Condition(owner, when, lack) => {
            let words = Localized::new(pack, |locale| one_line(pack, when, locale));
            UntestedPart::Condition(part_of(pack, owner)?, words, lack)
        }
        GapPart::Outcome(id, outcome) => {
            UntestedPart::Outcome(measure(pack, id), outcome.name().to_owned())
        }
        GapPart::Limit(limit) => UntestedPart::Limit(Localized::of(pack, &limit.label)),
        GapPart::Days(days) => UntestedPart::Days(days),
    })
}

fn part_of(pack: &RulePack, owner: ConditionOwner) -> Option<PartOf> {
    Some(match owner {
        ConditionOwner::Criterion(id, index) => {
            let criterion = pack.measures[id].criteria.get(index)?;
            PartOf::Criterion(measure(pack, id), Localized::of(pack, &criterion.label))
        }
        ConditionOwner::Applicability(id) => PartOf::Applicability(measure(pack, id)),
        ConditionOwner::Definition(Reference::Term(id)) => {
            PartOf::Term(pack.terms[id].id.to_string())
        }
        ConditionOwner::Definition(Reference::Class(id)) => {
            let class = &pack.classes[id];
            let title = Localized::of(pack, &class.title);
            PartOf::Class(Titled { id: class.id.to_string(), title })
        }
        ConditionOwner::Definition(Reference::Measure(_)) => return None,
    })
}

fn measure(pack: &RulePack, id: MeasureId) -> Titled {
    let measure = &pack.measures[id];
    Titled { id: measure.id.to_string(), title: Localized::of(pack, &measure.title) }
}

/// A condition in one line. The bands of a comparison have gaps of their own.
fn one_line(pack: &RulePack, when: &When, locale: Locale) -> String {
    let words = condition_words(pack, when, locale);
    match when {
        When::Compare(..) => words.text,
        _ => joined(&words, Catalogue::of(locale)),
    }
}

/// A sentence, or a heading with its parts. Parts with parts are in brackets.
fn joined(words: &ConditionWords, catalogue: &Catalogue) -> String {
    if words.parts.is_empty() {
        return words.text.clone();
    }
    let parts = words.parts.iter().map(|part| match part.parts.is_empty() {
        true => part.text.clone(),
        false => catalogue.bracketed(&joined(part, catalogue)),
    });
    let parts = parts.collect::<Vec<_>>().join(catalogue.semicolon());
    format!("{}{}{parts}", words.text, catalogue.colon())
}
