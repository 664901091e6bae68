//! The result of one side: the best compatible set, its totals, and why the other measures are
//! excluded.

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
    // For each limit, the granted measure under it.
    let preferred = (0..pack.limits.len()).map(|limit| {
        let mut under = entries.under(limit);
        under.find(|(index, _)| granted.get(*index) == Some(&true)).map(|(_, entry)| entry.measure)
    });
    let preferred: Vec<Option<MeasureId>> = preferred.collect();
    let exclusion = |limit: &usize| {
        let (limit, preferred) =
            (pack.limits.get(*limit)?, preferred.get(*limit).copied().flatten()?);
        limit.kind.is_exclusive().then_some(Exclusion { limit, preferred })
    };
    let mut set = BestSet {
        granted: Vec::new(),
        totals: Vec::new(),
        excluded: Vec::new(),
        cap_reductions: cap_reductions(pack, &selection),
        without_figure: Vec::new(),
        unconfirmed: Vec::new(),
        exact,
    };
    let mut has_figure = vec![false; entries.units.len()];
    for ((entry, granted), participation) in entries.list.iter().zip(granted).zip(participation) {
        let measure = entry.measure;
        if granted {
            set.granted.push(measure);
            if let Some(figure) = entry.figure {
                has_figure
                    .iter_mut()
                    .skip(figure.unit)
                    .take(1)
                    .for_each(|has_figure| *has_figure = true);
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
    for ((unit, has_figure), sum) in entries.units.iter().zip(has_figure).zip(&selection.score) {
        if has_figure {
            set.totals.push(total(unit, *sum));
        }
    }
    set
}

fn cap_reductions<'a>(pack: &'a RulePack, selection: &Selection<'_>) -> Vec<CapReduction<'a>> {
    let budgets =
        selection.problem.budgets.iter().zip(&selection.sums).skip(selection.problem.units);
    let exceeded = pack.limits.iter().zip(budgets).filter(|(_, (budget, sum))| **sum > budget.cap);
    let reduction = |(limit, (budget, sum)): (&'a Limit, (&Budget, &Weight))| CapReduction {
        limit,
        amount: (*sum < UNBOUNDED).then(|| decimal(*sum - budget.cap)),
    };
    exceeded.map(reduction).collect()
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

/// Saturates at the largest decimal. A larger total is reported as "at least".
fn decimal(weight: Weight) -> Decimal {
    Decimal::from_millionths(i64::try_from(weight).unwrap_or(i64::MAX))
}
