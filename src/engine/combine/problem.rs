//! The optimisation problem of one side: items, groups of mutually exclusive items, and budgets
//! with caps.

use crate::rulebook::{LimitKind, RulePack};

use super::entry::{Entries, Entry, Side, Weight};
use super::highest_only::Participation;

/// The items of a side and their constraints.
pub(super) struct Problem {
    /// In the pack's order
    pub(super) items: Vec<Item>,
    /// Per limit of the pack: its mutually exclusive items; empty if it excludes nothing
    pub(super) groups: Vec<Vec<usize>>,
    /// One per unit, then one per limit of the pack, used by caps only
    pub(super) budgets: Vec<Budget>,
    /// The number of units
    pub(super) units: usize,
}

/// A measure that takes part.
pub(super) struct Item {
    /// Index among the entries
    pub(super) entry: usize,
    /// Zero without a figure; `unit` and `budget` are then meaningless
    pub(super) weight: Weight,
    pub(super) unit: usize,
    /// The budget that the weight counts towards
    pub(super) budget: usize,
    /// Indices in [`Problem::groups`], the largest group first
    pub(super) groups: Vec<usize>,
}

/// A sum that counts up to its cap.
pub(super) struct Budget {
    pub(super) cap: Weight,
    /// The sum of all items; the cap connects items only if it is less
    pub(super) all: Weight,
}

impl Problem {
    pub(super) fn new(
        pack: &RulePack,
        entries: &Entries,
        side: Side,
        participation: &[Participation<'_>],
    ) -> Problem {
        let units = entries.units.len();
        let mut problem =
            Problem { items: Vec::new(), groups: Vec::new(), budgets: Vec::new(), units };
        problem.budgets.resize_with(units, || Budget { cap: Weight::MAX, all: 0 });
        for limit in &pack.limits {
            let cap = match &limit.kind {
                LimitKind::Cap(money) => Weight::from(money.amount.millionths()),
                LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => {
                    Weight::MAX
                }
            };
            problem.budgets.push(Budget { cap, all: 0 });
        }
        let mut item_of = vec![None; entries.list.len()];
        let candidates = entries.list.iter().zip(participation).zip(&mut item_of).enumerate();
        for (index, ((entry, participation), item_of)) in candidates {
            if side.admits(entry.outcome) && matches!(participation, Participation::Included) {
                *item_of = Some(problem.items.len());
                let item = problem.item(pack, entries, index, entry, side);
                if let Some(budget) = problem.budgets.get_mut(item.budget) {
                    budget.all += item.weight;
                }
                problem.items.push(item);
            }
        }
        for (index, limit) in pack.limits.iter().enumerate() {
            let items =
                entries.under(index).filter_map(|(entry, _)| item_of.get(entry).copied().flatten());
            let items: Vec<usize> = items.collect();
            let is_group = limit.kind.is_exclusive() && items.len() > 1;
            for item in items.iter().filter(|_| is_group) {
                problem.add_to_group(*item, index, items.len());
            }
            problem.groups.push(if is_group { items } else { Vec::new() });
        }
        problem
    }

    /// Adds an item to a group. Keeps its largest group first.
    fn add_to_group(&mut self, item: usize, group: usize, size: usize) {
        let Some(item) = self.items.get_mut(item) else { return };
        let first = item.groups.first().and_then(|first| self.groups.get(*first));
        match first {
            Some(first) if first.len() < size => item.groups.insert(0, group),
            Some(_) | None => item.groups.push(group),
        }
    }

    fn item(
        &self,
        pack: &RulePack,
        entries: &Entries,
        index: usize,
        entry: &Entry,
        side: Side,
    ) -> Item {
        let Some(figure) = entry.figure else {
            return Item { entry: index, weight: 0, unit: 0, budget: 0, groups: Vec::new() };
        };
        let unit = entries.units.get(figure.unit);
        let is_cap = |limit: &usize| match pack.limits.get(*limit).map(|limit| &limit.kind) {
            Some(LimitKind::Cap(money)) => Some(&money.unit) == unit,
            _ => false,
        };
        let cap = entry.limits.iter().copied().find(is_cap);
        let budget = cap.map_or(figure.unit, |cap| self.units + cap);
        Item {
            entry: index,
            weight: side.weight(figure),
            unit: figure.unit,
            budget,
            groups: Vec::new(),
        }
    }
}
