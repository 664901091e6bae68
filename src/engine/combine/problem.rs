//! Field: what the search sees of one side – items, groups of which one is chosen, and purses that may be capped.

use crate::rulebook::{LimitKind, RulePack};

use super::entry::{Entries, Entry, Worth};
use super::highest_only::Part;
use super::side::Which;

/// All items of a side, and what ties them together.
pub(super) struct Field {
    /// In the author's order
    pub(super) items: Vec<Item>,
    /// For each limit of the book, the items of which one at most is chosen; empty where it ties none together
    pub(super) groups: Vec<Vec<usize>>,
    /// One for each unit, then one for each limit of the book, used by caps only
    pub(super) purses: Vec<Purse>,
    /// How many units there are
    pub(super) units: usize,
}

/// A measure that takes part.
pub(super) struct Item {
    /// Its place among the entries
    pub(super) entry: usize,
    /// What it counts; zero without a figure, and then unit and purse say nothing
    pub(super) worth: Worth,
    pub(super) unit: usize,
    /// The sum it goes into
    pub(super) purse: usize,
    /// Its groups, by their places in [`Field::groups`]; the largest comes first
    pub(super) groups: Vec<usize>,
}

/// A sum of which no more than the cap counts.
pub(super) struct Purse {
    pub(super) cap: Worth,
    /// All that may go into it; it ties items together only if that is more than the cap
    pub(super) all: Worth,
}

impl Field {
    pub(super) fn new(
        book: &RulePack,
        entries: &Entries,
        which: Which,
        parts: &[Part<'_>],
    ) -> Field {
        let units = entries.units.len();
        let mut field = Field { items: Vec::new(), groups: Vec::new(), purses: Vec::new(), units };
        field.purses.resize_with(units, || Purse { cap: Worth::MAX, all: 0 });
        for limit in &book.limits {
            let cap = match &limit.kind {
                LimitKind::Cap(money) => Worth::from(money.amount.millionths()),
                LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => Worth::MAX,
            };
            field.purses.push(Purse { cap, all: 0 });
        }
        let mut item_of = vec![None; entries.list.len()];
        let places = entries.list.iter().zip(parts).zip(&mut item_of).enumerate();
        for (place, ((entry, part), item_of)) in places {
            if which.admits(entry.outcome) && matches!(part, Part::Takes) {
                *item_of = Some(field.items.len());
                let item = field.item(book, entries, place, entry, which);
                if let Some(purse) = field.purses.get_mut(item.purse) {
                    purse.all += item.worth;
                }
                field.items.push(item);
            }
        }
        for (place, limit) in book.limits.iter().enumerate() {
            let items =
                entries.under(place).filter_map(|(entry, _)| item_of.get(entry).copied().flatten());
            let items: Vec<usize> = items.collect();
            let ties = limit.kind.is_exclusive() && items.len() > 1;
            for item in items.iter().filter(|_| ties) {
                field.join(*item, place, items.len());
            }
            field.groups.push(if ties { items } else { Vec::new() });
        }
        field
    }

    /// Puts an item into a group, and its largest group first.
    fn join(&mut self, item: usize, group: usize, size: usize) {
        let Some(item) = self.items.get_mut(item) else { return };
        let first = item.groups.first().and_then(|first| self.groups.get(*first));
        match first {
            Some(first) if first.len() < size => item.groups.insert(0, group),
            Some(_) | None => item.groups.push(group),
        }
    }

    fn item(
        &self,
        book: &RulePack,
        entries: &Entries,
        place: usize,
        entry: &Entry,
        which: Which,
    ) -> Item {
        let Some(figure) = entry.figure else {
            return Item { entry: place, worth: 0, unit: 0, purse: 0, groups: Vec::new() };
        };
        let unit = entries.units.get(figure.unit);
        let is_cap = |limit: &usize| match book.limits.get(*limit).map(|limit| &limit.kind) {
            Some(LimitKind::Cap(money)) => Some(&money.unit) == unit,
            _ => false,
        };
        let cap = entry.limits.iter().copied().find(is_cap);
        let purse = cap.map_or(figure.unit, |cap| self.units + cap);
        Item {
            entry: place,
            worth: which.worth(figure),
            unit: figure.unit,
            purse,
            groups: Vec::new(),
        }
    }
}
