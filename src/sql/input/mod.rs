//! The input of a query: one row per firm, with a typed column per fact.
//!
//! The columns of the user's table may have any type: booleans, numbers, dates and arrays, or text
//! that holds them. A value that is not usable is never silently unanswered: its fact is in
//! `invalid_facts`. Four nested queries compute the columns step by step, so that no database
//! computes a step twice:
//!
//! | query | columns |
//! |---|---|
//! | `raw` | the text of each column, and whether its type is native |
//! | `parsed` | numbers and days without checks; the values of other kinds |
//! | `checked` | the value of each fact, and whether the column is not `NULL` |
//! | the result | values with the preset of the topics, and `invalid_facts` |

mod check; // The query that counts unusable values.
mod choices; // Several choices: an array, or a table with one row per choice.
mod column_type; // The types of columns in each database.
mod date; // Days.
mod fields; // The steps of each fact, and the nested queries.
mod number; // Exact decimals.
mod options; // Yes or no, and one choice.
mod value; // Values as literals.

use crate::rulebook::{FactId, RulePack, Value};

use super::columns::ColumnMap;
use super::dialect::Dialect;

use fields::Fields;

pub use check::check_query;
pub(super) use value::type_name;

/// The query of the typed columns: a `SELECT` without a semicolon, for a subquery `facts`.
///
/// Its columns are `firm_key` (text), one per fact with the id of the fact as its name, and
/// `invalid_facts`.
///
/// | fact | type | `NULL` if |
/// |---|---|---|
/// | `yes-no` | boolean | unanswered or unusable |
/// | `choice` | text, the id of the option | likewise |
/// | `choices` | array of text, without duplicates, in the order of the pack | likewise |
/// | `number` | [`Dialect::decimal_type`] | likewise |
/// | `date` | date | likewise |
///
/// `invalid_facts` is an array of text, never `NULL`: the ids of those facts whose column is not
/// `NULL` and has no usable value, in the order of `facts`.
///
/// Usable are the values that [`crate::engine::answers_from_json`] accepts, except texts of numbers
/// and dates in words, with units or in unusual order: the SQL reads digits only, and reports the
/// others in `invalid_facts`.
pub fn facts_select(
    pack: &RulePack,
    dialect: Dialect,
    columns: &ColumnMap,
    facts: &[FactId],
) -> String {
    facts_select_with_preset(pack, dialect, columns, facts, &[])
}

/// [`facts_select`] with the answers that follow from the chosen topics. They are used for a fact
/// whose column is `NULL`.
pub fn facts_select_with_preset(
    pack: &RulePack,
    dialect: Dialect,
    columns: &ColumnMap,
    facts: &[FactId],
    preset: &[(FactId, Value)],
) -> String {
    Fields::new(pack, dialect, columns, facts).facts(preset)
}
