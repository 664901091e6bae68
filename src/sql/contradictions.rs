//! Contradictory answers: the query for the firms that violate a relation of the pack.
//!
//! `engine/relations.rs` evaluates a relation in three truth values. Here, each condition becomes
//! two expressions that are never `NULL`: whether the answers decide that it holds, and whether
//! they decide that it does not.

use crate::rulebook::{Comparison, FactId, FactSet, Locale, Quantity, Relation, RulePack, When};

use super::columns::ColumnMap;
use super::dialect::Dialect;
use super::input::facts_select;
use super::quantity::{End, bound};

/// The query of `--contradictions`, and the relations that it leaves out.
#[derive(Clone, Debug)]
pub struct Contradictions {
    /// The text of the query
    pub sql: String,
    /// The messages of the relations that have no translation
    pub untranslatable: Vec<String>,
}

/// One row per firm and violated relation, from one scan of the table.
///
/// | column | content |
/// |---|---|
/// | `firm_key` | the key of the firm, as text |
/// | `facts` | the answered facts of the relation, in the pack's order, as an array of text |
/// | `message` | the message of the relation |
pub fn contradictions_query(
    pack: &RulePack,
    dialect: Dialect,
    columns: &ColumnMap,
) -> Contradictions {
    let language = pack.language(Locale::En);
    let (mut rows, mut facts, mut untranslatable) = (Vec::new(), FactSet::default(), Vec::new());
    for relation in &pack.relations {
        let message = relation.message.get(language);
        match row(pack, dialect, relation, &message) {
            Some(row) => {
                rows.push(row);
                pack.facts_in(&relation.holds).into_iter().for_each(|fact| facts.insert(fact));
            }
            None => untranslatable.push(message.to_string()),
        }
    }
    // A pack without relations: `VALUES` needs a row.
    if rows.is_empty() {
        rows.push(vec![dialect.boolean(false).to_owned(), dialect.array(&[]), dialect.text("")]);
    }
    let names = ["is_violated", "facts", "message"];
    let result: Vec<String> =
        names.iter().skip(1).map(|name| dialect.column("relations", name)).collect();
    let sql = format!(
        "SELECT {}, {}\nFROM (\n{}\n) AS {}\n{}\nWHERE {}",
        dialect.column("firm", "firm_key"),
        result.join(", "),
        facts_select(pack, dialect, columns, &facts.into_vec()),
        dialect.identifier("firm"),
        dialect.lateral_rows("relations", &names, &rows),
        dialect.column("relations", "is_violated"),
    );
    Contradictions { sql, untranslatable }
}

/// The values of a relation's row. `None` if the relation has no translation.
fn row(
    pack: &RulePack,
    dialect: Dialect,
    relation: &Relation,
    message: &str,
) -> Option<Vec<String>> {
    let is_violated = Relations { pack, dialect }.decided(&relation.holds, false)?;
    let facts = pack.facts_in(&relation.holds);
    let answered: Vec<(&str, String)> = facts
        .iter()
        .map(|fact| {
            let id = &*pack.facts[*fact].id;
            (id, format!("{} IS NOT NULL", dialect.identifier(id)))
        })
        .collect();
    Some(vec![is_violated, dialect.texts_where(&answered), dialect.text(message)])
}

struct Relations<'a> {
    pack: &'a RulePack,
    dialect: Dialect,
}

