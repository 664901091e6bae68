//! The limits that a scenario exercises: without one of them, its combination would differ.

use std::rc::Rc;

use crate::engine::{Assessment, Candidate, EvalContext, Outcome, Truth, candidates, combine};
use crate::rulebook::{Benefit, Evidence, Limit, LimitKind, Measure, RulePack};

/// For each limit of the pack, whether the case exercises it.
///
/// Only measures that are met, or met in direction, count. Whether a limit affects an open measure
/// is not known yet.
pub(super) fn exercised_limits(context: &EvalContext<'_>, assessment: &Assessment) -> Vec<bool> {
    let pack = context.pack;
    let is_met =
        |candidate: &Candidate| matches!(candidate.outcome, Outcome::Met | Outcome::MetInDirection);
    let mut met = candidates(context, assessment);
    met.retain(is_met);
    // A limit holds in every round.
    met.iter_mut().for_each(|candidate| candidate.closed = Truth::False);
    let combination = combine(pack, &met);
    let cuts = || {
        [&combination.guaranteed, &combination.possible]
            .into_iter()
            .flat_map(|side| &side.cap_reductions)
    };
    let exercised = pack.limits.iter().map(|limit| {
        let count =
            met.iter().filter(|candidate| limit.measures.contains(&candidate.measure)).count();
        // A cap without figures cannot cut anything, so two met measures are enough for it.
        if limit.kind.is_exclusive() || !can_cut(pack, limit) {
            count > 1
        } else {
            // Reaching the cap exactly counts too: it may be impossible to exceed it.
            cuts().any(|cut| std::ptr::eq(cut.limit, limit)) || reaches(pack, limit, &met)
        }
    });
    exercised.collect()
}

/// Whether a measure under the cap has a confirmed figure in the unit of the cap.
fn can_cut(pack: &RulePack, limit: &Limit) -> bool {
    let LimitKind::Cap(cap) = &limit.kind else { return false };
    limit.measures.iter().any(|id| {
        let measure = &pack.measures[*id];
        measure.grants.evidence != Evidence::Secondary && unit(measure) == Some(&cap.unit)
    })
}

/// Whether the sum of the measures under a cap reaches it, with all payments.
fn reaches(pack: &RulePack, limit: &Limit, met: &[Candidate]) -> bool {
    let LimitKind::Cap(cap) = &limit.kind else { return false };
    let under = met.iter().filter(|candidate| limit.measures.contains(&candidate.measure));
    let maxima = under.filter_map(|candidate| {
        let amount = candidate.amount.as_ref().filter(|amount| amount.unit == cap.unit)?;
        let times = pack.measures[candidate.measure]
            .grants
            .period
            .and_then(|period| period.times)
            .unwrap_or(1);
        Some(i128::from(amount.max?.millionths()) * i128::from(times))
    });
    maxima.sum::<i128>() >= i128::from(cap.amount.millionths())
}

fn unit(measure: &Measure) -> Option<&Rc<str>> {
    match &measure.grants.benefit {
        Benefit::Fixed(money) | Benefit::UpTo(money) => Some(&money.unit),
        Benefit::Tiers(tiers) => Some(&tiers.unit),
        Benefit::Rate(rate) => Some(&rate.unit),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    }
}
