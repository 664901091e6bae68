//! Highest-only limits: the measures that they exclude, and whether the highest one is decided.

use crate::rulebook::{Limit, LimitKind, RulePack};

use super::entry::{Entries, Entry, Weight};
use super::{Exclusion, UndecidedLimit};
use crate::engine::outcome::Outcome;

/// The participation of an entry in a side.
#[derive(Clone, Copy)]
pub(super) enum Participation<'a> {
    Included,
    /// It may be granted, but not for certain
    Uncertain,
    /// It is not the highest under any completion of the answers
    Excluded(Exclusion<'a>),
}

/// The effect of all highest-only limits on each entry.
pub(super) struct HighestOnly<'a> {
    pub(super) guaranteed: Vec<Participation<'a>>,
    pub(super) possible: Vec<Participation<'a>>,
    pub(super) undecided: Vec<UndecidedLimit<'a>>,
}

pub(super) fn highest_only<'a>(pack: &'a RulePack, entries: &Entries) -> HighestOnly<'a> {
    let included = vec![Participation::Included; entries.list.len()];
    let mut highest_only =
        HighestOnly { guaranteed: included.clone(), possible: included, undecided: Vec::new() };
    let mut best = vec![None; entries.units.len()];
    for (index, limit) in pack.limits.iter().enumerate() {
        if limit.kind == LimitKind::HighestOnly {
            let under: Vec<(usize, &Entry)> = entries.under(index).collect();
            highest_only.apply_limit(limit, &under, &mut best);
        }
    }
    highest_only
}

impl<'a> HighestOnly<'a> {
    /// Applies a limit to its entries in linear time, because a hostile pack may list all measures
    /// under one limit. `best` is working memory: per unit, the met entry with the largest lower
    /// bound.
    fn apply_limit<'e>(
        &mut self,
        limit: &'a Limit,
        under: &[(usize, &'e Entry)],
        best: &mut [Option<(Weight, &'e Entry)>],
    ) {
        for (_, entry) in under {
            if let Some(best) = entry.figure.and_then(|figure| best.get_mut(figure.unit)) {
                *best = None;
            }
        }
        for (_, entry) in under.iter().filter(|(_, entry)| entry.outcome == Outcome::Met) {
            if let Some(figure) = entry.figure
                && let Some(best) = best.get_mut(figure.unit)
                && best.is_none_or(|(lower, _)| lower < figure.lower)
            {
                *best = Some((figure.lower, entry));
            }
        }
        let mut contenders = Vec::new();
        for (index, entry) in under {
            let best = entry.figure.and_then(|figure| best.get(figure.unit).copied().flatten());
            let upper = entry.figure.map(|figure| figure.upper);
            match best.filter(|(lower, _)| upper.is_some_and(|upper| upper < *lower)) {
                Some((_, higher)) => {
                    let excluded =
                        Participation::Excluded(Exclusion { limit, preferred: higher.measure });
                    mark(&mut self.guaranteed, *index, excluded);
                    mark(&mut self.possible, *index, excluded);
                }
                None => contenders.push((*index, *entry)),
            }
        }
        if contenders.len() > 1 {
            self.decide_highest(limit, &contenders);
        }
    }

    /// Decides the highest of the contenders. An entry is the highest if it is met and its lower
    /// bound is at least every other upper bound. Several entries may tie.
    fn decide_highest(&mut self, limit: &'a Limit, contenders: &[(usize, &Entry)]) {
        let comparable = comparable(contenders);
        let (mut greatest, mut second) = (None, None);
        for (index, entry) in contenders {
            let upper = entry.figure.map(|figure| (figure.upper, *index));
            if upper > greatest {
                (greatest, second) = (upper, greatest);
            } else if upper > second {
                second = upper;
            }
        }
        let is_highest = |index: usize, entry: &Entry| {
            let rival =
                if greatest.is_some_and(|(_, own)| own == index) { second } else { greatest };
            let lower = entry.figure.map(|figure| figure.lower);
            comparable && entry.outcome == Outcome::Met && lower >= rival.map(|(upper, _)| upper)
        };
        let highest = contenders.iter().find(|(index, entry)| is_highest(*index, entry));
        let alone = comparable && contenders.iter().all(|(_, entry)| entry.limits.len() == 1);
        for (index, entry) in contenders {
            match highest {
                Some(_) if is_highest(*index, entry) => {}
                Some((_, highest)) => {
                    let excluded =
                        Participation::Excluded(Exclusion { limit, preferred: highest.measure });
                    mark(&mut self.guaranteed, *index, excluded);
                }
                None if alone => {}
                None => mark(&mut self.guaranteed, *index, Participation::Uncertain),
            }
        }
        if highest.is_none() {
            let measures = contenders.iter().map(|(_, entry)| entry.measure).collect();
            self.undecided.push(UndecidedLimit { limit, measures });
        }
    }
}

/// Whether all figures exist and have the same unit.
fn comparable(contenders: &[(usize, &Entry)]) -> bool {
    let mut units = contenders.iter().map(|(_, entry)| entry.figure.map(|figure| figure.unit));
    let first = units.next().flatten();
    first.is_some() && units.all(|unit| unit == first)
}

/// Sets the participation of an entry. The first limit that excludes it wins.
fn mark<'a>(entries: &mut [Participation<'a>], index: usize, participation: Participation<'a>) {
    if let Some(old) = entries.get_mut(index)
        && !matches!(old, Participation::Excluded(_))
    {
        *old = participation;
    }
}
