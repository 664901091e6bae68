//! Whether a scenario tries a limit: whether it would come out otherwise without it.

use std::rc::Rc;

use crate::engine::{Assessment, Candidate, EvalContext, Outcome, candidates, combine};
use crate::rulebook::{Benefit, Evidence, Limit, LimitKind, Measure, RulePack};

/// For each limit of the pack, whether this firm runs into it.
///
/// Only what is met, or met in direction, counts: of a measure that is open nobody knows yet whether the limit touches it.
pub(super) fn exercised(context: &EvalContext<'_>, assessment: &Assessment) -> Vec<bool> {
    let book = context.pack;
    let is_met =
        |candidate: &Candidate| matches!(candidate.outcome, Outcome::Met | Outcome::MetInDirection);
    let met: Vec<Candidate> = candidates(context, assessment).into_iter().filter(is_met).collect();
    let combination = combine(book, &met);
    let cuts = || {
        [&combination.guaranteed, &combination.possible]
            .into_iter()
            .flat_map(|side| &side.cap_reductions)
    };
    let exercised = book.limits.iter().map(|limit| {
        let count =
            met.iter().filter(|candidate| limit.measures.contains(&candidate.measure)).count();
        if limit.kind.is_exclusive() || !can_cut(book, limit) {
            count > 1
        } else {
            // What comes to the cap exactly tries it as well: more than that may never be possible.
            cuts().any(|cut| std::ptr::eq(cut.limit, limit)) || reaches(book, limit, &met)
        }
    });
    exercised.collect()
}

/// Whether any of the measures under a cap has a figure that it could cut. A cap over what has none can only be met.
fn can_cut(book: &RulePack, limit: &Limit) -> bool {
    let LimitKind::Cap(cap) = &limit.kind else { return false };
    limit.measures.iter().any(|id| {
        let measure = &book.measures[*id];
        measure.grants.evidence != Evidence::Secondary && unit(measure) == Some(&cap.unit)
    })
}

/// Whether the measures under a cap come to it, every payment counted.
fn reaches(book: &RulePack, limit: &Limit, met: &[Candidate]) -> bool {
    let LimitKind::Cap(cap) = &limit.kind else { return false };
    let under = met.iter().filter(|candidate| limit.measures.contains(&candidate.measure));
    let most = under.filter_map(|candidate| {
        let amount = candidate.amount.as_ref().filter(|amount| amount.unit == cap.unit)?;
        let times = book.measures[candidate.measure]
            .grants
            .period
            .and_then(|period| period.times)
            .unwrap_or(1);
        Some(i128::from(amount.max?.millionths()) * i128::from(times))
    });
    most.sum::<i128>() >= i128::from(cap.amount.millionths())
}

fn unit(measure: &Measure) -> Option<&Rc<str>> {
    match &measure.grants.benefit {
        Benefit::Fixed(money) | Benefit::UpTo(money) => Some(&money.unit),
        Benefit::Tiers(tiers) => Some(&tiers.unit),
        Benefit::Rate(rate) => Some(&rate.unit),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    }
}