impl Relations<'_> {
    /// Whether the answers decide that a condition is `wanted`. `None` if it has no translation.
    ///
    /// The engine evaluates a relation on the last of its days, so that all of its events have
    /// happened, and their dates can be compared without the as-of date.
    fn decided(&self, when: &When, wanted: bool) -> Option<String> {
        match when {
            When::All(parts) => self.joined(parts, wanted, wanted),
            When::Any(parts) => self.joined(parts, wanted, !wanted),
            When::Not(part) => self.decided(part, !wanted),
            When::AtLeastOf(count, parts) => self.at_least_of(*count, parts, wanted),
            When::Term(term) => self.decided(&self.pack.terms[*term].when, wanted),
            When::Is(fact, value) => {
                let value = self.dialect.boolean(*value == wanted);
                Some(format!("{} IS {value}", self.column(*fact)))
            }
            When::OneOf(fact, options) | When::Includes(fact, options) => {
                let kind = &self.pack.facts[*fact].kind;
                let ids: Vec<&str> = kind.chosen(*options).map(|option| &*option.id).collect();
                if ids.is_empty() {
                    return None;
                }
                let column = self.column(*fact);
                let test = match when {
                    When::OneOf(..) => {
                        let ids: Vec<String> = ids.iter().map(|id| self.dialect.text(id)).collect();
                        format!("{column} IN ({})", ids.join(", "))
                    }
                    _ => self.dialect.arrays_overlap(&column, &self.dialect.array(&ids)),
                };
                Some(known(&test, wanted))
            }
            When::Compare(left, comparison, right) => {
                self.compared(left, *comparison, right, wanted)
            }
            When::CompareDate(fact, comparison, day) => {
                let (column, day) = (self.column(*fact), self.dialect.date(*day));
                Some(known(&format!("{column} {} {day}", operator(*comparison)), wanted))
            }
            When::Class(..) | When::Met(_) => None,
        }
    }

    fn column(&self, fact: FactId) -> String {
        self.dialect.identifier(&self.pack.facts[fact].id)
    }

    /// Whether all parts are decided, or any.
    fn joined(&self, parts: &[When], wanted: bool, all: bool) -> Option<String> {
        let parts: Option<Vec<String>> =
            parts.iter().map(|part| self.decided(part, wanted)).collect();
        let parts = parts.filter(|parts| !parts.is_empty())?;
        Some(format!("({})", parts.join(if all { " AND " } else { " OR " })))
    }

    /// True if enough parts are true, false if too few can still be.
    fn at_least_of(&self, count: usize, parts: &[When], wanted: bool) -> Option<String> {
        let number = |part: &When| {
            Some(format!("CASE WHEN {} THEN 1 ELSE 0 END", self.decided(part, wanted)?))
        };
        let numbers: Option<Vec<String>> = parts.iter().map(number).collect();
        let numbers = numbers.filter(|numbers| !numbers.is_empty())?.join(" + ");
        let least = if wanted { count } else { (parts.len() + 1).saturating_sub(count) };
        Some(format!("({numbers} >= {least})"))
    }

    fn compared(
        &self,
        left: &Quantity,
        comparison: Comparison,
        right: &Quantity,
        wanted: bool,
    ) -> Option<String> {
        if let (Quantity::DaysSince(left), Quantity::DaysSince(right)) = (left, right) {
            let (left, right) = (self.column(*left), self.column(*right));
            let test = format!("{left} {} {right}", operator(comparison.swapped()));
            return Some(known(&test, wanted));
        }
        let bound = |quantity: &Quantity, end| bound(self.pack, self.dialect, quantity, end);
        let exceeds = |high: &Quantity, low: &Quantity, operator: &str| {
            let (high_end, low_end) = match wanted {
                true => (End::Least, End::Greatest),
                false => (End::Greatest, End::Least),
            };
            let test = format!("{} {operator} {}", bound(high, high_end)?, bound(low, low_end)?);
            Some(known(&test, wanted))
        };
        match comparison {
            Comparison::AtLeast => exceeds(left, right, ">="),
            Comparison::MoreThan => exceeds(left, right, ">"),
            Comparison::AtMost => exceeds(right, left, ">="),
            Comparison::LessThan => exceeds(right, left, ">"),
            Comparison::Is => {
                let (one, other) = (exceeds(left, right, ">=")?, exceeds(right, left, ">=")?);
                Some(format!("({one} {} {other})", if wanted { "AND" } else { "OR" }))
            }
        }
    }
}

/// Whether a test is decided: `NULL` is not.
fn known(test: &str, wanted: bool) -> String {
    let not = if wanted { "" } else { "NOT " };
    format!("COALESCE({not}({test}), FALSE)")
}

fn operator(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Is => "=",
        Comparison::AtLeast => ">=",
        Comparison::MoreThan => ">",
        Comparison::AtMost => "<=",
        Comparison::LessThan => "<",
    }
}
