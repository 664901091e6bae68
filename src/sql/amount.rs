//! The range of a measure's amount, as SQL.

use crate::engine::{Bound, Split, Target};
use crate::rulebook::{Benefit, Decimal, FactId, FactKind, Measure, Quantity, Rate, Tiers};

use super::condition::Condition;
use super::dialect::Dialect;
use super::quantity::{End, bound_with};
use super::reach::Reach;

/// The columns of an amount. `NULL` as `max`: no published text sets an upper bound.
pub(super) struct AmountSql {
    pub(super) min: String,
    pub(super) max: String,
    pub(super) unit: String,
}

/// The amount of a measure, `NULL` if it cannot be met. `Some(None)` if the grant is not money, or
/// if no figure is published; `None` if it cannot be translated.
pub(super) fn amount_sql(
    reach: &mut Reach<'_>,
    measure: &Measure,
    can_be_met: &Condition,
) -> Option<Option<AmountSql>> {
    let dialect = reach.layers.dialect;
    let given = can_be_met.sql(dialect);
    let (range, unit) = match &measure.grants.benefit {
        // Assumed answers would give another range.
        Benefit::Tiers(_) | Benefit::Rate(_) if measure.assume.is_some() => return None,
        Benefit::Tiers(tiers) => (tier_range(reach, tiers)?, &tiers.unit),
        Benefit::Rate(rate) => (rate_range(reach, rate)?, &rate.unit),
        _ => return fixed_amount_sql(dialect, measure, &given),
    };
    Some(Some(AmountSql::new(dialect, range, unit, &given)))
}

/// Like [`amount_sql`], of grants that do not depend on a figure.
pub(super) fn fixed_amount_sql(
    dialect: Dialect,
    measure: &Measure,
    can_be_met: &str,
) -> Option<Option<AmountSql>> {
    let (least, greatest, unit) = match &measure.grants.benefit {
        Benefit::Fixed(money) => (money.amount, money.amount, &money.unit),
        Benefit::UpTo(money) => (Decimal::ZERO, money.amount, &money.unit),
        Benefit::InKind(_) | Benefit::Unspecified => return Some(None),
        Benefit::Tiers(_) | Benefit::Rate(_) => return None,
    };
    let range = (dialect.decimal(least), dialect.decimal(greatest));
    Some(Some(AmountSql::new(dialect, range, unit, can_be_met)))
}

impl AmountSql {
    /// `NULL` in all columns.
    pub(super) fn none(dialect: Dialect) -> AmountSql {
        let number = dialect.cast("NULL", dialect.decimal_type());
        AmountSql { min: number.clone(), max: number, unit: dialect.optional_text(None) }
    }

    fn new(
        dialect: Dialect,
        (min, max): (String, String),
        unit: &str,
        can_be_met: &str,
    ) -> AmountSql {
        let amount = |value: &str| {
            let value = dialect.cast(value, dialect.decimal_type());
            format!("CASE WHEN {can_be_met} THEN {value} END")
        };
        // A number outside all tiers is granted nothing.
        let test = format!("{can_be_met} AND ({min}) IS NOT NULL");
        let unit = format!("CASE WHEN {test} THEN {} END", dialect.text(unit));
        AmountSql { min: amount(&min), max: amount(&max), unit }
    }
}

/// The smallest and the largest amount of the tiers that a number can fall into; `NULL` if it is
/// outside all tiers.
fn tier_range(reach: &mut Reach<'_>, tiers: &Tiers) -> Option<(String, String)> {
    let dialect = reach.layers.dialect;
    let (least, greatest) = feasible_range(reach, &tiers.by)?;
    let amounts: Vec<String> = tiers
        .tiers
        .iter()
        .map(|tier| {
            let (from, to) = (dialect.decimal(tier.from), dialect.decimal(tier.to));
            format!(
                "CASE WHEN COALESCE({greatest} >= {from}, TRUE) AND COALESCE({least} <= {to}, TRUE) \
                 THEN {} END",
                dialect.decimal(tier.amount)
            )
        })
        .collect();
    // Both skip `NULL`, but want more than one argument.
    let all = format!("{}, NULL", amounts.join(", "));
    Some((format!("LEAST({all})"), format!("GREATEST({all})")))
}

