//! Polynomials over facts, and fractions of them: the exact value of a sum of ratios.
//!
//! A database divides with rounding, and a rounded ratio can fall on the wrong side of a threshold.
//! `a / b + c / d ≥ p / q` is therefore tested as `q (a d + c b) − p b d ≥ 0`, in whole numbers.

use std::collections::BTreeMap;

use crate::rulebook::{Decimal, FactId, FactKind, Quantity, RulePack};

/// A sum of whole multiples of products of facts. A fact counts in units of its last decimal place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Polynomial {
    /// Per product, its facts in order: the factor, never zero
    terms: BTreeMap<Vec<FactId>, i128>,
}

impl Polynomial {
    fn constant(value: i128) -> Polynomial {
        Polynomial { terms: [(Vec::new(), value)].into_iter().filter(|(_, of)| *of != 0).collect() }
    }

    /// The sum of a multiple of each. `None` if a factor does not fit in 128 bits.
    pub(super) fn plus(&self, other: &Polynomial, times: i128) -> Option<Polynomial> {
        let mut terms = self.terms.clone();
        for (product, factor) in &other.terms {
            let sum = terms.get(product).copied().unwrap_or_default();
            let sum = sum.checked_add(factor.checked_mul(times)?)?;
            terms.insert(product.clone(), sum);
        }
        terms.retain(|_, factor| *factor != 0);
        Some(Polynomial { terms })
    }

    fn times(&self, other: &Polynomial) -> Option<Polynomial> {
        let mut all = Polynomial::default();
        for (left, factor) in &self.terms {
            let mut terms = BTreeMap::new();
            for (right, other) in &other.terms {
                let mut product = [left.as_slice(), right.as_slice()].concat();
                product.sort_unstable();
                terms.insert(product, factor.checked_mul(*other)?);
            }
            all = all.plus(&Polynomial { terms }, 1)?;
        }
        Some(all)
    }

    /// The polynomial times a whole number.
    pub(super) fn scaled(&self, times: i128) -> Option<Polynomial> {
        Polynomial::default().plus(self, times)
    }

    /// The polynomials `a` and `b` of `a · fact + b`. `None` if the fact has a power.
    pub(super) fn linear_in(&self, fact: FactId) -> Option<(Polynomial, Polynomial)> {
        let (mut slope, mut rest) = (Polynomial::default(), Polynomial::default());
        for (product, factor) in &self.terms {
            let others: Vec<FactId> =
                product.iter().copied().filter(|other| *other != fact).collect();
            match product.len() - others.len() {
                0 => rest.terms.insert(others, *factor),
                1 => slope.terms.insert(others, *factor),
                _ => return None,
            };
        }
        Some((slope, rest))
    }

    /// The SQL text, given that of each fact.
    pub(super) fn sql(&self, fact_sql: &dyn Fn(FactId) -> String) -> String {
        let term = |(product, factor): (&Vec<FactId>, &i128)| {
            let facts: Vec<String> = product.iter().map(|fact| fact_sql(*fact)).collect();
            let factor = if *factor < 0 { format!("({factor})") } else { factor.to_string() };
            [vec![factor], facts].concat().join(" * ")
        };
        let terms: Vec<String> = self.terms.iter().map(term).collect();
        if terms.is_empty() { "0".to_owned() } else { format!("({})", terms.join(" + ")) }
    }

    /// The greatest number that divides all factors; 0 if there are none.
    fn divisor(&self) -> i128 {
        self.terms.values().fold(0, |divisor, factor| gcd(divisor, factor.abs()))
    }

    fn divided(&self, by: i128) -> Polynomial {
        let terms = self.terms.iter().map(|(product, factor)| (product.clone(), factor / by));
        Polynomial { terms: terms.collect() }
    }

    /// Whether it is a positive constant.
    pub(super) fn is_positive(&self) -> bool {
        self.terms.len() == 1 && self.terms.get([].as_slice()).is_some_and(|factor| *factor > 0)
    }
}

fn gcd(one: i128, other: i128) -> i128 {
    if other == 0 { one } else { gcd(other, one % other) }
}

