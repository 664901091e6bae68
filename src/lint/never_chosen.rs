//! `never-chosen`: a measure that a limit shadows for ever: whoever meets it meets another as well, which excludes it and
//! gives no less.

use crate::engine::Example;
use crate::rulebook::{Benefit, Decimal, Grade, Id, LimitKind, Measure, MeasureId, Tier, When};

use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "never-chosen", about: "a measure that a limit always takes away", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, limit) in context.pack.limits.iter().enumerate() {
        match limit.kind {
            LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => {}
            LimitKind::Cap(_) => continue,
        }
        for measure in &limit.measures {
            let others = limit.measures.iter().filter(|other| *other != measure);
            if let Some(other) = others.copied().find(|other| gives_way(context, *measure, *other))
            {
                let (loser, winner) =
                    (&context.pack.measures[*measure], &context.pack.measures[other]);
                let message = format!(
                    "the measure `{}` is never chosen: `{}` always takes its place",
                    loser.id, winner.id
                );
                let finding =
                    Finding::new(LINT.name, format!("{}/id", context.measure(*measure)), message)
                        .label("whoever meets this one")
                        .related(
                            format!("{}/id", context.measure(other)),
                            "meets this one as well, which gives no less",
                        )
                        .related(format!("/limits/{place}/kind"), "and only one of them is granted")
                        .help("correct the criteria, the amounts or the limit");
                findings.push(match context.example_of(loser, &conditions(loser)) {
                    Example::Answers(day, answers) => finding.example(day, answers),
                    Example::Unsatisfiable | Example::Unknown => finding,
                });
            }
        }
    }
    findings
}

/// Whether a measure is shadowed by another; of two that shadow each other, the later gives way.
fn gives_way(context: &Context<'_>, measure: MeasureId, other: MeasureId) -> bool {
    is_shadowed(context, measure, other)
        && (other.index() < measure.index() || !is_shadowed(context, other, measure))
}

/// Whether everybody who meets a measure meets the other, which is sure to give at least as much.
fn is_shadowed(context: &Context<'_>, measure: MeasureId, other: MeasureId) -> bool {
    let (measure, winner) = (&context.pack.measures[measure], &context.pack.measures[other]);
    let is_sure = winner.criteria.iter().all(|criterion| criterion.grade == Grade::Explicit);
    let (Some((_, most, unit)), Some((least, _, other_unit))) = (bounds(measure), bounds(winner))
    else {
        return false;
    };
    let (own_time, time) = (context.time_of(measure), context.time_of(winner));
    let begins = time.from.is_none_or(|from| own_time.from.is_some_and(|own| from <= own));
    let ends = time.to.is_none_or(|to| own_time.to.is_some_and(|own| own <= to));
    // Figures are for one payment: they compare where the payments are the same.
    let is_alike = measure.grants.period == winner.grants.period;
    if !is_sure
        || !begins
        || !ends
        || !is_alike
        || unit != other_unit
        || least < most
        || context.pack.measures[other].id == measure.id
    {
        return false;
    }
    let whole = When::All(conditions(winner).into_iter().cloned().collect());
    let misses = When::Not(Box::new(whole));
    let own = conditions(measure);
    let without: Vec<&When> = own.iter().copied().chain([&misses]).collect();
    context.is_never(measure, &without) && !context.is_never(measure, &own)
}

/// The least and the most that a measure can give in one payment, with the unit; nothing if a text gives no figure.
pub(super) fn bounds(measure: &Measure) -> Option<(Decimal, Decimal, &str)> {
    match &measure.grants.benefit {
        Benefit::Fixed(money) => Some((money.amount, money.amount, &money.unit)),
        Benefit::UpTo(money) => Some((Decimal::ZERO, money.amount, &money.unit)),
        Benefit::Tiers(tiers) => {
            let amounts = || tiers.tiers.iter().map(|Tier { amount, .. }| *amount);
            // Below and above the tiers nothing is granted.
            Some((Decimal::ZERO, amounts().max()?, &tiers.unit))
        }
        Benefit::Rate(rate) => Some((Decimal::ZERO, rate.cap?, &rate.unit)),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    }
}
