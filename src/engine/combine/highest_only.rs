//! Contests: which measures under a highest-only limit are out, and whether it is decided which is the highest.

use crate::rulebook::{Limit, LimitKind, RulePack};

use super::entry::{Entries, Entry, Worth};
use super::{Exclusion, UndecidedLimit};
use crate::engine::outcome::Outcome;

/// Whether an entry takes part on a side.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    Takes,
    /// It may be granted, but nothing of it is certain
    Uncertain,
    /// It is not the highest, whatever the missing answers are
    Out(Exclusion<'a>),
}

/// What the highest-only limits leave, for each entry.
pub(super) struct Contests<'a> {
    pub(super) guaranteed: Vec<Part<'a>>,
    pub(super) possible: Vec<Part<'a>>,
    pub(super) undecided: Vec<UndecidedLimit<'a>>,
}

pub(super) fn contests<'a>(book: &'a RulePack, entries: &Entries) -> Contests<'a> {
    let takes = vec![Part::Takes; entries.list.len()];
    let mut contests =
        Contests { guaranteed: takes.clone(), possible: takes, undecided: Vec::new() };
    let mut best = vec![None; entries.units.len()];
    for (place, limit) in book.limits.iter().enumerate() {
        if limit.kind == LimitKind::HighestOnly {
            let under: Vec<(usize, &Entry)> = entries.under(place).collect();
            contests.hold(limit, &under, &mut best);
        }
    }
    contests
}

impl<'a> Contests<'a> {
    /// Linear in the entries, because a hostile pack may put all of them under one limit. `best` is room for one
    /// entry a unit: the one that is met with the greatest least amount.
    fn hold<'e>(
        &mut self,
        limit: &'a Limit,
        under: &[(usize, &'e Entry)],
        best: &mut [Option<(Worth, &'e Entry)>],
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
        for (place, entry) in under {
            let best = entry.figure.and_then(|figure| best.get(figure.unit).copied().flatten());
            let most = entry.figure.map(|figure| figure.most);
            match best.filter(|(least, _)| most.is_some_and(|most| most < *least)) {
                Some((_, higher)) => {
                    let out = Part::Out(Exclusion { limit, preferred: higher.measure });
                    mark(&mut self.guaranteed, *place, out);
                    mark(&mut self.possible, *place, out);
                }
                None => running.push((*place, *entry)),
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
        for (place, entry) in running {
            let most = entry.figure.map(|figure| (figure.most, *place));
            if most > greatest {
                (greatest, second) = (most, greatest);
            } else if most > second {
                second = most;
            }
        }
        let is_highest = |place: usize, entry: &Entry| {
            let rival =
                if greatest.is_some_and(|(_, own)| own == place) { second } else { greatest };
            let least = entry.figure.map(|figure| figure.least);
            comparable && entry.outcome == Outcome::Met && least >= rival.map(|(most, _)| most)
        };
        let highest = running.iter().find(|(place, entry)| is_highest(*place, entry));
        let alone = comparable && running.iter().all(|(_, entry)| entry.limits.len() == 1);
        for (place, entry) in running {
            match highest {
                Some(_) if is_highest(*place, entry) => {}
                Some((_, highest)) => {
                    let out = Part::Out(Exclusion { limit, preferred: highest.measure });
                    mark(&mut self.guaranteed, *place, out);
                }
                None if alone => {}
                None => mark(&mut self.guaranteed, *place, Part::Uncertain),
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
fn mark<'a>(parts: &mut [Part<'a>], place: usize, part: Part<'a>) {
    if let Some(old) = parts.get_mut(place)
        && !matches!(old, Part::Out(_))
    {
        *old = part;
    }
}
