//! Conditions that are true or false, never `NULL`: combinations of columns.

use super::dialect::Dialect;

/// A condition on the columns of a row.
///
/// INVARIANT: a column that is named is a boolean and not `NULL`. There is no negation, because
/// "possible" is monotone: with fewer answers, more is possible.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Condition {
    /// Always true
    True,
    /// Never true
    False,
    /// A column, with the number of its layer
    Column(String, usize),
    /// All of these, at least two
    All(Vec<Condition>),
    /// Any of these, at least two
    Any(Vec<Condition>),
}

impl Condition {
    /// The conjunction.
    pub(super) fn and(self, other: Condition) -> Condition {
        match (self, other) {
            (Condition::False, _) | (_, Condition::False) => Condition::False,
            (Condition::True, other) | (other, Condition::True) => other,
            (one, other) if one == other => one,
            (Condition::All(mut parts), Condition::All(more)) => {
                parts.extend(more);
                Condition::All(parts)
            }
            (Condition::All(mut parts), other) => {
                parts.push(other);
                Condition::All(parts)
            }
            (one, Condition::All(parts)) => {
                Condition::All(std::iter::once(one).chain(parts).collect())
            }
            (one, other) => Condition::All(vec![one, other]),
        }
    }

    /// The disjunction.
    pub(super) fn or(self, other: Condition) -> Condition {
        match (self, other) {
            (Condition::True, _) | (_, Condition::True) => Condition::True,
            (Condition::False, other) | (other, Condition::False) => other,
            (one, other) if one == other => one,
            (Condition::Any(mut parts), Condition::Any(more)) => {
                parts.extend(more);
                Condition::Any(parts)
            }
            (Condition::Any(mut parts), other) => {
                parts.push(other);
                Condition::Any(parts)
            }
            (one, Condition::Any(parts)) => {
                Condition::Any(std::iter::once(one).chain(parts).collect())
            }
            (one, other) => Condition::Any(vec![one, other]),
        }
    }

    /// The number of columns that it names.
    pub(super) fn size(&self) -> usize {
        match self {
            Condition::True | Condition::False => 0,
            Condition::Column(..) => 1,
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().map(Condition::size).sum()
            }
        }
    }

    /// The highest layer of its columns; 0 if it names none.
    pub(super) fn layer(&self) -> usize {
        match self {
            Condition::True | Condition::False => 0,
            Condition::Column(_, layer) => *layer,
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().map(Condition::layer).max().unwrap_or_default()
            }
        }
    }

    /// The SQL text, in brackets where they are needed next to other operators.
    pub(super) fn sql(&self, dialect: Dialect) -> String {
        let joined = |parts: &[Condition], operator: &str| {
            let parts: Vec<String> = parts.iter().map(|part| part.sql(dialect)).collect();
            format!("({})", parts.join(operator))
        };
        match self {
            Condition::True => dialect.boolean(true).to_owned(),
            Condition::False => dialect.boolean(false).to_owned(),
            Condition::Column(name, _) => dialect.identifier(name),
            Condition::All(parts) => joined(parts, " AND "),
            Condition::Any(parts) => joined(parts, " OR "),
        }
    }
}
