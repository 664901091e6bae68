//! Which regions of a split the answers leave possible, as SQL.

use crate::engine::{Bound, Split};
use crate::rulebook::{
    Comparison, Decimal, FactId, FactKind, Options, Quantity, RulePack, When, date_from_day_number,
};

use super::condition::Condition;
use super::dialect::Dialect;
use super::layers::Layers;
use super::quantity::{End, bound};

/// Whether the answers leave at least one of some regions possible. `regions` has one entry per
/// region of the split. `None` if the split cannot be translated.
///
/// A fact whose column is `NULL` leaves every region possible: `COALESCE(…, TRUE)`.
pub(super) fn possible(
    pack: &RulePack,
    layers: &mut Layers,
    split: &Split,
    regions: &[bool],
) -> Option<Condition> {
    if regions.iter().all(|is_named| *is_named) {
        return Some(Condition::True);
    }
    let dialect = layers.dialect;
    let column = |fact: FactId| dialect.identifier(&pack.facts[fact].id);
    let named = || regions.iter().enumerate().filter(|(_, is_named)| **is_named);
    let mut any = Condition::False;
    match split {
        Split::YesNo(fact) => {
            for (region, _) in named() {
                let other = dialect.boolean(region == 0);
                any = any.or(atom(layers, format!("{} IS NOT {other}", column(*fact))));
            }
        }
        Split::Choice(fact, sets) => {
            let set = |is_named| {
                let sets = sets.iter().zip(regions).filter(move |(_, named)| **named == is_named);
                sets.fold(Options::EMPTY, |all, (set, _)| all.union(*set))
            };
            let (inside, outside) = (set(true), set(false));
            let (operator, set) = if inside.count() <= outside.count() {
                ("IN", inside)
            } else {
                ("NOT IN", outside)
            };
            let kind = &pack.facts[*fact].kind;
            let ids: Vec<String> =
                kind.chosen(set).map(|option| dialect.text(&option.id)).collect();
            let test = format!("{} {operator} ({})", column(*fact), ids.join(", "));
            any = atom(layers, format!("COALESCE({test}, TRUE)"));
        }
        Split::Choices(fact, set) => {
            let kind = &pack.facts[*fact].kind;
            let ids: Vec<&str> = kind.chosen(*set).map(|option| &*option.id).collect();
            let test = dialect.arrays_overlap(&column(*fact), &dialect.array(&ids));
            for (region, _) in named() {
                let not = if region == 0 { "NOT " } else { "" };
                any = any.or(atom(layers, format!("COALESCE({not}{test}, TRUE)")));
            }
        }
        Split::Ordered(fact, thresholds) => {
            let is_date = matches!(pack.facts[*fact].kind, FactKind::Date);
            let value = |threshold: &i64| ordered_value(dialect, is_date, *threshold);
            for (first, last) in runs(regions) {
                let from = first.checked_sub(1).and_then(|index| thresholds.get(index));
                let parts =
                    [from.map(|from| (">=", from)), thresholds.get(last).map(|to| ("<", to))];
                let mut all = Condition::True;
                for (operator, threshold) in parts.into_iter().flatten() {
                    let test = format!("{} {operator} {}", column(*fact), value(threshold)?);
                    all = all.and(atom(layers, format!("COALESCE({test}, TRUE)")));
                }
                any = any.or(all);
            }
        }
        Split::Bands(quantity, bounds, _) => {
            for (first, last) in runs(regions) {
                any = any.or(bands(pack, layers, quantity, bounds, (first, last))?);
            }
        }
        Split::Comparison(When::Compare(left, comparison, right), _) => {
            let difference = Quantity::Difference(Box::new(left.clone()), Box::new(right.clone()));
            for (region, _) in named() {
                let zero = |is_after| (Decimal::ZERO, is_after);
                let part = match (comparison, region) {
                    (Comparison::AtLeast, 1) | (Comparison::LessThan, 0) => (1, zero(false)),
                    (Comparison::AtLeast, _) | (Comparison::LessThan, _) => (0, zero(false)),
                    (Comparison::MoreThan, 1) | (Comparison::AtMost, 0) => (1, zero(true)),
                    (Comparison::MoreThan, _) | (Comparison::AtMost, _) => (0, zero(true)),
                    (Comparison::Is, _) => return None,
                };
                let (band, bound) = part;
                any = any.or(bands(pack, layers, &difference, &[bound], (band, band))?);
            }
        }
        Split::Comparison(..) => return None,
    }
    Some(any)
}

/// A column of the first layer.
fn atom(layers: &mut Layers, sql: String) -> Condition {
    let (name, layer) = layers.column("p", sql, 0);
    Condition::Column(name, layer)
}

/// The runs of neighbouring regions that are named: first and last.
fn runs(regions: &[bool]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (region, _) in regions.iter().enumerate().filter(|(_, is_named)| **is_named) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == region => *last = region,
            _ => runs.push((region, region)),
        }
    }
    runs
}

/// The number or day at a position of an ordered split.
fn ordered_value(dialect: Dialect, is_date: bool, position: i64) -> Option<String> {
    if is_date {
        return date_from_day_number(position).map(|date| dialect.date(date));
    }
    Some(dialect.decimal(Decimal::from_millionths(position)))
}

/// Whether a quantity may lie in a run of its bands: it may reach the first, and need not be past
/// the last.
fn bands(
    pack: &RulePack,
    layers: &mut Layers,
    quantity: &Quantity,
    bounds: &[Bound],
    (first, last): (usize, usize),
) -> Option<Condition> {
    let dialect = layers.dialect;
    let mut all = Condition::True;
    if let Some((value, is_after)) = first.checked_sub(1).and_then(|index| bounds.get(index)) {
        let greatest = bound(pack, dialect, quantity, End::Greatest)?;
        let operator = if *is_after { ">" } else { ">=" };
        let test = format!("{greatest} {operator} {}", dialect.decimal(*value));
        all = all.and(atom(layers, format!("COALESCE({test}, TRUE)")));
    }
    if let Some((value, is_after)) = bounds.get(last) {
        let least = bound(pack, dialect, quantity, End::Least)?;
        let operator = if *is_after { "<=" } else { "<" };
        let test = format!("{least} {operator} {}", dialect.decimal(*value));
        all = all.and(atom(layers, format!("COALESCE({test}, TRUE)")));
    }
    Some(all)
}
