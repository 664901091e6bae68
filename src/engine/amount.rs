//! Amounts: the exact range that a grant can come to, under what is known.

use std::rc::Rc;

use crate::rulebook::{Benefit, Decimal, Evidence, Grant, Quantity, Rate, Tiers};

use super::evaluate::Situation;

/// The range of an amount if the measure is granted; both ends exact and attainable.
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

/// What a grant comes to; `None` if it is not money, or no figure is published for it.
pub fn amount(situation: &Situation<'_>, grant: &Grant) -> Option<Amount> {
    let (min, max, unit) = match &grant.benefit {
        Benefit::Fixed(money) => (money.amount, Some(money.amount), &money.unit),
        Benefit::UpTo(money) => (Decimal::ZERO, Some(money.amount), &money.unit),
        Benefit::Tiers(tiers) => {
            let (min, max) = tier_range(situation, tiers)?;
            (min, Some(max), &tiers.unit)
        }
        Benefit::Rate(rate) => {
            let (min, max) = rate_range(situation, rate);
            (min, max, &rate.unit)
        }
        Benefit::InKind(_) | Benefit::Unspecified => return None,
    };
    Some(Amount { min, max, unit: Rc::clone(unit), evidence: grant.evidence })
}

/// The tier in which the number lies, and all tiers while it is unknown: what is granted is granted by one
/// of them. `None` for a number outside all of them, to which no tier grants anything.
fn tier_range(situation: &Situation<'_>, tiers: &Tiers) -> Option<(Decimal, Decimal)> {
    match value(situation, &tiers.by) {
        Some(number) => {
            let tier = tiers.tiers.iter().find(|tier| (tier.from..=tier.to).contains(&number))?;
            Some((tier.amount, tier.amount))
        }
        None => {
            let amounts = || tiers.tiers.iter().map(|tier| tier.amount);
            Some((amounts().min()?, amounts().max()?))
        }
    }
}

/// The percentage, not below zero and not above the cap; nothing to the cap while the quantity is unknown.
fn rate_range(situation: &Situation<'_>, rate: &Rate) -> (Decimal, Option<Decimal>) {
    match value(situation, &rate.of).and_then(|quantity| quantity.percent(rate.percent)) {
        Some(share) => {
            let share = share.max(Decimal::ZERO);
            let share = rate.cap.map_or(share, |cap| share.min(cap));
            (share, Some(share))
        }
        None => (Decimal::ZERO, rate.cap),
    }
}

fn value(situation: &Situation<'_>, quantity: &Quantity) -> Option<Decimal> {
    situation.range(quantity)?.single()?.decimal()
}
