//! Amounts: the exact range of a grant under the known answers.

use std::rc::Rc;

use crate::rulebook::{
    Benefit, Decimal, Evidence, FactSet, Grant, Measure, MeasureId, Quantity, Rate, Tiers,
};

use super::compiled::compile;
use super::evaluate::EvalContext;
use super::interval::Interval;
use super::measure_assessment::MeasureAssessment;
use super::rational::Rational;
use super::truth::Truth;

/// The range of one payment if the measure is granted. Both ends are exact.
///
/// More answers never widen it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Lower bound
    pub min: Decimal,
    /// Upper bound; `None` if no published text sets one
    pub max: Option<Decimal>,
    /// The unit, such as 万元
    pub unit: Rc<str>,
    /// The evidence for the figures; secondary figures are summed only in a pack that has no others
    pub evidence: Evidence,
}

/// The amount of a measure if it is granted. `None` if it can no longer be met, if the grant is not
/// money, or if no figure is published.
pub fn amount(
    context: &EvalContext<'_>,
    measure: MeasureId,
    assessed: &MeasureAssessment,
) -> Option<Amount> {
    if assessed.can_be_met { amount_if_met(context, measure) } else { None }
}

/// Like [`amount`], but without meaning if the measure can no longer be met.
///
/// An unknown number is restricted to the values with which the measure can be met. For example, a
/// rate of a contribution that must be at least 500 starts at that share of 500. The same holds for
/// a computed number. If several comparisons read it, the range contains every possible amount but
/// may be wider than necessary.
pub fn amount_if_met(context: &EvalContext<'_>, measure: MeasureId) -> Option<Amount> {
    let measure = &context.pack.measures[measure];
    let given = || amount_by(context, measure);
    let Some(assumption) = measure.assume.map(|id| &context.pack.assumptions[id]) else {
        return given();
    };
    let answers = context.with_assumed(assumption);
    let assumed = || amount_by(&EvalContext { answers: &answers, ..*context }, measure);
    match context.truth(&assumption.when) {
        Truth::True => assumed(),
        Truth::False => given(),
        // Either may be the amount.
        Truth::Unknown => match (given(), assumed()) {
            (Some(one), Some(other)) => Some(one.hull(other)),
            (one, other) => one.or(other),
        },
    }
}

/// The percentage of a grant and the number that it applies to. `None` if the grant is not a
/// percentage, or if the answers do not decide the number.
pub fn rate_basis<'a>(
    context: &EvalContext<'a>,
    measure: MeasureId,
) -> Option<(&'a Rate, Decimal)> {
    let measure = &context.pack.measures[measure];
    let Benefit::Rate(rate) = &measure.grants.benefit else { return None };
    let assumed = context.assumed(measure);
    let context = &EvalContext { answers: assumed.as_ref().unwrap_or(context.answers), ..*context };
    let basis = context.interval(&rate.of)?.as_point()?;
    let decimal = basis.floor()?;
    (basis.ceiling() == Some(decimal)).then_some((rate, decimal))
}

impl Amount {
    /// The smallest range that contains both. The grants are the same, so unit and evidence are.
    fn hull(self, other: Amount) -> Amount {
        let max = self.max.zip(other.max).map(|(one, other)| one.max(other));
        Amount { min: self.min.min(other.min), max, ..self }
    }
}

/// The amount of a measure by the answers of `context`.
fn amount_by(context: &EvalContext<'_>, measure: &Measure) -> Option<Amount> {
    let grant = &measure.grants;
    let compiled = match &grant.benefit {
        Benefit::Tiers(_) | Benefit::Rate(_) => compile(*context, measure),
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => None,
    };
    let interval = |quantity: &Quantity| match &compiled {
        Some(compiled) => compiled.feasible_values(context, quantity),
        None => context.interval(quantity),
    };
    let (min, max, unit) = match &grant.benefit {
        Benefit::Fixed(money) => (money.amount, Some(money.amount), &money.unit),
        Benefit::UpTo(money) => (Decimal::ZERO, Some(money.amount), &money.unit),
        Benefit::Tiers(tiers) => {
            let (min, max) = tier_range(interval(&tiers.by)?, tiers)?;
            (min, Some(max), &tiers.unit)
        }
        Benefit::Rate(rate) => {
            let (min, max) = rate_range(interval(&rate.of)?, rate);
            (min, max, &rate.unit)
        }
        Benefit::InKind(_) | Benefit::Unspecified => return None,
    };
    Some(Amount { min, max, unit: Rc::clone(unit), evidence: grant.evidence })
}

/// The smallest and largest amount of the tiers that the number can fall into. `None` if it is
/// outside all tiers: then no tier grants anything.
fn tier_range(number: Interval, tiers: &Tiers) -> Option<(Decimal, Decimal)> {
    let reached = tiers.tiers.iter().filter(|tier| number.overlaps(tier.from, tier.to));
    let amounts = || reached.clone().map(|tier| tier.amount);
    Some((amounts().min()?, amounts().max()?))
}

/// The percentage, clamped to zero and the cap. A bound with more than six decimal places is
/// rounded outwards, so that the range contains the exact share.
fn rate_range(of: Interval, rate: &Rate) -> (Decimal, Option<Decimal>) {
    let share = of.checked_mul_div(rate.percent.into(), Decimal::from_integer(100).into());
    let (least, greatest) = share.map_or((None, None), |share| (share.lower, share.upper));
    let capped = |share: Decimal| rate.cap.map_or(share, |cap| share.min(cap)).max(Decimal::ZERO);
    let least = least.and_then(Rational::floor).unwrap_or_default();
    (capped(least), greatest.and_then(Rational::ceiling).map(capped).or(rate.cap))
}

/// Adds the unknown facts on which the amount depends.
pub(super) fn missing_amount_facts(context: &EvalContext<'_>, grant: &Grant, facts: &mut FactSet) {
    let quantity = match &grant.benefit {
        Benefit::Tiers(tiers) => &tiers.by,
        Benefit::Rate(rate) => &rate.of,
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => return,
    };
    context.pack.each_quantity_fact(quantity, &mut |fact| {
        if context.answers.value(fact).is_none() {
            facts.insert(fact);
        }
    });
}
