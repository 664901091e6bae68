//! Chances: how likely it is that an answer decides a measure.

use crate::rulebook::{FactId, MeasureId};

use super::assess::Assessment;
use super::compiled::{CompiledPack, Form, Part, Region, Scratch, Split, UNKNOWN};
use super::evaluate::EvalContext;

/// Certainty; chances are whole parts of it.
const CERTAIN: u64 = 1 << 16;

/// Most groups of options that are tried in all combinations.
const MOST_GROUPS: usize = 4;

/// Tries regions of facts on measures.
pub(super) struct Chances<'a> {
    rules: &'a CompiledPack,
    /// The regions that the answers are in, changed while something is tried and then put back
    regions: Vec<Region>,
    scratch: Scratch,
}

impl<'a> Chances<'a> {
    pub(super) fn new(rules: &'a CompiledPack, assessment: &Assessment) -> Chances<'a> {
        Chances { rules, regions: assessment.regions().to_vec(), scratch: Scratch::default() }
    }

    /// The chance that an answer about a fact decides an open measure that it can change; never none, because with
    /// other answers it may still.
    pub(super) fn decided(
        &mut self,
        context: &EvalContext<'_>,
        measure: MeasureId,
        fact: FactId,
    ) -> u64 {
        let Form::Diagram(part) = self.rules.form(measure) else { return 1 };
        let mut splits = Vec::new();
        self.rules.each_split(part, &mut |place, split| {
            let mut reads = split.fact() == Some(fact);
            // Of several facts that are compared, the last one decides.
            if let Split::Comparison(_) = split {
                let mut open = 0;
                split.each_fact(&mut |other| {
                    reads |= other == fact;
                    open += usize::from(context.answers.value(other).is_none());
                });
                reads &= open == 1;
            }
            let is_open = self.regions.get(place as usize) == Some(&UNKNOWN);
            if reads && is_open && !splits.contains(&place) {
                splits.push(place);
            }
        });
        splits.truncate(MOST_GROUPS);
        let chance = self.tried(part, &splits, CERTAIN);
        splits.iter().for_each(|place| self.set(*place, UNKNOWN));
        chance.max(1)
    }

    /// The chance that the measure is decided when all of these splits are known, times the chance to get here.
    fn tried(&mut self, part: Part, splits: &[u32], chance: u64) -> u64 {
        let Some((place, rest)) = splits.split_first() else {
            let decided = self.rules.decided(part, &self.regions, &mut self.scratch);
            return if decided.is_some() { chance } else { 0 };
        };
        let Some(split) = self.rules.splits.get(*place as usize) else { return 0 };
        let mut decided = 0;
        for region in 0..split.regions() {
            let (part_of, all) = weight(split, region);
            if part_of > 0 {
                self.set(*place, Region::try_from(region).unwrap_or(UNKNOWN));
                decided += self.tried(part, rest, chance * part_of / all);
            }
        }
        decided
    }

    fn set(&mut self, place: u32, region: Region) {
        if let Some(slot) = self.regions.get_mut(place as usize) {
            *slot = region;
        }
    }
}

/// How likely a region is, as a part of a whole: by options where there are any, else all alike.
fn weight(split: &Split, region: usize) -> (u64, u64) {
    match split {
        Split::Choice(_, sets) => {
            let count = |place: usize| sets.get(place).map_or(0, |set| u64::from(set.count()));
            (count(region), (0..sets.len()).map(count).sum())
        }
        // A number over zero is not to be expected.
        Split::Comparison(_) => (u64::from(region < 2), 2),
        Split::YesNo(_) | Split::Choices(..) | Split::Ordered(..) => (1, split.regions() as u64),
    }
}
