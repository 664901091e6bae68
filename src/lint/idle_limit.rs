//! `idle-limit`: a limit that cannot act, whatever is met.

use crate::rulebook::{Benefit, Decimal, Limit, LimitKind, Measure, Money};

use super::days::shared;
use super::never_chosen::bounds;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "idle-limit", about: "a limit that can never act", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let limits = context.pack.limits.iter().enumerate();
    limits.filter_map(|(place, limit)| finding(context, place, limit)).collect()
}

fn finding(context: &Context<'_>, place: usize, limit: &Limit) -> Option<Finding> {
    let measures: Vec<&Measure> =
        limit.measures.iter().map(|id| &context.pack.measures[*id]).collect();
    let (key, message, help) = match &limit.kind {
        LimitKind::AtMostOne | LimitKind::HighestOnly | LimitKind::SameMatter => {
            exclusive(context, &measures)?
        }
        LimitKind::Cap(cap) => capped(cap, &measures)?,
    };
    let finding = Finding::new(LINT.name, format!("/limits/{place}/{key}"), message);
    Some(finding.help(help))
}

/// Where, what and what to do.
type Doubt = (&'static str, String, &'static str);

fn exclusive(context: &Context<'_>, measures: &[&Measure]) -> Option<Doubt> {
    let help = "name the other measures, or remove the limit";
    if let [only] = measures {
        return Some((
            "measures",
            format!("a limit about `{}` alone excludes nothing", only.id),
            help,
        ));
    }
    let meet = |one: &Measure, other: &Measure| {
        let both = shared(&context.time_of(one), &context.time_of(other));
        both.from.zip(both.to).is_none_or(|(from, to)| from <= to)
    };
    let mut pairs = measures
        .iter()
        .enumerate()
        .flat_map(|(place, one)| measures.iter().skip(place + 1).map(move |other| (one, other)));
    if pairs.any(|(one, other)| meet(one, other)) {
        return None;
    }
    Some(("measures", "no two measures of this limit are ever in force together".to_owned(), help))
}

fn capped(cap: &Money, measures: &[&Measure]) -> Option<Doubt> {
    if cap.amount <= Decimal::ZERO {
        let message = "a cap of 0 takes everything away".to_owned();
        return Some(("amount", message, "state the amount, or remove the measures"));
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
            "state both in one unit: amounts of another are not counted",
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
    // A cap that says what all come to anyway is what some texts do say.
    if most >= cap.amount {
        return None;
    }
    let message = format!(
        "the cap of {} is never reached: all its measures come to {most} at the most",
        cap.amount
    );
    Some(("amount", message, "correct the amount, or remove the limit"))
}

/// The unit of a measure's amount, if it is money.
fn unit(measure: &Measure) -> Option<&str> {
    match &measure.grants.benefit {
        Benefit::Fixed(money) | Benefit::UpTo(money) => Some(&money.unit),
        Benefit::Tiers(tiers) => Some(&tiers.unit),
        Benefit::Rate(rate) => Some(&rate.unit),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    }
}
