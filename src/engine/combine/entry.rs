//! Entries: the candidates that can be granted, with weights and limits.

use std::rc::Rc;

use crate::rulebook::{Benefit, Decimal, Evidence, Id, MeasureId, RulePack};

use super::Candidate;
use crate::engine::amount::Amount;
use crate::engine::outcome::Outcome;
use crate::engine::truth::Truth;

/// The weight of a measure in millionths of its unit, plus [`UNBOUNDED`] if no published text
/// bounds it.
///
/// 128 bits hold the sum of any pack, so that sums need no overflow checks: at most 65 535 measures
/// with 1 000 payments of 10¹⁷ millionths each are less than 2⁸⁷.
pub(super) type Weight = i128;

/// Larger than any sum of figures. The bits below it hold the known part of an unbounded sum.
pub(super) const UNBOUNDED: Weight = 1 << 96;

/// A candidate that can be granted.
pub(super) struct Entry {
    pub(super) measure: MeasureId,
    /// Its outcome; open if it is not known whether it can be applied for
    pub(super) outcome: Outcome,
    /// The figures; `None` if none is published, or if it is from a secondary source
    pub(super) figure: Option<Figure>,
    pub(super) unconfirmed: bool,
    /// The limits that list the measure, by index in the pack
    pub(super) limits: Vec<usize>,
}

/// The weights of a measure.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    /// Index in [`Entries::units`]
    pub(super) unit: usize,
    /// The lower bound of one payment
    pub(super) lower: Weight,
    /// The upper bound of all payments
    pub(super) upper: Weight,
}

/// A side of the combination.
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
            Side::Guaranteed => figure.lower,
            Side::Possible => figure.upper,
        }
    }
}

/// All entries of a pack.
pub(super) struct Entries {
    /// In the pack's order
    pub(super) list: Vec<Entry>,
    /// Per limit of the pack: the indices in `list` of its measures
    pub(super) under: Vec<Vec<usize>>,
    /// All units, in order of first appearance in the pack; independent of the answers
    pub(super) units: Vec<Rc<str>>,
}

impl Entries {
    /// The entries that can be applied for this year, or those that cannot any more.
    pub(super) fn new(pack: &RulePack, candidates: &[Candidate], are_closed: bool) -> Entries {
        let mut first: Vec<Option<&Candidate>> = vec![None; pack.measures.len()];
        let is_entry = |candidate: &&Candidate| {
            candidate.outcome.is_possible() && (candidate.closed == Truth::True) == are_closed
        };
        for candidate in candidates.iter().filter(is_entry) {
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
    let unconfirmed = pack.evidence_note.is_none()
        && amount.is_some_and(|amount| amount.evidence == Evidence::Secondary);
    let counted = amount.filter(|_| !unconfirmed);
    let figure = counted.and_then(|amount| {
        let unit = units.iter().position(|unit| *unit == amount.unit)?;
        let lower = Weight::from(amount.min.millionths().max(0));
        Some(Figure { unit, lower, upper: upper_weight(pack, candidate, amount, lower) })
    });
    Entry {
        measure: candidate.measure,
        outcome: match candidate.closed {
            // Nothing is certain about it, as about an open measure.
            Truth::Unknown if candidate.outcome == Outcome::Met => Outcome::Open,
            _ => candidate.outcome,
        },
        figure,
        unconfirmed,
        limits: Vec::new(),
    }
}

/// The upper bound of the payment that the answers are about, and of all further payments.
fn upper_weight(pack: &RulePack, candidate: &Candidate, amount: &Amount, lower: Weight) -> Weight {
    let at_least = |max: Option<Decimal>, least: Weight| match max {
        Some(max) => (Weight::from(max.millionths()).max(least), false),
        None => (least, true),
    };
    let (mut sum, mut unbounded) = at_least(amount.max, lower);
    if let Some(period) = pack.measures[candidate.measure].grants.period {
        let (further, is_further_unbounded) = at_least(candidate.further_max, 0);
        // Without a number of payments, there may be no further one: only the first is certain.
        let times = period.times.map_or(0, |times| Weight::from(times) - 1);
        unbounded |= period.times.is_none() || times > 0 && is_further_unbounded;
        sum += further * times;
    }
    sum + if unbounded { UNBOUNDED } else { 0 }
}
