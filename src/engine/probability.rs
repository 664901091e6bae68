//! The probability that an answer decides a measure.

use crate::rulebook::{FactId, MeasureId};

use super::assess::Assessment;
use super::compiled::{CompiledPack, Region, Representation, Scratch, Split, SubDiagram, UNKNOWN};
use super::evaluate::EvalContext;

/// Probability 1 in fixed-point arithmetic.
const ONE: u64 = 1 << 16;

/// Maximum number of splits whose regions are tried in all combinations.
const MAX_SPLITS: usize = 4;

/// Estimates probabilities by trying the regions of facts.
pub(super) struct DecisionEstimator<'a> {
    rules: &'a CompiledPack,
    /// The regions of the answers; temporarily changed while regions are tried
    regions: Vec<Region>,
    scratch: Scratch,
}

impl<'a> DecisionEstimator<'a> {
    pub(super) fn new(rules: &'a CompiledPack, assessment: &Assessment) -> DecisionEstimator<'a> {
        DecisionEstimator {
            rules,
            regions: assessment.regions().to_vec(),
            scratch: Scratch::default(),
        }
    }

    /// The probability, in units of 1/[`ONE`], that an answer about a missing fact decides an open
    /// measure. At least one unit, because in combination with other answers the fact can decide
    /// it. `together` are the facts that are asked on the same screen.
    pub(super) fn probability_decided(
        &mut self,
        context: &EvalContext<'_>,
        measure: MeasureId,
        fact: FactId,
        together: &[FactId],
    ) -> u64 {
        let Representation::Diagram(diagram) = self.rules.representation(measure) else { return 1 };
        let mut splits = Vec::new();
        self.rules.each_split(diagram, &mut |index, split| {
            let mut reads = split.fact() == Some(fact);
            // A split of several facts is decided by the last unknown one. The facts of a screen
            // are answered together.
            if split.fact().is_none() {
                let mut is_last = true;
                split.each_fact(&mut |other| {
                    reads |= other == fact;
                    is_last &= other == fact
                        || context.answers.value(other).is_some()
                        || together.contains(&other);
                });
                reads &= is_last;
            }
            let is_open = self.regions.get(index as usize) == Some(&UNKNOWN);
            if reads && is_open && !splits.contains(&index) {
                splits.push(index);
            }
        });
        splits.truncate(MAX_SPLITS);
        let probability = self.weighted_sum(diagram, &splits, ONE);
        splits.iter().for_each(|index| self.set(*index, UNKNOWN));
        probability.max(1)
    }

    /// Sums the probabilities of all regions of these splits in which the measure is decided.
    /// `probability` is that of the regions chosen so far.
    fn weighted_sum(&mut self, diagram: SubDiagram, splits: &[u32], probability: u64) -> u64 {
        let Some((index, rest)) = splits.split_first() else {
            let decided = self.rules.decided(diagram, &self.regions, &mut self.scratch);
            return if decided.is_some() { probability } else { 0 };
        };
        let Some(split) = self.rules.splits.get(*index as usize) else { return 0 };
        let mut decided = 0;
        for region in 0..split.regions() {
            let (weight, total) = region_weight(split, region);
            if weight > 0 {
                self.set(*index, Region::try_from(region).unwrap_or(UNKNOWN));
                decided += self.weighted_sum(diagram, rest, probability * weight / total);
            }
        }
        decided
    }

    fn set(&mut self, index: u32, region: Region) {
        if let Some(slot) = self.regions.get_mut(index as usize) {
            *slot = region;
        }
    }
}

/// The weight of a region and the total weight: the number of options for a choice, otherwise
/// uniform.
fn region_weight(split: &Split, region: usize) -> (u64, u64) {
    match split {
        Split::Choice(_, sets) => {
            let count = |index: usize| sets.get(index).map_or(0, |set| u64::from(set.count()));
            (count(region), (0..sets.len()).map(count).sum())
        }
        // An undefined quotient is not expected.
        Split::Comparison(..) => (u64::from(region < 2), 2),
        Split::Bands(_, bounds, _) => (u64::from(region <= bounds.len()), bounds.len() as u64 + 1),
        Split::YesNo(_) | Split::Choices(..) | Split::Ordered(..) => (1, split.regions() as u64),
    }
}
