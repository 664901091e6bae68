//! The bounds of a quantity as SQL: the least and the greatest value that the answers leave.
//!
//! Interval arithmetic, as `engine/interval.rs`. `NULL` is an infinite bound, and the arithmetic of
//! SQL keeps it.

use crate::rulebook::{FactKind, Quantity, RulePack};

use super::dialect::Dialect;

/// An end of an interval.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Least,
    Greatest,
}

impl End {
    fn other(self) -> End {
        match self {
            End::Least => End::Greatest,
            End::Greatest => End::Least,
        }
    }
}

/// The bound of a quantity that is a sum or a difference of numbers. `None` of other quantities.
pub(super) fn bound(
    pack: &RulePack,
    dialect: Dialect,
    quantity: &Quantity,
    end: End,
) -> Option<String> {
    bound_with(dialect, quantity, end, &|fact, end| {
        let FactKind::Number(kind) = &pack.facts[fact].kind else { return None };
        let column = dialect.identifier(&pack.facts[fact].id);
        let limit = match end {
            End::Least => kind.min,
            End::Greatest => kind.max,
        };
        Some(match limit {
            Some(limit) => format!("COALESCE({column}, {})", dialect.decimal(limit)),
            None => column,
        })
    })
}

/// Like [`bound`], with an expression for each end of a fact.
pub(super) fn bound_with(
    dialect: Dialect,
    quantity: &Quantity,
    end: End,
    fact_bound: &dyn Fn(crate::rulebook::FactId, End) -> Option<String>,
) -> Option<String> {
    let bound = |part: &Quantity, end| bound_with(dialect, part, end, fact_bound);
    match quantity {
        Quantity::Constant(value) => Some(dialect.decimal(*value)),
        Quantity::Fact(fact) => fact_bound(*fact, end),
        Quantity::Difference(left, right) => {
            Some(format!("({} - {})", bound(left, end)?, bound(right, end.other())?))
        }
        Quantity::Sum(parts) => {
            let parts: Option<Vec<String>> = parts.iter().map(|part| bound(part, end)).collect();
            Some(format!("({})", parts.filter(|parts| !parts.is_empty())?.join(" + ")))
        }
        Quantity::MonthsSince(_)
        | Quantity::DaysSince(_)
        | Quantity::Percent(..)
        | Quantity::Ratio(..)
        | Quantity::Growth(..)
        | Quantity::HighestOf(_)
        | Quantity::LowestOf(_)
        | Quantity::Points(_) => None,
    }
}
