//! Linear forms: quantities as sums of multiples of their parts.

use crate::rulebook::{Decimal, Quantity};

use super::evaluate::EvalContext;
use super::interval::Interval;
use super::rational::Rational;

/// A sum of multiples of atoms, plus a constant. An atom is an unknown fact, or a quantity that is
/// not a sum, difference or percentage. No atom occurs twice.
#[derive(Clone)]
pub(super) struct Linear<'q> {
    terms: Vec<(&'q Quantity, Rational)>,
    constant: Rational,
}

impl<'q> Linear<'q> {
    pub(super) fn zero() -> Linear<'q> {
        Linear { terms: Vec::new(), constant: Decimal::ZERO.into() }
    }

    /// The form plus a multiple of a quantity. Like all arithmetic here, `None` if a number does
    /// not fit in 128 bits.
    pub(super) fn plus(
        self,
        context: &EvalContext<'_>,
        factor: Rational,
        quantity: &'q Quantity,
    ) -> Option<Linear<'q>> {
        match quantity {
            Quantity::Sum(parts) => {
                parts.iter().try_fold(self, |sum, part| sum.plus(context, factor, part))
            }
            Quantity::Difference(left, right) => {
                self.plus(context, factor, left)?.plus(context, factor.negated(), right)
            }
            // The value for zero is that of the percentage, too.
            Quantity::Percent(percent, part, None | Some(Decimal::ZERO)) => {
                let hundred = Decimal::from_integer(100);
                let factor = factor.checked_mul_div((*percent).into(), hundred.into())?;
                self.plus(context, factor.reduced(), part)
            }
            _ => match context.interval(quantity)?.as_point() {
                Some(value) => self.plus_constant(times(value, factor)?),
                None => self.plus_term(quantity, factor),
            },
        }
    }

    fn plus_constant(self, constant: Rational) -> Option<Linear<'q>> {
        Some(Linear { constant: self.constant.checked_add(constant)?.reduced(), ..self })
    }

    fn plus_term(mut self, atom: &'q Quantity, factor: Rational) -> Option<Linear<'q>> {
        match self.terms.iter_mut().find(|(other, _)| *other == atom) {
            Some((_, own)) => *own = own.checked_add(factor)?.reduced(),
            None => self.terms.push((atom, factor)),
        }
        Some(self)
    }

    /// The ways to cancel an atom with another form: for each atom of both, the multiple of the
    /// other form, and the rest of this one.
    pub(super) fn divided_by(&self, other: &Linear<'q>) -> Vec<(Rational, Linear<'q>)> {
        let one = Rational::from(Decimal::from_integer(1));
        let divide = |(atom, factor): &(&'q Quantity, Rational)| {
            let (_, divisor) = other.terms.iter().find(|(theirs, _)| theirs == atom)?;
            let quotient = factor.checked_mul_div(one, *divisor)?.reduced();
            let minus = quotient.negated();
            let rest = self.clone().plus_constant(times(other.constant, minus)?)?;
            let rest = other.terms.iter().try_fold(rest, |rest, (atom, factor)| {
                rest.plus_term(atom, times(*factor, minus)?)
            })?;
            Some((quotient, rest))
        };
        self.terms.iter().filter_map(divide).collect()
    }

    /// The values of the form, given those of its atoms.
    pub(super) fn interval(
        &self,
        values: &dyn Fn(&Quantity) -> Option<Interval>,
    ) -> Option<Interval> {
        let constant = Some(self.constant);
        let constant = Interval { lower: constant, upper: constant, may_be_undefined: false };
        self.terms.iter().filter(|(_, factor)| !factor.is_zero()).try_fold(
            constant,
            |sum, (atom, factor)| {
                let one = Decimal::from_integer(1).into();
                sum.checked_add(values(atom)?.checked_mul_div(*factor, one)?)
            },
        )
    }
}

fn times(left: Rational, right: Rational) -> Option<Rational> {
    Some(left.checked_mul_div(right, Decimal::from_integer(1).into())?.reduced())
}
