//! The leaves of a pack's conditions: single tests of facts, each with the place where it stands.

use crate::rulebook::{FactId, Id, MeasureId, Quantity, RulePack, TermId, When, format_date};

/// What a test belongs to.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A named condition, which several measures may read
    Term(TermId),
    /// Whom a measure concerns
    Applies(MeasureId),
    /// What must hold for it
    Criterion(MeasureId),
}

/// A single test.
pub(super) struct Leaf<'a> {
    pub(super) part: Part,
    /// Where it stands: `measure/criterion`, `measure/applies-when` or `term name`
    pub(super) place: String,
    pub(super) when: &'a When,
}

/// Every test of every measure, and of every term once.
pub(super) fn leaves(book: &RulePack) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    for (id, term) in book.terms.iter() {
        add(&mut leaves, Part::Term(id), &format!("term {}", term.id), &term.when);
    }
    for (id, measure) in book.measures.iter() {
        if let Some(when) = &measure.applies_when {
            add(&mut leaves, Part::Applies(id), &format!("{}/applies-when", measure.id), when);
        }
        for criterion in &measure.criteria {
            if let Some(when) = &criterion.when {
                add(
                    &mut leaves,
                    Part::Criterion(id),
                    &format!("{}/{}", measure.id, criterion.id),
                    when,
                );
            }
        }
    }
    leaves
}

fn add<'a>(leaves: &mut Vec<Leaf<'a>>, of: Part, place: &str, when: &'a When) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| add(leaves, of, place, part));
        }
        When::Not(part) => add(leaves, of, place, part),
        // A term is tried where it is defined.
        When::Term(_) => {}
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => leaves.push(Leaf { part: of, place: place.to_owned(), when }),
    }
}

impl Leaf<'_> {
    /// The test as an author knows it: its operator and what it reads.
    pub(super) fn text(&self, book: &RulePack) -> String {
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
                format!("{} {} {}", id(fact), comparison.name(), format_date(*day))
            }
            When::Compare(left, comparison, right) => {
                format!(
                    "{} of {}, {}",
                    comparison.name(),
                    quantity_text(book, left),
                    quantity_text(book, right)
                )
            }
            // Of these the parts are tests, not the whole.
            When::All(_) | When::Any(_) | When::Not(_) | When::AtLeastOf(..) | When::Term(_) => {
                "condition".to_owned()
            }
        }
    }
}

/// A number as an author knows it: its operators and what they read.
fn quantity_text(book: &RulePack, quantity: &Quantity) -> String {
    let id = |fact: &FactId| book.facts[*fact].id.to_string();
    let two = |operator: &str, left: &Quantity, right: &Quantity| {
        format!("{operator} of ({}, {})", quantity_text(book, left), quantity_text(book, right))
    };
    match quantity {
        Quantity::Constant(number) => number.to_string(),
        Quantity::Fact(fact) => id(fact),
        Quantity::MonthsSince(fact) => format!("months-since {}", id(fact)),
        Quantity::DaysSince(fact) => format!("days-since {}", id(fact)),
        Quantity::Difference(left, right) => two("difference", left, right),
        Quantity::Ratio(left, right) => two("ratio", left, right),
        Quantity::Growth(left, right) => two("growth", left, right),
        Quantity::Percent(percent, part) => {
            format!("percent of ({percent}, {})", quantity_text(book, part))
        }
        Quantity::Sum(parts) => {
            let parts = parts.iter().map(|part| quantity_text(book, part));
            format!("sum of ({})", parts.collect::<Vec<_>>().join(", "))
        }
    }
}

/// For each term, whether a condition comes to it, by other terms or itself.
pub(super) fn terms_read(book: &RulePack, conditions: &[&When]) -> Vec<bool> {
    let mut read = vec![false; book.terms.len()];
    let mut next: Vec<TermId> = Vec::new();
    conditions.iter().for_each(|when| when.each_term(&mut |term| next.push(term)));
    while let Some(term) = next.pop() {
        if let Some(known @ false) = read.get_mut(term.index()) {
            *known = true;
            book.terms[term].when.each_term(&mut |inner| next.push(inner));
        }
    }
    read
}
