//! Entries: the candidates that can be granted, with what each counts and the limits it stands under.

use std::rc::Rc;

use crate::rulebook::{Benefit, Evidence, Id, MeasureId, RulePack};

use super::Candidate;
use crate::engine::amount::Amount;
use crate::engine::outcome::Outcome;

/// What a measure counts, in millionths of its unit; with [`UNBOUNDED`] for each that no published text bounds.
///
/// 128 bits hold the sum of any pack, so sums need no check: at most 65 535 measures of 10¹⁷ millionths a payment,
/// 1 000 payments each, stay below 2⁸⁷.
pub(super) type Weight = i128;

/// More than any figure. Below it is what is known of a sum without bounds.
pub(super) const UNBOUNDED: Weight = 1 << 96;

/// A candidate that can be granted.
pub(super) struct Entry {
    pub(super) measure: MeasureId,
    pub(super) outcome: Outcome,
    /// What it counts; `None` without a figure, or with one from a secondary source
    pub(super) figure: Option<Figure>,
    pub(super) unconfirmed: bool,
    /// The limits it stands under, by their indices in the pack
    pub(super) limits: Vec<usize>,
}

/// What it counts on either side.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    /// The unit's index in [`Entries::units`]
    pub(super) unit: usize,
    /// One payment at its least
    pub(super) least: Weight,
    /// Every payment at its greatest
    pub(super) most: Weight,
}

/// Side side.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Guaranteed,
    Possible,
}

impl Side {
    pub(super) fn admits(self, outcome: Outcome) -> bool {
        match self {
            Side::Guaranteed => outcome == Outcome::Met,
            Side::Possible => outcome.is_possible(),
        }
    }

    pub(super) fn weight(self, figure: Figure) -> Weight {
        match self {
            Side::Guaranteed => figure.least,
            Side::Possible => figure.most,
        }
    }
}

/// All of them.
pub(super) struct Entries {
    /// In the author's order
    pub(super) list: Vec<Entry>,
    /// For each limit of the pack, the indices in `list` of those under it
    pub(super) under: Vec<Vec<usize>>,
    /// In order of first appearance in the pack, whatever was answered
    pub(super) units: Vec<Rc<str>>,
}

impl Entries {
    pub(super) fn new(pack: &RulePack, candidates: &[Candidate]) -> Entries {
        let mut first: Vec<Option<&Candidate>> = vec![None; pack.measures.len()];
        for candidate in candidates.iter().filter(|candidate| candidate.outcome.is_possible()) {
            if let Some(index) = first.get_mut(candidate.measure.index()) {
                index.get_or_insert(candidate);
            }
        }
        let units = units(pack);
        let mut list = Vec::new();
        let mut place_of = vec![None; pack.measures.len()];
        for (candidate, index) in first.into_iter().zip(&mut place_of) {
            if let Some(candidate) = candidate {
                *index = Some(list.len());
                list.push(entry(pack, &units, candidate));
            }
        }
        let mut under = Vec::new();
        for (index, limit) in pack.limits.iter().enumerate() {
            let entries =
                limit.measures.iter().filter_map(|id| place_of.get(id.index()).copied().flatten());
            let entries: Vec<usize> = entries.collect();
            for entry in &entries {
                if let Some(entry) = list.get_mut(*entry) {
                    entry.limits.push(index);
                }
            }
            under.push(entries);
        }
        Entries { list, under, units }
    }

    /// The entries under a limit, with their indices.
    pub(super) fn under(&self, limit: usize) -> impl Iterator<Item = (usize, &Entry)> {
        let indices = self.under.get(limit).map(Vec::as_slice).unwrap_or_default();
        indices.iter().filter_map(|index| self.list.get(*index).map(|entry| (*index, entry)))
    }
}

fn units(pack: &RulePack) -> Vec<Rc<str>> {
    let mut units: Vec<Rc<str>> = Vec::new();
    for (_, measure) in pack.measures.iter() {
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

fn entry(pack: &RulePack, units: &[Rc<str>], candidate: &Candidate) -> Entry {
    let amount = candidate.amount.as_ref();
    let unconfirmed = amount.is_some_and(|amount| amount.evidence == Evidence::Secondary);
    let counted = amount.filter(|_| !unconfirmed);
    let figure = counted.and_then(|amount| {
        let unit = units.iter().position(|unit| *unit == amount.unit)?;
        let least = Weight::from(amount.min.millionths().max(0));
        Some(Figure { unit, least, most: most(pack, candidate.measure, amount, least) })
    });
    Entry {
        measure: candidate.measure,
        outcome: candidate.outcome,
        figure,
        unconfirmed,
        limits: Vec::new(),
    }
}

fn most(pack: &RulePack, measure: MeasureId, amount: &Amount, least: Weight) -> Weight {
    let (payment, mut unbounded) = match amount.max {
        Some(max) => (Weight::from(max.millionths()).max(least), false),
        None => (least, true),
    };
    let mut times = 1;
    if let Some(period) = pack.measures[measure].grants.period {
        match period.times {
            Some(known) => times = Weight::from(known),
            None => unbounded = true,
        }
    }
    payment * times + if unbounded { UNBOUNDED } else { 0 }
}
