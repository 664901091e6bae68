//! The regions of the answers: in which region of each split a pack's known facts lie.

use crate::engine::answers::Answer;
use crate::engine::evaluate::EvalContext;
use crate::rulebook::{FactId, Id, Value};

use super::pack::CompiledPack;
use super::split::{Region, UNKNOWN};

impl CompiledPack {
    /// Finds the region of the answers in each split.
    pub(in crate::engine) fn find_regions(
        &self,
        context: &EvalContext<'_>,
        regions: &mut Vec<Region>,
    ) {
        regions.clear();
        regions.resize(self.splits.len(), UNKNOWN);
        for (fact, answer) in context.answers.iter() {
            if let Answer::Value(value) = answer {
                self.find_fact_regions(context, fact, Some(value), regions);
            }
        }
        // Comparisons may be decided without answers, by the bounds of their numbers.
        self.find_split_regions(context, &self.comparisons, None, regions);
    }

    /// Updates the regions of the splits that depend on a fact.
    pub(in crate::engine) fn find_regions_of(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
        regions: &mut [Region],
    ) {
        self.find_fact_regions(context, fact, context.answers.value(fact), regions);
        self.find_split_regions(context, self.comparisons_of(fact), None, regions);
    }

    fn find_fact_regions(
        &self,
        context: &EvalContext<'_>,
        fact: FactId,
        value: Option<Value>,
        regions: &mut [Region],
    ) {
        let splits = self.splits_of(fact);
        match (value, self.region_tables.get(fact.index())) {
            (Some(value), Some(Some(table))) => table.write(value, splits, regions),
            (value, _) => self.find_split_regions(context, splits, value, regions),
        }
    }

    fn find_split_regions(
        &self,
        context: &EvalContext<'_>,
        indices: &[u32],
        value: Option<Value>,
        regions: &mut [Region],
    ) {
        for index in indices.iter().map(|index| *index as usize) {
            if let (Some(split), Some(region)) = (self.splits.get(index), regions.get_mut(index)) {
                *region = split.region(context, value);
            }
        }
    }
}
