//! BestSet: what the best set of a side comes to, and what stands against the rest.

use std::rc::Rc;

use crate::rulebook::{Decimal, Limit, MeasureId, RulePack};

use super::entry::{Entries, Side, UNBOUNDED, Weight};
use super::highest_only::Participation;
use super::problem::{Budget, Problem};
use super::search::best_selection;
use super::selection::Selection;
use super::{BestSet, CapReduction, ExcludedMeasure, Exclusion, Total};

pub(super) fn best_set<'a>(
    pack: &'a RulePack,
    entries: &Entries,
    side: Side,
    participation: &[Participation<'a>],
) -> BestSet<'a> {
    let problem = Problem::new(pack, entries, side, participation);
    let (selection, exact) = best_selection(&problem);
    let mut granted = vec![false; entries.list.len()];
    for (item, _) in problem.items.iter().zip(&selection.chosen).filter(|(_, chosen)| **chosen) {
        if let Some(granted) = granted.get_mut(item.entry) {
            *granted = true;
        }
    }
    // For each limit, the one of the set that stands under it.
    let preferred = (0..pack.limits.len()).map(|limit| {
        let mut under = entries.under(limit);
        under.find(|(index, _)| granted.get(*index) == Some(&true)).map(|(_, entry)| entry.measure)
    });
    let preferred: Vec<Option<MeasureId>> = preferred.collect();
    let exclusion = |limit: &usize| {
        let (limit, preferred) =
            (pack.limits.get(*limit)?, preferred.get(*limit).copied().flatten()?);
        limit.kind.is_exclusive().then_some(Exclusion { limit, preferred: preferred })
    };
    let mut set = BestSet {
        granted: Vec::new(),
        totals: Vec::new(),
        excluded: Vec::new(),
        cap_reductions: cuts(pack, &selection),
        without_figure: Vec::new(),
        unconfirmed: Vec::new(),
        exact,
    };
    let mut counts = vec![false; entries.units.len()];
    for ((entry, granted), participation) in entries.list.iter().zip(granted).zip(participation) {
        let measure = entry.measure;
        if granted {
            set.granted.push(measure);
            if let Some(figure) = entry.figure {
                counts.iter_mut().skip(figure.unit).take(1).for_each(|counts| *counts = true);
            } else if entry.unconfirmed {
                set.unconfirmed.push(measure);
            } else {
                set.without_figure.push(measure);
            }
        } else if side.admits(entry.outcome) {
            let because = match participation {
                Participation::Included => entry.limits.iter().filter_map(exclusion).collect(),
                Participation::Excluded(exclusion) => vec![*exclusion],
                Participation::Uncertain => continue,
            };
            set.excluded.push(ExcludedMeasure { measure, because });
        }
    }
    for ((unit, counts), sum) in entries.units.iter().zip(counts).zip(&selection.score) {
        if counts {
            set.totals.push(total(unit, *sum));
        }
    }
    set
}

fn cuts<'a>(pack: &'a RulePack, selection: &Selection<'_>) -> Vec<CapReduction<'a>> {
    let budgets =
        selection.problem.budgets.iter().zip(&selection.sums).skip(selection.problem.units);
    let cuts = pack.limits.iter().zip(budgets).filter(|(_, (budget, sum))| **sum > budget.cap);
    let cut = |(limit, (budget, sum)): (&'a Limit, (&Budget, &Weight))| CapReduction {
        limit,
        amount: (*sum < UNBOUNDED).then(|| decimal(*sum - budget.cap)),
    };
    cuts.map(cut).collect()
}

fn total(unit: &Rc<str>, sum: Weight) -> Total {
    let known = sum & (UNBOUNDED - 1);
    let largest = Weight::from(i64::MAX);
    Total {
        amount: decimal(known),
        unit: Rc::clone(unit),
        at_least: sum >= UNBOUNDED || known > largest,
    }
}

/// Stops at the largest decimal there is; a total beyond it is "at least".
fn decimal(weight: Weight) -> Decimal {
    Decimal::from_millionths(i64::try_from(weight).unwrap_or(i64::MAX))
}