/// The percentage of a quantity, between zero and the cap. A bound with more than six decimal
/// places is rounded outwards.
fn rate_range(reach: &mut Reach<'_>, rate: &Rate) -> Option<(String, String)> {
    let dialect = reach.layers.dialect;
    let (least, greatest) = feasible_range(reach, &rate.of)?;
    if rate.percent < Decimal::ZERO {
        return None;
    }
    let percent = dialect.decimal(rate.percent);
    let zero = dialect.decimal(Decimal::ZERO);
    let share = |rounding: &str, of: &str| {
        // Wide enough for every digit of the product. DuckDB multiplies narrow decimals in 64 bits.
        let wide = dialect.cast(of, dialect.wide_decimal_type());
        let millionths = format!("{rounding}({wide} * {percent} * 0.01 * 1000000)");
        format!("{} * 0.000001", dialect.cast(&millionths, whole_type(dialect)))
    };
    let capped = |share: String| match rate.cap {
        Some(cap) => format!("GREATEST(LEAST({share}, {}), {zero})", dialect.decimal(cap)),
        None => format!("GREATEST({share}, {zero})"),
    };
    let min = format!("COALESCE({}, {zero})", null_first(&least, &capped(share("FLOOR", &least))));
    let max = null_first(&greatest, &capped(share("CEIL", &greatest)));
    let max = match rate.cap {
        Some(cap) => format!("COALESCE({max}, {})", dialect.decimal(cap)),
        None => max,
    };
    Some((min, max))
}

/// An expression that is `NULL` if its input is: `LEAST` and `GREATEST` skip `NULL`.
fn null_first(input: &str, value: &str) -> String {
    format!("CASE WHEN {input} IS NOT NULL THEN {value} END")
}

fn whole_type(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::DuckDb | Dialect::Spark => "DECIMAL(24, 0)",
        Dialect::Postgres => "NUMERIC(24, 0)",
    }
}

/// Columns with the least and the greatest value of a quantity with which the measure can be met.
/// `NULL` is an infinite bound. `None` if it cannot be translated.
fn feasible_range(reach: &mut Reach<'_>, quantity: &Quantity) -> Option<(String, String)> {
    let mut facts: Vec<FactId> = Vec::new();
    reach.pack.each_quantity_fact(quantity, &mut |fact| facts.push(fact));
    let mut bounds = Vec::new();
    for fact in &facts {
        let least = feasible_fact(reach, *fact, End::Least)?;
        let greatest = feasible_fact(reach, *fact, End::Greatest)?;
        bounds.push((*fact, least, greatest));
    }
    let fact_bound = |fact: FactId, end: End| {
        let (_, least, greatest) = bounds.iter().find(|(other, ..)| *other == fact)?;
        Some(if end == End::Least { least.clone() } else { greatest.clone() })
    };
    let dialect = reach.layers.dialect;
    let least = bound_with(dialect, quantity, End::Least, &fact_bound)?;
    let greatest = bound_with(dialect, quantity, End::Greatest, &fact_bound)?;
    let (low, high) = required_range(reach, quantity, &facts)?;
    let both = |function: &str, own: String, other: Option<String>| match other {
        Some(other) => format!("{function}({own}, {other})"),
        None => own,
    };
    let (least, greatest) = (both("GREATEST", least, low), both("LEAST", greatest, high));
    Some((reach.column("a", least), reach.column("a", greatest)))
}

fn can_be_met(target: Target) -> bool {
    matches!(target, Target::True | Target::Undefined | Target::OnceSettled)
}

/// The answer, or the end of the values with which the measure can be met.
fn feasible_fact(reach: &mut Reach<'_>, fact: FactId, end: End) -> Option<String> {
    let dialect = reach.layers.dialect;
    let pack = reach.pack;
    let FactKind::Number(kind) = &pack.facts[fact].kind else { return None };
    let column = dialect.identifier(&pack.facts[fact].id);
    let limit = if end == End::Least { kind.min } else { kind.max };
    let limit = limit.map_or_else(|| "NULL".to_owned(), |limit| dialect.decimal(limit));
    let decision = reach.decision;
    let found = decision.splits.iter().enumerate().find_map(|(index, split)| match split {
        Split::Ordered(other, thresholds) if *other == fact => Some((index, thresholds)),
        _ => None,
    });
    let Some((index, thresholds)) = found else {
        return Some(format!("COALESCE({column}, {limit})"));
    };
    let step = step(kind.decimals);
    let regions = 0..=thresholds.len();
    let ordered: Vec<usize> =
        if end == End::Least { regions.collect() } else { regions.rev().collect() };
    let mut cases = String::new();
    for region in ordered {
        let met = reach.condition(decision.outcome, &can_be_met, Some((index, region)))?;
        let value = match end {
            End::Least => region.checked_sub(1).and_then(|index| thresholds.get(index)).copied(),
            End::Greatest => thresholds.get(region).map(|next| next - step),
        };
        let value =
            value.map_or_else(|| limit.clone(), |at| dialect.decimal(Decimal::from_millionths(at)));
        if met != Condition::False {
            cases.push_str(&format!(" WHEN {} THEN {value}", met.sql(dialect)));
        }
    }
    Some(format!("CASE WHEN {column} IS NOT NULL THEN {column}{cases} ELSE {limit} END"))
}

