//! HighestOnly: side measures under a highest-only limit are out, and whether it is decided side is the highest.

use crate::rulebook::{Limit, LimitKind, RulePack};

use super::entry::{Entries, Entry, Weight};
use super::{Exclusion, UndecidedLimit};
use crate::engine::outcome::Outcome;

/// Whether an entry takes participation on a side.
#[derive(Clone, Copy)]
pub(super) enum Participation<'a> {
    Included,
    /// It may be granted, but nothing of it is certain
    Uncertain,
    /// It is not the highest, whatever the missing answers are
    Excluded(Exclusion<'a>),
}

/// What the highest-only limits leave, for each entry.
pub(super) struct HighestOnly<'a> {
    pub(super) guaranteed: Vec<Participation<'a>>,
    pub(super) possible: Vec<Participation<'a>>,
    pub(super) undecided: Vec<UndecidedLimit<'a>>,
}

pub(super) fn highest_only<'a>(pack: &'a RulePack, entries: &Entries) -> HighestOnly<'a> {
    let takes = vec![Participation::Included; entries.list.len()];
    let mut highest_only =
        HighestOnly { guaranteed: takes.clone(), possible: takes, undecided: Vec::new() };
    let mut best = vec![None; entries.units.len()];
    for (index, limit) in pack.limits.iter().enumerate() {
        if limit.kind == LimitKind::HighestOnly {
            let under: Vec<(usize, &Entry)> = entries.under(index).collect();
            highest_only.hold(limit, &under, &mut best);
        }
    }
    highest_only
}

impl<'a> HighestOnly<'a> {
    /// Linear in the entries, because a hostile pack may put all of them under one limit. `best` is room for one
    /// entry a unit: the one that is met with the greatest least amount.
    fn hold<'e>(
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
                && best.is_none_or(|(least, _)| least < figure.least)
            {
                *best = Some((figure.least, entry));
            }
        }
        let mut running = Vec::new();
        for (index, entry) in under {
            let best = entry.figure.and_then(|figure| best.get(figure.unit).copied().flatten());
            let most = entry.figure.map(|figure| figure.most);
            match best.filter(|(least, _)| most.is_some_and(|most| most < *least)) {
                Some((_, higher)) => {
                    let out =
                        Participation::Excluded(Exclusion { limit, preferred: higher.measure });
                    mark(&mut self.guaranteed, *index, out);
                    mark(&mut self.possible, *index, out);
                }
                None => running.push((*index, *entry)),
            }
        }
        if running.len() > 1 {
            self.decide(limit, &running);
        }
    }

    /// The highest is decided if one that is met comes to no less than any other may. Equals are left to choose from.
    fn decide(&mut self, limit: &'a Limit, running: &[(usize, &Entry)]) {
        let comparable = comparable(running);
        let (mut greatest, mut second) = (None, None);
        for (index, entry) in running {
            let most = entry.figure.map(|figure| (figure.most, *index));
            if most > greatest {
                (greatest, second) = (most, greatest);
            } else if most > second {
                second = most;
            }
        }
        let is_highest = |index: usize, entry: &Entry| {
            let rival =
                if greatest.is_some_and(|(_, own)| own == index) { second } else { greatest };
            let least = entry.figure.map(|figure| figure.least);
            comparable && entry.outcome == Outcome::Met && least >= rival.map(|(most, _)| most)
        };
        let highest = running.iter().find(|(index, entry)| is_highest(*index, entry));
        let alone = comparable && running.iter().all(|(_, entry)| entry.limits.len() == 1);
        for (index, entry) in running {
            match highest {
                Some(_) if is_highest(*index, entry) => {}
                Some((_, highest)) => {
                    let out =
                        Participation::Excluded(Exclusion { limit, preferred: highest.measure });
                    mark(&mut self.guaranteed, *index, out);
                }
                None if alone => {}
                None => mark(&mut self.guaranteed, *index, Participation::Uncertain),
            }
        }
        if highest.is_none() {
            let measures = running.iter().map(|(_, entry)| entry.measure).collect();
            self.undecided.push(UndecidedLimit { limit, measures });
        }
    }
}

/// Whether all have figures in one unit.
fn comparable(running: &[(usize, &Entry)]) -> bool {
    let mut units = running.iter().map(|(_, entry)| entry.figure.map(|figure| figure.unit));
    let first = units.next().flatten();
    first.is_some() && units.all(|unit| unit == first)
}

/// What is out stays out, by the first limit that says so.
fn mark<'a>(entries: &mut [Participation<'a>], index: usize, participation: Participation<'a>) {
    if let Some(old) = entries.get_mut(index)
        && !matches!(old, Participation::Excluded(_))
    {
        *old = participation;
    }
}
