//! Splits of several facts: which of their regions the answers leave possible, as bits.
//!
//! Bit *r* of a mask is set if region *r* is possible. How it is found depends on the number of
//! unknown facts:
//!
//! - None: the region of the value.
//! - One, which occurs once or without division: the regions of all its values. They change only
//!   where the fraction crosses a bound or its denominator is zero, so that it suffices to try the
//!   values next to these places and the smallest one.
//! - More: the bands between the bounds of interval arithmetic, and the undefined region.

use crate::engine::{Bound, Split};
use crate::rulebook::{Decimal, FactId, FactKind, Quantity, RulePack};

use super::polynomial::{Fraction, Polynomial};
use crate::sql::dialect::Dialect;
use crate::sql::quantity::{End, bound};

/// A split of several facts.
pub(super) struct Several<'a> {
    pack: &'a RulePack,
    dialect: Dialect,
    quantity: &'a Quantity,
    bounds: &'a [Bound],
    pub(super) facts: &'a [FactId],
    fraction: Fraction,
    /// The number of regions, with the undefined one
    regions: usize,
}

impl<'a> Several<'a> {
    /// `None` of splits that SQL does not decide as the engine does.
    pub(super) fn new(
        pack: &'a RulePack,
        dialect: Dialect,
        split: &'a Split,
    ) -> Option<Several<'a>> {
        let Split::Bands(quantity, bounds, facts) = split else { return None };
        let fraction = Fraction::of(pack, quantity)?;
        let regions = split.regions();
        let several = Several { pack, dialect, quantity, bounds, facts, fraction, regions };
        several.bands().map(|_| several)
    }

    /// Whether the values of a fact can be tried if all others are known.
    pub(super) fn is_solvable(&self, fact: FactId) -> bool {
        let (mut times, mut divides) = (0, false);
        self.quantity.each_fact(&mut |other| times += usize::from(other == fact));
        self.quantity.each_divisor(&mut |_| divides = true);
        times == 1 || !divides
    }

    /// Whether a fact is the only unknown one.
    pub(super) fn is_only_unknown(&self, fact: FactId) -> String {
        let others = self.facts.iter().filter(|other| **other != fact);
        let mut tests = vec![format!("{} IS NULL", self.column(fact))];
        tests.extend(others.map(|other| format!("{} IS NOT NULL", self.column(*other))));
        format!("({})", tests.join(" AND "))
    }

    /// Whether all facts are known.
    pub(super) fn is_known(&self) -> String {
        let tests: Vec<String> =
            self.facts.iter().map(|fact| format!("{} IS NOT NULL", self.column(*fact))).collect();
        format!("({})", tests.join(" AND "))
    }

    fn column(&self, fact: FactId) -> String {
        self.dialect.identifier(&self.pack.facts[fact].id)
    }

    /// The mask of the region of a value, given the whole number of each fact.
    pub(super) fn region(&self, fact_sql: &dyn Fn(FactId) -> String) -> Option<String> {
        let denominator = &self.fraction.denominator;
        let below = denominator.sql(fact_sql);
        let mut cases = String::new();
        for (index, (value, is_after)) in self.bounds.iter().enumerate().rev() {
            let above = self.fraction.above(*value)?.sql(fact_sql);
            let (up, down) = if *is_after { (">", "<") } else { (">=", "<=") };
            let test = match denominator.is_positive() {
                true => format!("{above} {up} 0"),
                false => {
                    format!("({below} > 0 AND {above} {up} 0 OR {below} < 0 AND {above} {down} 0)")
                }
            };
            cases.push_str(&format!(" WHEN {test} THEN {}", bit(index + 1)));
        }
        Some(match denominator.is_positive() {
            true => format!("CASE{cases} ELSE 1 END"),
            false => {
                let undefined = bit(self.bounds.len() + 1);
                format!("CASE WHEN {below} = 0 THEN {undefined}{cases} ELSE 1 END")
            }
        })
    }

    /// The values of a fact next to which the region changes, in units of its last place. Some may
    /// be outside its domain, or `NULL`.
    pub(super) fn turning_points(
        &self,
        fact: FactId,
        fact_sql: &dyn Fn(FactId) -> String,
    ) -> Option<Vec<String>> {
        let mut lines: Vec<Polynomial> = Vec::new();
        for (value, _) in self.bounds {
            lines.push(self.fraction.above(*value)?);
        }
        if !self.fraction.denominator.is_positive() {
            lines.push(self.fraction.denominator.clone());
        }
        let mut points = Vec::new();
        for line in lines {
            let (slope, rest) = line.linear_in(fact)?;
            let zero =
                self.dialect.whole_quotient(&rest.scaled(-1)?.sql(fact_sql), &slope.sql(fact_sql));
            // Rounded down or towards zero, so that a neighbour may be the first value behind it.
            points.extend([format!("{zero} - 1"), zero.clone(), format!("{zero} + 1")]);
        }
        Some(points)
    }

    /// The mask with several unknown facts, by interval arithmetic. `None` if the engine may know
    /// more than is translated.
    pub(super) fn bands(&self) -> Option<String> {
        let all = (0..self.regions).fold(0, |mask, region| mask | 1_i64 << region);
        let (numerator, divisor) = match self.quantity {
            Quantity::Ratio(left, right, None) | Quantity::Growth(left, right, None) => {
                (&**left, &**right)
            }
            _ if self.fraction.denominator.is_positive() => return self.linear_bands(),
            _ => return self.ratio_sum_bands(all),
        };
        let bound = |quantity: &Quantity, end| bound(self.pack, self.dialect, quantity, end);
        let (least, greatest) = (bound(divisor, End::Least)?, bound(divisor, End::Greatest)?);
        let (low, high) = (bound(numerator, End::Least)?, bound(numerator, End::Greatest)?);
        let is_growth = matches!(self.quantity, Quantity::Growth(..));
        // A divisor above zero. Below zero, the bounds change sides.
        let side = |low: &str, high: &str, least: &str, greatest: &str, sign: &str| {
            let mut conditions = Vec::new();
            for (value, is_after) in self.bounds {
                let value = self.dialect.decimal(*value);
                let value = if is_growth { format!("({value} + 100.0)") } else { value };
                let factor = if is_growth { "100.0" } else { "1.0" };
                let product = |number: &str, divisor: &str, operator: &str| {
                    let wide = |sql: &str| self.dialect.cast(sql, self.dialect.wide_decimal_type());
                    format!(
                        "{sign}{} * {factor} {operator} {sign}{} * {value}",
                        wide(number),
                        wide(divisor)
                    )
                };
                let reach = if *is_after { ">" } else { ">=" };
                let may = format!(
                    "COALESCE(CASE WHEN {sign}{high} < 0 THEN {} ELSE {} END, TRUE)",
                    product(high, greatest, reach),
                    product(high, least, reach)
                );
                let must = format!(
                    "COALESCE(CASE WHEN {sign}{low} < 0 THEN {} ELSE {} END, FALSE)",
                    product(low, least, reach),
                    product(low, greatest, reach)
                );
                conditions.push((may, must));
            }
            self.between(&conditions)
        };
        let positive = side(&low, &high, &least, &greatest, "");
        let negative = side(&high, &low, &greatest, &least, "-");
        Some(format!(
            "CASE WHEN {least} > 0 THEN {positive} WHEN {greatest} < 0 THEN {negative} \
             WHEN {least} = 0 AND {greatest} = 0 THEN {} ELSE {all} END",
            bit(self.bounds.len() + 1)
        ))
    }

    fn linear_bands(&self) -> Option<String> {
        let bound = |end| bound(self.pack, self.dialect, self.quantity, end);
        let (low, high) = (bound(End::Least)?, bound(End::Greatest)?);
        let condition = |(value, is_after): &Bound| {
            let value = self.dialect.decimal(*value);
            let operator = if *is_after { ">" } else { ">=" };
            let may = format!("COALESCE({high} {operator} {value}, TRUE)");
            (may, format!("COALESCE({low} {operator} {value}, FALSE)"))
        };
        Some(self.between(&self.bounds.iter().map(condition).collect::<Vec<_>>()))
    }

    /// The mask of the bands between those that must be and those that may be reached. If every
    /// bound is undecided, the quantity may also be undefined; where one is decided, it is defined.
    fn between(&self, conditions: &[(String, String)]) -> String {
        let undefined =
            if self.regions > self.bounds.len() + 1 { bit(self.regions - 1) } else { 0 };
        let mut parts = Vec::new();
        for region in 0..=conditions.len() {
            let may = region.checked_sub(1).and_then(|index| conditions.get(index));
            let mut tests: Vec<String> = may.iter().map(|(may, _)| may.clone()).collect();
            tests.extend(conditions.get(region).map(|(_, must)| format!("NOT {must}")));
            parts.push(format!(
                "CASE WHEN {} THEN {} ELSE 0 END",
                tests.join(" AND "),
                bit(region)
            ));
        }
        if undefined != 0 {
            let open: Vec<String> =
                conditions.iter().map(|(may, must)| format!("{may} AND NOT {must}")).collect();
            parts.push(format!("CASE WHEN {} THEN {undefined} ELSE 0 END", open.join(" AND ")));
        }
        format!("({})", parts.join(" + "))
    }

    /// The mask of a sum of ratios with several unknown facts, or with one in two places: a divisor
    /// is unknown and may be zero, so that everything is possible; unless another divisor is zero.
    fn ratio_sum_bands(&self, all: i64) -> Option<String> {
        let mut divisors: Vec<FactId> = Vec::new();
        let mut are_facts = true;
        self.quantity.each_divisor(&mut |divisor| match divisor {
            Quantity::Fact(fact) => divisors.push(*fact),
            _ => are_facts = false,
        });
        let may_be_zero = |fact: &FactId| match &self.pack.facts[*fact].kind {
            FactKind::Number(kind) => {
                kind.min.is_none_or(|min| min <= Decimal::ZERO)
                    && kind.max.is_none_or(|max| max >= Decimal::ZERO)
            }
            _ => false,
        };
        let others = self.facts.iter().filter(|fact| !divisors.contains(fact)).count();
        if !are_facts || !divisors.iter().all(may_be_zero) || others > 1 {
            return None;
        }
        let zeros: Vec<String> =
            divisors.iter().map(|fact| format!("{} = 0", self.column(*fact))).collect();
        let undefined = bit(self.bounds.len() + 1);
        Some(format!("CASE WHEN {} THEN {undefined} ELSE {all} END", zeros.join(" OR ")))
    }
}

/// The mask of one region.
pub(super) fn bit(region: usize) -> i64 {
    1 << region
}
