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

/// Those that were chosen; all of them, if none was, or none of those is in reach any more.
pub(super) fn wanted(view: &View, paper: &Paper) -> Vec<MeasureId> {
    let all = in_reach(view);
    let named: Vec<MeasureId> = all.iter().copied().filter(|id| paper.names(*id)).collect();
    if named.is_empty() { all } else { named }
}