/// A quantity as a fraction: undefined where the denominator is zero.
#[derive(Clone, Debug)]
pub(super) struct Fraction {
    pub(super) numerator: Polynomial,
    pub(super) denominator: Polynomial,
}

impl Fraction {
    /// The fraction of a quantity. `None` of quantities other than sums, differences, percentages
    /// and ratios of sums of numbers.
    pub(super) fn of(pack: &RulePack, quantity: &Quantity) -> Option<Fraction> {
        let of = |part: &Quantity| Fraction::of(pack, part);
        let fraction = match quantity {
            Quantity::Constant(value) => Fraction::decimal(*value),
            Quantity::Fact(fact) => {
                let FactKind::Number(kind) = &pack.facts[*fact].kind else { return None };
                let numerator = Polynomial { terms: [(vec![*fact], 1)].into_iter().collect() };
                let unit = 10_i128.pow(u32::from(kind.decimals));
                Fraction { numerator, denominator: Polynomial::constant(unit) }
            }
            Quantity::Difference(left, right) => of(left)?.plus(&of(right)?, -1)?,
            Quantity::Sum(parts) => {
                let mut sum = Fraction::decimal(Decimal::ZERO);
                for part in parts {
                    sum = sum.plus(&of(part)?, 1)?;
                }
                sum
            }
            Quantity::Ratio(left, right, None) => of(left)?.over(&of(right)?)?,
            Quantity::Growth(left, right, None) => {
                let ratio = of(left)?.over(&of(right)?)?;
                let hundred = Fraction::decimal(Decimal::from_integer(100));
                ratio.times(&hundred)?.plus(&hundred, -1)?
            }
            Quantity::MonthsSince(_)
            | Quantity::DaysSince(_)
            | Quantity::Percent(..)
            | Quantity::Ratio(..)
            | Quantity::Growth(..)
            | Quantity::HighestOf(_)
            | Quantity::LowestOf(_)
            | Quantity::Points(_) => return None,
        };
        Some(fraction.reduced())
    }

    fn decimal(value: Decimal) -> Fraction {
        Fraction {
            numerator: Polynomial::constant(i128::from(value.millionths())),
            denominator: Polynomial::constant(1_000_000),
        }
        .reduced()
    }

    fn plus(&self, other: &Fraction, times: i128) -> Option<Fraction> {
        let left = self.numerator.times(&other.denominator)?;
        let right = other.numerator.times(&self.denominator)?;
        Some(Fraction {
            numerator: left.plus(&right, times)?,
            denominator: self.denominator.times(&other.denominator)?,
        })
    }

    fn times(&self, other: &Fraction) -> Option<Fraction> {
        Some(Fraction {
            numerator: self.numerator.times(&other.numerator)?,
            denominator: self.denominator.times(&other.denominator)?,
        })
    }

    /// The quotient. `None` if one of them is itself a ratio: its undefined values would be lost.
    fn over(&self, other: &Fraction) -> Option<Fraction> {
        let is_plain = self.denominator.is_positive() && other.denominator.is_positive();
        let inverse =
            Fraction { numerator: other.denominator.clone(), denominator: other.numerator.clone() };
        if is_plain { self.times(&inverse) } else { None }
    }

    fn reduced(self) -> Fraction {
        let divisor = gcd(self.numerator.divisor(), self.denominator.divisor()).max(1);
        Fraction {
            numerator: self.numerator.divided(divisor),
            denominator: self.denominator.divided(divisor),
        }
    }

    /// The numerator of the difference to a bound, times a positive number: its sign, and that of
    /// the denominator, decide whether the bound is reached.
    pub(super) fn above(&self, bound: Decimal) -> Option<Polynomial> {
        let bound = Fraction::decimal(bound);
        let (numerator, denominator) =
            (bound.numerator.divisor_signed(), bound.denominator.divisor());
        let own = self.numerator.scaled(denominator)?;
        own.plus(&self.denominator, numerator.checked_neg()?)
    }
}

impl Polynomial {
    /// The value of a constant.
    fn divisor_signed(&self) -> i128 {
        self.terms.get([].as_slice()).copied().unwrap_or_default()
    }
}
