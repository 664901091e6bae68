//! Amounts: the exact range that a grant can come to, under what is known.

use std::rc::Rc;

use crate::rulebook::{
    Benefit, Decimal, Evidence, FactId, FactSet, Grant, MeasureId, Quantity, Rate, Tiers,
};

use super::compiled::compile;
use super::evaluate::{EvalContext, domain};
use super::interval::Interval;
use super::rational::Rational;

/// The range of an amount if the measure is granted, for one payment; both ends exact.
///
/// More answers never widen it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Least
    pub min: Decimal,
    /// Greatest; `None` if no published text bounds it
    pub max: Option<Decimal>,
    /// Of what, such as 万元
    pub unit: Rc<str>,
    /// How sure the figures are; secondary ones are never summed
    pub evidence: Evidence,
}

/// What a measure comes to if it is granted; `None` if that is not money, or no figure is published for it.
///
/// A number that is not known is taken to be one with which the measure can be met: a rate of a contribution that must
/// be at least 500 begins at its share of 500. Where two numbers are unknown, the range holds the amount but may be
/// wider than need be.
pub fn amount(context: &EvalContext<'_>, measure: MeasureId) -> Option<Amount> {
    let measure = &context.pack.measures[measure];
    let grant = &measure.grants;
    let compiled = match &grant.benefit {
        Benefit::Tiers(_) | Benefit::Rate(_) => compile(*context, measure),
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => None,
    };
    let within = |fact: FactId| match &compiled {
        Some(compiled) => compiled.feasible_range(context, fact),
        None => domain(&context.pack.facts[fact].kind),
    };
    let interval = |quantity: &Quantity| context.interval_with(quantity, &within);
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

/// The amounts of the tiers in which the number can lie: what is granted is granted by one of them.
/// `None` for a number outside all of them, to which no tier grants anything.
fn tier_range(number: Interval, tiers: &Tiers) -> Option<(Decimal, Decimal)> {
    let reached = tiers.tiers.iter().filter(|tier| number.overlaps(tier.from, tier.to));
    let amounts = || reached.clone().map(|tier| tier.amount);
    Some((amounts().min()?, amounts().max()?))
}

/// The percentage, not below zero and not above the cap. A share that needs more than six decimal places is rounded down
/// at its least and up at its greatest: the range holds it.
fn rate_range(of: Interval, rate: &Rate) -> (Decimal, Option<Decimal>) {
    let share = of.checked_mul_div(rate.percent.into(), Decimal::from_integer(100).into());
    let (least, greatest) = share.map_or((None, None), |share| (share.lower, share.upper));
    let capped = |share: Decimal| rate.cap.map_or(share, |cap| share.min(cap)).max(Decimal::ZERO);
    let least = least.and_then(Rational::floor).unwrap_or_default();
    (capped(least), greatest.and_then(Rational::ceiling).map(capped).or(rate.cap))
}

/// Adds the facts on which an amount still hangs.
pub(super) fn missing_amount_facts(context: &EvalContext<'_>, grant: &Grant, facts: &mut FactSet) {
    let quantity = match &grant.benefit {
        Benefit::Tiers(tiers) => &tiers.by,
        Benefit::Rate(rate) => &rate.of,
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => return,
    };
    quantity.each_fact(&mut |fact| {
        if context.answers.value(fact).is_none() {
            facts.insert(fact);
        }
    });
}
