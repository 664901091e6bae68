//! `uneven-tiers`: tiers that overlap, leave gaps or grant nothing.
//!
//! Both bounds of a tier are inclusive. If two tiers share a bound, that number has two amounts,
//! which is an overlap unless the amounts are equal. Decimals have six places. The values of a
//! growth or a ratio can be closer than that, but tiers cannot and need not be.

use crate::engine::Example;
use crate::rulebook::{
    Benefit, Comparison, Decimal, FactKind, Id, Measure, MeasureId, Quantity, RulePack, Tier,
    Tiers, When,
};

use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "uneven-tiers",
    description: "tiers that overlap, leave gaps or grant nothing",
    check,
};

/// The step of a constant: it does not make the step of a sum or difference smaller.
const NO_STEP: i64 = i64::MAX;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in context.pack.measures.iter() {
        let Benefit::Tiers(tiers) = &measure.grants.benefit else { continue };
        let mut sorted: Vec<(usize, &Tier)> = tiers.tiers.iter().enumerate().collect();
        sorted.sort_by_key(|(_, tier)| (tier.from, tier.to));
        let mut previous: Option<(usize, &Tier)> = None;
        for tier in &sorted {
            findings
                .extend(previous.and_then(|low| check_adjacent(context, id, tiers, low, *tier)));
            // A tier inside the previous one does not replace it.
            previous = previous.filter(|(_, low)| low.to >= tier.1.to).or(Some(*tier));
        }
        for (index, tier) in &sorted {
            findings.extend(check_tier(context, id, tiers, *index, tier));
        }
        if let (Some(first), Some(last)) = (sorted.first(), previous) {
            let below = (first.0, "from", Comparison::LessThan, first.1.from);
            let above = (last.0, "to", Comparison::MoreThan, last.1.to);
            findings.extend(
                [below, above].into_iter().filter_map(|end| check_outside(context, id, tiers, end)),
            );
        }
    }
    findings
}

fn tier_pointer(context: &Context<'_>, id: MeasureId, index: usize, key: &str) -> String {
    format!("{}/grants/tiers/tiers/{index}/{key}", context.measure_pointer(id))
}

/// Checks a tier and the previous one for an overlap or a gap.
fn check_adjacent(
    context: &Context<'_>,
    id: MeasureId,
    tiers: &Tiers,
    (low_index, low): (usize, &Tier),
    (index, tier): (usize, &Tier),
) -> Option<Finding> {
    let measure = &context.pack.measures[id].id;
    let next =
        Decimal::from_millionths(low.to.millionths().saturating_add(step(context.pack, &tiers.by)));
    let (message, label, help) = if tier.from == low.to && tier.amount == low.amount {
        return None;
    } else if tier.from <= low.to {
        let shared = tier.from;
        (
            format!("two tiers of `{measure}` overlap: {shared} is in both"),
            "begins before the previous tier ends",
            "put each number in one tier only: both bounds are inclusive",
        )
    } else if tier.from > next {
        (
            format!("there is a gap between two tiers of `{measure}`: {next} is in neither"),
            "begins after the gap",
            "close the gap, or state in a note that nothing is granted there",
        )
    } else {
        return None;
    };
    let mut finding = Finding::new(LINT.name, tier_pointer(context, id, index, "from"), message)
        .label(label)
        .related(tier_pointer(context, id, low_index, "to"), "the previous tier ends here");
    if next <= tier.to {
        finding = finding.suggest(tier_pointer(context, id, index, "from"), format!("\"{next}\""));
    }
    Some(finding.help(help))
}

/// Checks a single tier: that the number can be in it, and that it grants something.
fn check_tier(
    context: &Context<'_>,
    id: MeasureId,
    tiers: &Tiers,
    index: usize,
    tier: &Tier,
) -> Option<Finding> {
    let measure = &context.pack.measures[id].id;
    if let Quantity::Fact(fact) = &tiers.by
        && let FactKind::Number(kind) = &context.pack.facts[*fact].kind
        && (kind.min.is_some_and(|min| tier.to < min)
            || kind.max.is_some_and(|max| tier.from > max))
    {
        let message = format!("no value is in this tier of `{measure}`");
        let finding = Finding::new(LINT.name, tier_pointer(context, id, index, "from"), message)
            .label(format!("outside the bounds of `{}`", context.pack.facts[*fact].id))
            .related(format!("/facts/{}/kind", fact.index()), "the bounds");
        return Some(finding.help("correct the tier or the bounds"));
    }
    if tier.amount > Decimal::ZERO {
        return None;
    }
    let message = format!("a tier of `{measure}` grants {}", tier.amount);
    let finding = Finding::new(LINT.name, tier_pointer(context, id, index, "amount"), message);
    Some(
        finding.help(
            "correct the amount, or remove the tier and exclude its numbers with a criterion",
        ),
    )
}

/// Checks whether the measure can be met below the first tier or above the last.
fn check_outside(
    context: &Context<'_>,
    id: MeasureId,
    tiers: &Tiers,
    (index, key, comparison, end): (usize, &str, Comparison, Decimal),
) -> Option<Finding> {
    let measure: &Measure = &context.pack.measures[id];
    let outside = When::Compare(tiers.by.clone(), comparison, Quantity::Constant(end));
    let mut met = conditions(measure);
    met.push(&outside);
    if context.is_unsatisfiable(measure, &met) {
        return None;
    }
    let Example::Answers(day, answers) = context.example_of(measure, &met) else { return None };
    let side = if comparison == Comparison::LessThan { "below" } else { "above" };
    let message = format!("`{}` can be met {side} its tiers, where it grants nothing", measure.id);
    let finding = Finding::new(LINT.name, tier_pointer(context, id, index, key), message)
        .label(format!("nothing is granted {side} this"))
        .example(day, answers);
    Some(finding.help("add a tier, or exclude these numbers with a criterion"))
}

/// The smallest distance between values of a quantity, in millionths; 1 if there is none.
fn step(pack: &RulePack, by: &Quantity) -> i64 {
    match value_step(pack, by) {
        Some(step) if step != NO_STEP => step,
        _ => 1,
    }
}

fn value_step(pack: &RulePack, by: &Quantity) -> Option<i64> {
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
            Some(value_step(pack, left)?.min(value_step(pack, right)?))
        }
        Quantity::Sum(parts) | Quantity::HighestOf(parts) | Quantity::LowestOf(parts) => {
            parts.iter().try_fold(NO_STEP, |finest, part| Some(finest.min(value_step(pack, part)?)))
        }
        Quantity::Percent(..)
        | Quantity::Ratio(..)
        | Quantity::Growth(..)
        | Quantity::Points(_) => None,
    }
}
