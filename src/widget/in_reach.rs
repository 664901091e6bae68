//! The measures that go on paper and into files.

use crate::engine::Outcome;
use crate::rulebook::MeasureId;

use super::paper::Paper;
use super::view::View;

/// Measures in reach, best news first; within an outcome, in the order of the pack.
pub(super) fn in_reach(view: &View) -> Vec<MeasureId> {
    let outcomes = Outcome::ALL.into_iter().filter(|outcome| outcome.is_possible());
    let with = |outcome| view.assessment.iter().filter(move |(_, assessed)| assessed.outcome == outcome);
    outcomes.flat_map(with).map(|(id, _)| id).collect()
}

/// Measures that were chosen, and are not in reach or no longer: they are not lost without a word.
pub(super) fn out_of_reach(view: &View, paper: &Paper) -> Vec<MeasureId> {
    let chosen = view.assessment.iter().filter(|(id, _)| paper.names(*id));
    chosen.filter(|(_, assessed)| !assessed.outcome.is_possible()).map(|(id, _)| id).collect()
}
