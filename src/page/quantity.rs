//! A number in words: its operators, and the facts that it reads.

use crate::rulebook::{FactKind, IfZero, Quantity};

use super::condition::{Piece, literal, sentence, subject};
use super::{Page, points};

/// A number in words.
pub(super) fn quantity(page: &Page<'_>, number: &Quantity) -> Vec<Piece> {
    let text = page.text;
    let binary = |template, left: &Quantity, right: &Quantity| {
        sentence(template, vec![("left", operand(page, left)), ("right", operand(page, right))])
    };
    match number {
        Quantity::Constant(number) => literal(&number.to_string()),
        Quantity::Fact(fact) => subject(page, *fact),
        Quantity::MonthsSince(fact) => {
            sentence(text.months_since, vec![("date", subject(page, *fact))])
        }
        Quantity::DaysSince(fact) => {
            sentence(text.days_since, vec![("date", subject(page, *fact))])
        }
        Quantity::Difference(left, right) => binary(text.difference, left, right),
        Quantity::Ratio(left, right, if_zero) => {
            with_zero(page, binary(text.ratio, left, right), *if_zero)
        }
        Quantity::Growth(left, right, if_zero) => {
            with_zero(page, binary(text.growth, left, right), *if_zero)
        }
        Quantity::Percent(percent, part, if_zero) => {
            let values =
                vec![("percent", literal(&percent.to_string())), ("part", operand(page, part))];
            with_zero(page, sentence(text.percent, values), *if_zero)
        }
        Quantity::HighestOf(parts) => sentence(text.highest_of, vec![("parts", list(page, parts))]),
        Quantity::LowestOf(parts) => sentence(text.lowest_of, vec![("parts", list(page, parts))]),
        Quantity::Points(points) => points::name(page, points),
        Quantity::Sum(parts) => {
            let mut sum = Vec::new();
            for part in parts {
                if !sum.is_empty() {
                    sum.extend(literal(text.plus));
                }
                sum.extend(operand(page, part));
            }
            sum
        }
    }
}

/// A quantity with the value that a zero denominator gives.
fn with_zero(page: &Page<'_>, quantity: Vec<Piece>, if_zero: IfZero) -> Vec<Piece> {
    let Some(value) = if_zero else { return quantity };
    let value = literal(&value.to_string());
    sentence(page.text.if_zero, vec![("quantity", quantity), ("value", value)])
}

/// Quantities separated by commas.
fn list(page: &Page<'_>, parts: &[Quantity]) -> Vec<Piece> {
    let mut list = Vec::new();
    for part in parts {
        if !list.is_empty() {
            list.extend(literal(page.text.comma));
        }
        list.extend(operand(page, part));
    }
    list
}

/// A number inside a sentence about numbers, in quotes or brackets that delimit it.
pub(super) fn operand(page: &Page<'_>, number: &Quantity) -> Vec<Piece> {
    let delimiters = match number {
        Quantity::Constant(_) | Quantity::Points(_) => return quantity(page, number),
        Quantity::Fact(_) => page.text.quoted,
        _ => page.text.grouped,
    };
    sentence(delimiters, vec![("text", quantity(page, number))])
}

/// The unit of a number; `None` if it has none.
pub(super) fn unit(page: &Page<'_>, number: &Quantity) -> Option<String> {
    match number {
        Quantity::Constant(_) | Quantity::Ratio(..) | Quantity::Points(_) => None,
        Quantity::Fact(fact) => match &page.pack.facts[*fact].kind {
            FactKind::Number(kind) => Some(kind.unit.to_string()),
            _ => None,
        },
        Quantity::MonthsSince(_) => Some(page.text.months.to_owned()),
        Quantity::DaysSince(_) => Some(page.text.days.to_owned()),
        Quantity::Difference(left, _) => unit(page, left),
        Quantity::Sum(parts) | Quantity::HighestOf(parts) | Quantity::LowestOf(parts) => {
            parts.iter().find_map(|part| unit(page, part))
        }
        Quantity::Percent(_, part, _) => unit(page, part),
        Quantity::Growth(..) => Some("%".to_owned()),
    }
}
