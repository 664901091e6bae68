//! The leaves of a pack's conditions: single tests of facts, each with the place where it stands.

use crate::rulebook::{FactId, RuleBook, When, date_text};

/// A single test.
pub(super) struct Leaf<'a> {
    /// Where it stands: `measure/criterion`, `measure/applies-when` or `term name`
    pub(super) place: String,
    pub(super) when: &'a When,
}

/// Every test of every measure, and of every term once.
pub(super) fn leaves(book: &RuleBook) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    for (_, term) in book.terms.iter() {
        add(&mut leaves, &format!("term {}", term.id), &term.when);
    }
    for (_, measure) in book.measures.iter() {
        if let Some(when) = &measure.applies_when {
            add(&mut leaves, &format!("{}/applies-when", measure.id), when);
        }
        for criterion in &measure.criteria {
            if let Some(when) = &criterion.when {
                add(&mut leaves, &format!("{}/{}", measure.id, criterion.id), when);
            }
        }
    }
    leaves
}

fn add<'a>(leaves: &mut Vec<Leaf<'a>>, place: &str, when: &'a When) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| add(leaves, place, part));
        }
        When::Not(part) => add(leaves, place, part),
        // A term is tried where it is defined.
        When::Term(_) => {}
        When::Is(..) | When::OneOf(..) | When::Includes(..) | When::Compare(..) | When::CompareDate(..) => {
            leaves.push(Leaf { place: place.to_owned(), when })
        }
    }
}

impl Leaf<'_> {
    /// The test as an author knows it: its operator and what it reads.
    pub(super) fn text(&self, book: &RuleBook) -> String {
        let id = |fact: &FactId| book.facts[*fact].id.to_string();
        let options = |fact: &FactId, set| {
            let ids = book.facts[*fact].kind.chosen(set).map(|option| option.id.to_string());
            ids.collect::<Vec<_>>().join(", ")
        };
        match self.when {
            When::Is(fact, yes) => format!("{} is {yes}", id(fact)),
            When::OneOf(fact, set) => format!("{} one-of {}", id(fact), options(fact, *set)),
            When::Includes(fact, set) => format!("{} includes {}", id(fact), options(fact, *set)),
            When::CompareDate(fact, comparison, day) => {
                format!("{} {} {}", id(fact), comparison.name(), date_text(*day))
            }
            _ => {
                let mut facts = Vec::new();
                self.when.each_fact(&mut |fact| facts.push(id(&fact)));
                let operator = match self.when {
                    When::Compare(_, comparison, _) => comparison.name(),
                    _ => "condition",
                };
                format!("{operator} of {}", facts.join(", "))
            }
        }
    }
}
