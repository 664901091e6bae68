//! `idle-limit`: a limit that has no effect, whichever measures are met.

use crate::rulebook::{Benefit, Decimal, Limit, LimitKind, Measure, Money};

use super::never_chosen::bounds;
use super::sample_days::intersection;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "idle-limit", description: "a limit that has no effect", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let limits = context.pack.limits.iter().enumerate();
    limits.filter_map(|(index, limit)| finding(context, index, limit)).collect()
}

fn finding(context: &Context<'_>, index: usize, limit: &Limit) -> Option<Finding> {
    let measures: Vec<&Measure> =
        limit.measures.iter().map(|id| &context.pack.measures[*id]).collect();
    let (key, message, help) = match &limit.kind {
        LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => {
            exclusive(context, &measures)?
        }
        LimitKind::Cap(cap) => capped(cap, &measures)?,
    };
    let finding = Finding::new(LINT.name, format!("/limits/{index}/{key}"), message);
    Some(finding.help(help))
}

/// The key in the limit, the message and the help.
type Problem = (&'static str, String, &'static str);

fn exclusive(context: &Context<'_>, measures: &[&Measure]) -> Option<Problem> {
    let help = "add the other measures, or remove the limit";
    if let [only] = measures {
        return Some((
            "measures",
            format!("a limit on `{}` alone excludes nothing", only.id),
            help,
        ));
    }
    let overlap = |one: &Measure, other: &Measure| {
        let both = intersection(&context.period_of(one), &context.period_of(other));
        both.from.zip(both.to).is_none_or(|(from, to)| from <= to)
    };
    let mut pairs = measures
        .iter()
        .enumerate()
        .flat_map(|(index, one)| measures.iter().skip(index + 1).map(move |other| (one, other)));
    if pairs.any(|(one, other)| overlap(one, other)) {
        return None;
    }
    let message = "no two measures of this limit are ever in force on the same day".to_owned();
    Some(("measures", message, help))
}

fn capped(cap: &Money, measures: &[&Measure]) -> Option<Problem> {
    if cap.amount <= Decimal::ZERO {
        let message = "a cap of 0 removes all amounts".to_owned();
        return Some(("amount", message, "correct the amount, or remove the measures"));
    }
    let other = measures.iter().find_map(|measure| {
        unit(measure).filter(|unit| *unit != &*cap.unit).map(|unit| (measure, unit))
    });
    if let Some((measure, unit)) = other {
        let message =
            format!("the cap is in {}, but the amount of `{}` in {unit}", cap.unit, measure.id);
        return Some((
            "unit",
            message,
            "use the same unit: amounts in other units do not count towards the cap",
        ));
    }
    let most = measures.iter().try_fold(Decimal::ZERO, |sum, measure| {
        let (_, most, _) = bounds(measure)?;
        let times = match &measure.grants.period {
            Some(period) => i64::from(period.times?),
            None => 1,
        };
        let all = most.millionths().checked_mul(times)?;
        Some(Decimal::from_millionths(sum.millionths().checked_add(all)?))
    })?;
    // A cap equal to the sum is not reported, because some legal texts state it.
    if most >= cap.amount {
        return None;
    }
    let message = format!(
        "the cap of {} is never reached: its measures grant at most {most} in total",
        cap.amount
    );
    Some(("amount", message, "correct the amount, or remove the limit"))
}

/// The unit of a measure's amount, if the grant is money.
fn unit(measure: &Measure) -> Option<&str> {
    match &measure.grants.benefit {
        Benefit::Fixed(money) | Benefit::UpTo(money) => Some(&money.unit),
        Benefit::Tiers(tiers) => Some(&tiers.unit),
        Benefit::Rate(rate) => Some(&rate.unit),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    }
}