fn step(decimals: u8) -> i64 {
    10_i64.pow(u32::from(6_u8.saturating_sub(decimals)))
}

/// The range in which the measure keeps a quantity, if it tests it. `None` if it tests another
/// quantity of the same facts.
fn required_range(
    reach: &mut Reach<'_>,
    quantity: &Quantity,
    facts: &[FactId],
) -> Option<(Option<String>, Option<String>)> {
    let decision = reach.decision;
    let mut range = (None, None);
    for (index, split) in decision.splits.iter().enumerate() {
        if split.fact().is_some() {
            continue;
        }
        match split {
            Split::Bands(other, bounds, _) if other == quantity => {
                range = band_range(reach, index, bounds, facts)?;
            }
            _ => {
                let mut shares = false;
                split.each_fact(&mut |fact| shares |= facts.contains(&fact));
                if shares {
                    return None;
                }
            }
        }
    }
    Some(range)
}

/// The bounds of the bands with which the measure can be met.
///
/// If all facts but one are known, the engine finds the least and the greatest value of the last
/// one, on the grid of its decimal places. Otherwise it knows the bounds only.
fn band_range(
    reach: &mut Reach<'_>,
    split: usize,
    bounds: &[Bound],
    facts: &[FactId],
) -> Option<(Option<String>, Option<String>)> {
    let dialect = reach.layers.dialect;
    let pack = reach.pack;
    let steps: Option<Vec<i64>> = facts
        .iter()
        .map(|fact| match &pack.facts[*fact].kind {
            FactKind::Number(kind) => Some(step(kind.decimals)),
            _ => None,
        })
        .collect();
    let step = *steps?.first()?;
    let unknown: Vec<String> = facts
        .iter()
        .map(|fact| dialect.identifier(&pack.facts[*fact].id))
        .map(|column| format!("CASE WHEN {column} IS NULL THEN 1 ELSE 0 END"))
        .collect();
    let one_unknown = format!("{} = 1", unknown.join(" + "));
    let value = |(value, is_after): &Bound, end: End| {
        let first = value.millionths() + i64::from(*is_after);
        let first = (first + step - 1).div_euclid(step) * step;
        let on_grid = if end == End::Least { first } else { first - step };
        let (plain, grid) =
            (dialect.decimal(*value), dialect.decimal(Decimal::from_millionths(on_grid)));
        if plain == grid {
            plain
        } else {
            format!("CASE WHEN {one_unknown} THEN {grid} ELSE {plain} END")
        }
    };
    let decision = reach.decision;
    let mut ends = Vec::new();
    for end in [End::Least, End::Greatest] {
        let regions = 0..=bounds.len();
        let ordered: Vec<usize> =
            if end == End::Least { regions.collect() } else { regions.rev().collect() };
        let mut cases = String::new();
        for region in ordered {
            let met = reach.condition(decision.outcome, &can_be_met, Some((split, region)))?;
            let bound = match end {
                End::Least => region.checked_sub(1).and_then(|index| bounds.get(index)),
                End::Greatest => bounds.get(region),
            };
            let value = bound.map_or_else(|| "NULL".to_owned(), |bound| value(bound, end));
            if met != Condition::False {
                cases.push_str(&format!(" WHEN {} THEN {value}", met.sql(dialect)));
            }
        }
        let typed = format!("CAST(CASE{cases} END AS {})", dialect.decimal_type());
        ends.push((!cases.is_empty()).then_some(typed));
    }
    let greatest = ends.pop()?;
    Some((ends.pop()?, greatest))
}
