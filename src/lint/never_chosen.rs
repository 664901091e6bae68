//! `never-chosen`: a measure that is dominated by another one: everyone who meets it also meets
//! the other, which excludes it and grants at least as much.

use crate::engine::Example;
use crate::rulebook::{Benefit, Decimal, Grade, Id, LimitKind, Measure, MeasureId, Tier, When};

use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "never-chosen", description: "a measure that another one always excludes", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, limit) in context.pack.limits.iter().enumerate() {
        match limit.kind {
            LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => {}
            LimitKind::Cap(_) => continue,
        }
        for measure in &limit.measures {
            let others = limit.measures.iter().filter(|other| *other != measure);
            if let Some(other) =
                others.copied().find(|other| is_excluded_by(context, *measure, *other))
            {
                let (dominated, dominant) =
                    (&context.pack.measures[*measure], &context.pack.measures[other]);
                let message = format!(
                    "the measure `{}` is never chosen: `{}` is always at least as good",
                    dominated.id, dominant.id
                );
                let finding = Finding::new(
                    LINT.name,
                    format!("{}/id", context.measure_pointer(*measure)),
                    message,
                )
                .label("everyone who meets this measure")
                .related(
                    format!("{}/id", context.measure_pointer(other)),
                    "also meets this one, which grants at least as much",
                )
                .related(format!("/limits/{index}/kind"), "only one of them is granted")
                .help("correct the criteria, the amounts or the limit");
                findings.push(match context.example_of(dominated, &conditions(dominated)) {
                    Example::Answers(day, answers) => finding.example(day, answers),
                    Example::Unsatisfiable | Example::Unknown => finding,
                });
            }
        }
    }
    findings
}

/// Whether a measure is always excluded in favour of another. Of two that dominate each other, the
/// later one is excluded.
fn is_excluded_by(context: &Context<'_>, measure: MeasureId, other: MeasureId) -> bool {
    is_dominated(context, measure, other)
        && (other.index() < measure.index() || !is_dominated(context, other, measure))
}

/// Whether everyone who meets a measure also meets the other, which certainly grants at least as
/// much.
fn is_dominated(context: &Context<'_>, measure: MeasureId, other: MeasureId) -> bool {
    let (measure, dominant) = (&context.pack.measures[measure], &context.pack.measures[other]);
    let is_certain = dominant.criteria.iter().all(|criterion| criterion.grade == Grade::Explicit);
    let (Some((_, most, unit)), Some((least, _, other_unit))) = (bounds(measure), bounds(dominant))
    else {
        return false;
    };
    let (own_period, period) = (context.period_of(measure), context.period_of(dominant));
    let covers_start =
        period.from.is_none_or(|from| own_period.from.is_some_and(|own| from <= own));
    let covers_end = period.to.is_none_or(|to| own_period.to.is_some_and(|own| own <= to));
    // Figures are for one payment, so they are comparable only if the payments are the same.
    let is_comparable = measure.grants.period == dominant.grants.period;
    if !is_certain
        || !covers_start
        || !covers_end
        || !is_comparable
        || unit != other_unit
        || least < most
        || context.pack.measures[other].id == measure.id
    {
        return false;
    }
    let all = When::All(conditions(dominant).into_iter().cloned().collect());
    let not_met = When::Not(Box::new(all));
    let own = conditions(measure);
    let only_own: Vec<&When> = own.iter().copied().chain([&not_met]).collect();
    context.is_unsatisfiable(measure, &only_own) && !context.is_unsatisfiable(measure, &own)
}

/// The minimum and maximum of one payment of a measure, with the unit. Returns `None` if there is
/// no figure.
pub(super) fn bounds(measure: &Measure) -> Option<(Decimal, Decimal, &str)> {
    match &measure.grants.benefit {
        Benefit::Fixed(money) => Some((money.amount, money.amount, &money.unit)),
        Benefit::UpTo(money) => Some((Decimal::ZERO, money.amount, &money.unit)),
        Benefit::Tiers(tiers) => {
            let amounts = || tiers.tiers.iter().map(|Tier { amount, .. }| *amount);
            // Outside the tiers nothing is granted.
            Some((Decimal::ZERO, amounts().max()?, &tiers.unit))
        }
        Benefit::Rate(rate) => Some((Decimal::ZERO, rate.cap?, &rate.unit)),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    }
}
