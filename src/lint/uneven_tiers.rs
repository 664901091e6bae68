//! `uneven-tiers`: tiers of an amount that overlap, leave out values, or give nothing.
//!
//! Both ends of a tier belong to it. So where two tiers touch, the number they share has two amounts, and the outcome names
//! both: that is an overlap, unless the amounts are the same. Numbers are exact to the millionth; tiers of a growth or a ratio,
//! whose values lie as close as one likes, cannot be written closer than that, and need not be.

use crate::engine::Example;
use crate::rulebook::{
    Benefit, Comparison, Decimal, FactKind, Id, Measure, MeasureId, Quantity, RulePack, Tier,
    Tiers, When,
};

use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "uneven-tiers",
    about: "tiers that overlap, leave out values or give nothing",
    check,
};

/// How far a fixed number is from the next: it has none, and so makes no other number come closer.
const NO_STEP: i64 = i64::MAX;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in context.pack.measures.iter() {
        let Benefit::Tiers(tiers) = &measure.grants.benefit else { continue };
        let mut sorted: Vec<(usize, &Tier)> = tiers.tiers.iter().enumerate().collect();
        sorted.sort_by_key(|(_, tier)| (tier.from, tier.to));
        let mut reaching: Option<(usize, &Tier)> = None;
        for tier in &sorted {
            findings.extend(reaching.and_then(|low| neighbours(context, id, tiers, low, *tier)));
            // A tier within another does not end what the other begins.
            reaching = reaching.filter(|(_, low)| low.to >= tier.1.to).or(Some(*tier));
        }
        for (place, tier) in &sorted {
            findings.extend(alone(context, id, tiers, *place, tier));
        }
        if let (Some(first), Some(last)) = (sorted.first(), reaching) {
            let below = (first.0, "from", Comparison::LessThan, first.1.from);
            let above = (last.0, "to", Comparison::MoreThan, last.1.to);
            findings.extend(
                [below, above].into_iter().filter_map(|end| beyond(context, id, tiers, end)),
            );
        }
    }
    findings
}

fn at(context: &Context<'_>, id: MeasureId, place: usize, key: &str) -> String {
    format!("{}/grants/tiers/tiers/{place}/{key}", context.measure(id))
}

/// Two tiers, one after the other.
fn neighbours(
    context: &Context<'_>,
    id: MeasureId,
    tiers: &Tiers,
    (low_place, low): (usize, &Tier),
    (place, tier): (usize, &Tier),
) -> Option<Finding> {
    let measure = &context.pack.measures[id].id;
    let next =
        Decimal::from_millionths(low.to.millionths().saturating_add(step(context.pack, &tiers.by)));
    let (what, label, help) = if tier.from == low.to && tier.amount == low.amount {
        return None;
    } else if tier.from <= low.to {
        let shared = tier.from;
        (
            format!("two tiers of `{measure}` overlap: {shared} is in both"),
            "begins before the other ends",
            "let each number be in one tier only: both ends belong to a tier",
        )
    } else if tier.from > next {
        (
            format!("between two tiers of `{measure}` there is a gap: {next} is in neither"),
            "begins too late",
            "close the gap, or say in a note that nothing is granted there",
        )
    } else {
        return None;
    };
    let mut finding = Finding::new(LINT.name, at(context, id, place, "from"), what)
        .label(label)
        .related(at(context, id, low_place, "to"), "the tier before it ends here");
    if next <= tier.to {
        finding = finding.suggest(at(context, id, place, "from"), format!("\"{next}\""));
    }
    Some(finding.help(help))
}

/// A tier by itself: one that no number reaches, or that gives nothing.
fn alone(
    context: &Context<'_>,
    id: MeasureId,
    tiers: &Tiers,
    place: usize,
    tier: &Tier,
) -> Option<Finding> {
    let measure = &context.pack.measures[id].id;
    if let Quantity::Fact(fact) = &tiers.by
        && let FactKind::Number(kind) = &context.pack.facts[*fact].kind
        && (kind.min.is_some_and(|min| tier.to < min)
            || kind.max.is_some_and(|max| tier.from > max))
    {
        let message = format!("no number reaches this tier of `{measure}`");
        let finding = Finding::new(LINT.name, at(context, id, place, "from"), message)
            .label(format!("outside the bounds of `{}`", context.pack.facts[*fact].id))
            .related(format!("/facts/{}/kind", fact.index()), "these bounds");
        return Some(finding.help("correct the tier, or the bounds"));
    }
    if tier.amount > Decimal::ZERO {
        return None;
    }
    let message = format!("a tier of `{measure}` grants {}", tier.amount);
    let finding = Finding::new(LINT.name, at(context, id, place, "amount"), message);
    Some(
        finding.help(
            "correct the amount, or leave the tier out and say in a criterion who gets nothing",
        ),
    )
}

/// Numbers with which the measure is met, but below the first tier or above the last.
fn beyond(
    context: &Context<'_>,
    id: MeasureId,
    tiers: &Tiers,
    (place, key, comparison, end): (usize, &str, Comparison, Decimal),
) -> Option<Finding> {
    let measure: &Measure = &context.pack.measures[id];
    let outside = When::Compare(tiers.by.clone(), comparison, Quantity::Constant(end));
    let mut met = conditions(measure);
    met.push(&outside);
    if context.is_never(measure, &met) {
        return None;
    }
    let Example::Answers(day, answers) = context.example_of(measure, &met) else { return None };
    let side = if comparison == Comparison::LessThan { "below" } else { "above" };
    let message = format!("`{}` can be met, and grants nothing, {side} its tiers", measure.id);
    let finding = Finding::new(LINT.name, at(context, id, place, key), message)
        .label(format!("nothing is granted {side} this"))
        .example(day, answers);
    Some(finding.help("add a tier, or a criterion that leaves these numbers out"))
}

/// How far apart the values of a quantity are, in millionths; one, if they can be as close as one likes.
fn step(pack: &RulePack, by: &Quantity) -> i64 {
    match own_step(pack, by) {
        Some(step) if step != NO_STEP => step,
        _ => 1,
    }
}

fn own_step(pack: &RulePack, by: &Quantity) -> Option<i64> {
    match by {
        Quantity::Fact(fact) => match &pack.facts[*fact].kind {
            FactKind::Number(kind) => {
                Some(10_i64.pow(u32::from(6_u8.saturating_sub(kind.decimals))))
            }
            FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) | FactKind::Date => None,
        },
        Quantity::Constant(_) => Some(NO_STEP),
        Quantity::MonthsSince(_) | Quantity::DaysSince(_) => Some(1_000_000),
        Quantity::Difference(left, right) => {
            Some(own_step(pack, left)?.min(own_step(pack, right)?))
        }
        Quantity::Sum(parts) => {
            parts.iter().try_fold(NO_STEP, |finest, part| Some(finest.min(own_step(pack, part)?)))
        }
        Quantity::Percent(..) | Quantity::Ratio(..) | Quantity::Growth(..) => None,
    }
}
