//! The best combination of the wanted measures.

use crate::engine::{Candidate, Combination, candidates, combine};
use crate::rulebook::{Limit, MeasureId};
use crate::widget::evaluation::Evaluation;
#[cfg(feature = "cli")]
use crate::widget::text::{CombinationText, format_combination};

use super::groups::{Group, exclusive_limit};

/// The wanted measures that can still be met, with their amounts.
pub(super) fn wanted_candidates(evaluation: &Evaluation) -> Vec<Candidate> {
    let mut candidates = candidates(&evaluation.context(), &evaluation.assessment);
    candidates.retain(|candidate| evaluation.wanted.includes(candidate.measure));
    candidates
}

/// The best combination of the wanted measures.
pub(in crate::widget) fn combination(evaluation: &Evaluation) -> Combination<'_> {
    combine(&evaluation.pack.rules, &wanted_candidates(evaluation))
}

/// The best combination of the wanted measures as text; `None` if nothing can be granted.
#[cfg(feature = "cli")]
pub(in crate::widget) fn current_combination(evaluation: &Evaluation) -> Option<CombinationText> {
    let pack = &evaluation.pack;
    format_combination(&pack.catalogue, pack.locale, &pack.rules, &combination(evaluation))
}

/// Measures of the results of which only one can be granted.
pub(super) struct Alternatives<'a> {
    /// The limit that says so
    pub(super) limit: &'a Limit,
    /// The measures, in the order of the results
    pub(super) measures: Vec<MeasureId>,
    /// The one that the total includes
    pub(super) counted: Option<MeasureId>,
}

/// The alternatives among the measures of the results, each measure in at most one of them.
pub(super) fn alternatives<'a>(
    evaluation: &'a Evaluation,
    groups: &[(Group, Vec<MeasureId>)],
    combination: &Combination<'_>,
) -> Vec<Alternatives<'a>> {
    let results = groups.iter().filter(|(group, _)| group.is_result());
    let mut found: Vec<Alternatives<'a>> = Vec::new();
    for id in results.flat_map(|(_, measures)| measures) {
        let Some(limit) = exclusive_limit(evaluation, *id) else { continue };
        match found.iter_mut().find(|known| std::ptr::eq(known.limit, limit)) {
            Some(known) => known.measures.push(*id),
            None => found.push(Alternatives { limit, measures: vec![*id], counted: None }),
        }
    }
    found.retain(|alternatives| alternatives.measures.len() > 1);
    if combination.has_totals {
        let granted = &combination.guaranteed.granted;
        for alternatives in &mut found {
            let mut measures = alternatives.measures.iter();
            alternatives.counted = measures.find(|id| granted.contains(id)).copied();
        }
    }
    found
}
