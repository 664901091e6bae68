//! BestSet: what the best set of a side comes to, and what stands against the rest.

use std::rc::Rc;

use crate::rulebook::{Decimal, Limit, MeasureId, RulePack};

use super::entry::{ENDLESS, Entries, Figure, Worth};
use super::highest_only::Part;
use super::problem::{Field, Purse};
use super::search::best;
use super::selection::State;
use super::{BestSet, CapReduction, ExcludedMeasure, Exclusion, Total};
use crate::engine::outcome::Outcome;

/// Which side.
#[derive(Clone, Copy)]
pub(super) enum Which {
    Guaranteed,
    Possible,
}

impl Which {
    pub(super) fn admits(self, outcome: Outcome) -> bool {
        match self {
            Which::Guaranteed => outcome == Outcome::Met,
            Which::Possible => outcome.is_possible(),
        }
    }

    pub(super) fn worth(self, figure: Figure) -> Worth {
        match self {
            Which::Guaranteed => figure.least,
            Which::Possible => figure.most,
        }
    }
}

pub(super) fn side<'a>(
    book: &'a RulePack,
    entries: &Entries,
    which: Which,
    parts: &[Part<'a>],
) -> BestSet<'a> {
    let field = Field::new(book, entries, which, parts);
    let (state, exact) = best(&field);
    let mut granted = vec![false; entries.list.len()];
    for (item, _) in field.items.iter().zip(&state.chosen).filter(|(_, chosen)| **chosen) {
        if let Some(granted) = granted.get_mut(item.entry) {
            *granted = true;
        }
    }
    // For each limit, the one of the set that stands under it.
    let kept = (0..book.limits.len()).map(|limit| {
        let mut under = entries.under(limit);
        under.find(|(place, _)| granted.get(*place) == Some(&true)).map(|(_, entry)| entry.measure)
    });
    let kept: Vec<Option<MeasureId>> = kept.collect();
    let exclusion = |limit: &usize| {
        let (limit, kept) = (book.limits.get(*limit)?, kept.get(*limit).copied().flatten()?);
        limit.kind.is_exclusive().then_some(Exclusion { limit, preferred: kept })
    };
    let mut side = BestSet {
        granted: Vec::new(),
        totals: Vec::new(),
        excluded: Vec::new(),
        cap_reductions: cuts(book, &state),
        without_figure: Vec::new(),
        unconfirmed: Vec::new(),
        exact,
    };
    let mut counts = vec![false; entries.units.len()];
    for ((entry, granted), part) in entries.list.iter().zip(granted).zip(parts) {
        let measure = entry.measure;
        if granted {
            side.granted.push(measure);
            if let Some(figure) = entry.figure {
                counts.iter_mut().skip(figure.unit).take(1).for_each(|counts| *counts = true);
            } else if entry.unconfirmed {
                side.unconfirmed.push(measure);
            } else {
                side.without_figure.push(measure);
            }
        } else if which.admits(entry.outcome) {
            let because = match part {
                Part::Takes => entry.limits.iter().filter_map(exclusion).collect(),
                Part::Out(exclusion) => vec![*exclusion],
                Part::Uncertain => continue,
            };
            side.excluded.push(ExcludedMeasure { measure, because });
        }
    }
    for ((unit, counts), sum) in entries.units.iter().zip(counts).zip(&state.score) {
        if counts {
            side.totals.push(total(unit, *sum));
        }
    }
    side
}

fn cuts<'a>(book: &'a RulePack, state: &State<'_>) -> Vec<CapReduction<'a>> {
    let purses = state.field.purses.iter().zip(&state.sums).skip(state.field.units);
    let cuts = book.limits.iter().zip(purses).filter(|(_, (purse, sum))| **sum > purse.cap);
    let cut = |(limit, (purse, sum)): (&'a Limit, (&Purse, &Worth))| CapReduction {
        limit,
        amount: (*sum < ENDLESS).then(|| decimal(*sum - purse.cap)),
    };
    cuts.map(cut).collect()
}

fn total(unit: &Rc<str>, sum: Worth) -> Total {
    let known = sum & (ENDLESS - 1);
    let largest = Worth::from(i64::MAX);
    Total {
        amount: decimal(known),
        unit: Rc::clone(unit),
        at_least: sum >= ENDLESS || known > largest,
    }
}

/// Stops at the largest decimal there is; a total beyond it is "at least".
fn decimal(worth: Worth) -> Decimal {
    Decimal::of_millionths(i64::try_from(worth).unwrap_or(i64::MAX))
}
