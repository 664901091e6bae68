//! Entries: the candidates that can be granted, with what each counts and the limits it stands under.

use std::rc::Rc;

use crate::rulebook::{Benefit, Evidence, Id, MeasureId, RulePack};

use super::Candidate;
use crate::engine::amount::Amount;
use crate::engine::outcome::Outcome;

/// What a measure counts, in millionths of its unit; with [`ENDLESS`] for each that no published text bounds.
///
/// 128 bits hold the sum of any pack, so sums need no check: at most 65 535 measures of 10¹⁷ millionths a payment,
/// 1 000 payments each, stay below 2⁸⁷.
pub(super) type Worth = i128;

/// More than any figure. Below it is what is known of a sum without bounds.
pub(super) const ENDLESS: Worth = 1 << 96;

/// A candidate that can be granted.
pub(super) struct Entry {
    pub(super) measure: MeasureId,
    pub(super) outcome: Outcome,
    /// What it counts; `None` without a figure, or with one from a secondary source
    pub(super) figure: Option<Figure>,
    pub(super) unconfirmed: bool,
    /// The limits it stands under, by their places in the book
    pub(super) limits: Vec<usize>,
}

/// What it counts on either side.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    /// The unit's place in [`Entries::units`]
    pub(super) unit: usize,
    /// One payment at its least
    pub(super) least: Worth,
    /// Every payment at its greatest
    pub(super) most: Worth,
}

/// All of them.
pub(super) struct Entries {
    /// In the author's order
    pub(super) list: Vec<Entry>,
    /// For each limit of the book, the places in `list` of those under it
    pub(super) under: Vec<Vec<usize>>,
    /// In order of first appearance in the pack, whatever was answered
    pub(super) units: Vec<Rc<str>>,
}

impl Entries {
    pub(super) fn new(book: &RulePack, candidates: &[Candidate]) -> Entries {
        let mut first: Vec<Option<&Candidate>> = vec![None; book.measures.len()];
        for candidate in candidates.iter().filter(|candidate| candidate.outcome.is_possible()) {
            if let Some(place) = first.get_mut(candidate.measure.place()) {
                place.get_or_insert(candidate);
            }
        }
        let units = units(book);
        let mut list = Vec::new();
        let mut place_of = vec![None; book.measures.len()];
        for (candidate, place) in first.into_iter().zip(&mut place_of) {
            if let Some(candidate) = candidate {
                *place = Some(list.len());
                list.push(entry(book, &units, candidate));
            }
        }
        let mut under = Vec::new();
        for (place, limit) in book.limits.iter().enumerate() {
            let entries =
                limit.measures.iter().filter_map(|id| place_of.get(id.place()).copied().flatten());
            let entries: Vec<usize> = entries.collect();
            for entry in &entries {
                if let Some(entry) = list.get_mut(*entry) {
                    entry.limits.push(place);
                }
            }
            under.push(entries);
        }
        Entries { list, under, units }
    }

    /// The entries under a limit, with their places.
    pub(super) fn under(&self, limit: usize) -> impl Iterator<Item = (usize, &Entry)> {
        let places = self.under.get(limit).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.list.get(*place).map(|entry| (*place, entry)))
    }
}

fn units(book: &RulePack) -> Vec<Rc<str>> {
    let mut units: Vec<Rc<str>> = Vec::new();
    for (_, measure) in book.measures.iter() {
        let unit = match &measure.grants.benefit {
            Benefit::Fixed(money) | Benefit::UpTo(money) => &money.unit,
            Benefit::Tiers(tiers) => &tiers.unit,
            Benefit::Rate(rate) => &rate.unit,
            Benefit::InKind(_) | Benefit::Unspecified => continue,
        };
        if !units.contains(unit) {
            units.push(Rc::clone(unit));
        }
    }
    units
}

fn entry(book: &RulePack, units: &[Rc<str>], candidate: &Candidate) -> Entry {
    let amount = candidate.amount.as_ref();
    let unconfirmed = amount.is_some_and(|amount| amount.evidence == Evidence::Secondary);
    let counted = amount.filter(|_| !unconfirmed);
    let figure = counted.and_then(|amount| {
        let unit = units.iter().position(|unit| *unit == amount.unit)?;
        let least = Worth::from(amount.min.millionths().max(0));
        Some(Figure { unit, least, most: most(book, candidate.measure, amount, least) })
    });
    Entry {
        measure: candidate.measure,
        outcome: candidate.outcome,
        figure,
        unconfirmed,
        limits: Vec::new(),
    }
}

fn most(book: &RulePack, measure: MeasureId, amount: &Amount, least: Worth) -> Worth {
    let (payment, mut endless) = match amount.max {
        Some(max) => (Worth::from(max.millionths()).max(least), false),
        None => (least, true),
    };
    let mut times = 1;
    if let Some(period) = book.measures[measure].grants.period {
        match period.times {
            Some(known) => times = Worth::from(known),
            None => endless = true,
        }
    }
    payment * times + if endless { ENDLESS } else { 0 }
}
