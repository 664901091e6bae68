//! The query: one row per firm and measure.

use jiff::civil::Date;

use crate::engine::{Answers, Decision, EvalContext, Outcome};
use crate::rulebook::{FactId, FactSet, Locale, MeasureId, RulePack, format_date};

use super::amount::{AmountSql, amount_sql, fixed_amount_sql};
use super::dependent::dependent_sql;
use super::dialect::Dialect;
use super::layers::Layers;
use super::outcome::outcome_sql;
use super::reach::Reach;
use super::reason::{number_sql, reason_of, reason_sql};

/// The columns of the result between the key and the unusable columns, in order. The last two
/// only on request.
const COLUMNS: [&str; 8] = [
    "measure",
    "outcome",
    "missing",
    "amount_min",
    "amount_max",
    "amount_unit",
    "criterion",
    "clause",
];
/// The number of columns without those on request.
const ALWAYS: usize = 6;

/// A measure that SQL cannot decide exactly as the engine does.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("measure `{measure}` cannot be translated to SQL: {reason}")]
pub struct Untranslatable {
    /// The id of the measure
    pub measure: String,
    /// The reason, in one phrase
    pub reason: &'static str,
}

/// What to translate.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The pack
    pub pack: &'a RulePack,
    /// The date of the assessment
    pub as_of: Date,
    /// The database
    pub dialect: Dialect,
    /// The measures, in the order of the rows
    pub measures: &'a [MeasureId],
    /// The language of the clauses, if the deciding criterion and clause are wanted
    pub reasons: Option<Locale>,
}

impl Request<'_> {
    /// The facts that the measures depend on, in the pack's order.
    pub fn facts(&self) -> Vec<FactId> {
        let mut facts = FactSet::default();
        for measure in self.measures {
            self.facts_of(*measure, &mut |fact| facts.insert(fact));
        }
        facts.into_vec()
    }

    fn facts_of(&self, measure: MeasureId, visit: &mut dyn FnMut(FactId)) {
        self.pack.facts_of(measure).iter().for_each(|fact| visit(*fact));
        if let Some(quantity) = self.pack.measures[measure].amount_quantity() {
            self.pack.each_quantity_fact(quantity, visit);
        }
    }

    /// The names of the columns between the key and the unusable facts.
    fn names(&self) -> &'static [&'static str] {
        let count = if self.reasons.is_some() { COLUMNS.len() } else { ALWAYS };
        COLUMNS.get(..count).unwrap_or_default()
    }
}

/// A query, and the measures that it leaves out.
#[derive(Clone, Debug)]
pub struct Query {
    /// The text of the query; empty if no measure can be translated
    pub sql: String,
    /// The measures that SQL cannot decide exactly
    pub untranslatable: Vec<Untranslatable>,
}

/// The query over the result of `facts_query`: given facts, a query with the columns `firm_key`
/// and `invalid_facts`, and one column per fact, named by its id.
pub fn query(request: &Request<'_>, facts_query: &dyn Fn(&[FactId]) -> String) -> Query {
    let dialect = request.dialect;
    let mut layers = Layers::new(dialect);
    let (mut rows, mut facts, mut selects) = (Vec::new(), FactSet::default(), Vec::new());
    let mut untranslatable = Vec::new();
    for measure in request.measures {
        match columns(request, &mut layers, *measure, facts_query) {
            Ok(Columns::OfFirms(row)) => {
                rows.push(row);
                request.facts_of(*measure, &mut |fact| facts.insert(fact));
            }
            Ok(Columns::OfQuery(row, source)) => {
                selects.push(select_one(dialect, request.names(), &row, &source));
            }
            Err(error) => untranslatable.push(error),
        }
    }
    if !rows.is_empty() {
        let source = layers.around(&facts_query(&facts.into_vec()));
        selects.insert(0, select(dialect, request.names(), &rows, &source));
    }
    let as_of = dialect.comment(&format!("As of {}.", format_date(request.as_of)));
    let sql = match selects.is_empty() {
        true => String::new(),
        false => format!("{as_of}{}", selects.join("\nUNION ALL\n")),
    };
    Query { sql, untranslatable }
}

/// Turns each firm into one row per measure, in one pass over the firms.
fn select(dialect: Dialect, names: &[&str], rows: &[Vec<String>], source: &str) -> String {
    let (key, invalid) = (dialect.identifier("firm_key"), dialect.identifier("invalid_facts"));
    match dialect {
        // DuckDB joins each firm with `VALUES` by a hash join, and takes seven times as long.
        Dialect::DuckDb => {
            let fields = |row: &Vec<String>| {
                let fields = names.iter().zip(row);
                let fields: Vec<String> = fields
                    .map(|(name, value)| format!("{}: {value}", dialect.text(name)))
                    .collect();
                format!("  {{{}}}", fields.join(", "))
            };
            let rows: Vec<String> = rows.iter().map(fields).collect();
            let rows = rows.join(",\n");
            format!(
                "SELECT {key}, unnest([\n{rows}\n], max_depth := 2), {invalid}\n\
                 FROM (\n{source}\n) AS firm"
            )
        }
        Dialect::Postgres | Dialect::Spark => {
            let columns: Vec<String> = names.iter().map(|name| dialect.identifier(name)).collect();
            let (columns, rows) =
                (columns.join(", "), dialect.lateral_rows("measures", names, rows));
            format!("SELECT {key}, {columns}, {invalid}\nFROM (\n{source}\n) AS firm\n{rows}")
        }
    }
}

/// The rows of one measure, from a query with one row per firm.
fn select_one(dialect: Dialect, names: &[&str], row: &[String], source: &str) -> String {
    let (key, invalid) = (dialect.identifier("firm_key"), dialect.identifier("invalid_facts"));
    let columns: Vec<String> = names
        .iter()
        .zip(row)
        .map(|(name, value)| format!("{value} AS {}", dialect.identifier(name)))
        .collect();
    let columns = columns.join(",\n  ");
    format!("SELECT {key}, {columns}, {invalid}\nFROM (\n{source}\n) AS firm")
}

/// The values of a measure's row.
enum Columns {
    /// Over the layers that all measures share
    OfFirms(Vec<String>),
    /// Over a query of its own
    OfQuery(Vec<String>, String),
}

fn columns(
    request: &Request<'_>,
    layers: &mut Layers,
    id: MeasureId,
    facts_query: &dyn Fn(&[FactId]) -> String,
) -> Result<Columns, Untranslatable> {
    let (pack, dialect) = (request.pack, request.dialect);
    let measure = &pack.measures[id];
    let values = |outcome: String, missing: String, amount: Option<AmountSql>, reason| {
        let measure = dialect.text(&measure.id);
        let amount = amount.unwrap_or_else(|| AmountSql::none(dialect));
        let mut values = vec![measure, outcome, missing, amount.min, amount.max, amount.unit];
        if let Some((criterion, clause)) = reason {
            values.extend([criterion, clause]);
        }
        values
    };
    if !pack.is_in_force(measure, request.as_of) {
        let outcome = dialect.text(Outcome::NotInForce.name());
        let no_array = dialect.cast("NULL", dialect.text_array_type());
        let reason = request.reasons.map(|locale| reason_of(pack, dialect, measure, None, locale));
        return Ok(Columns::OfFirms(values(outcome, no_array, None, reason)));
    }
    let failed = |reason| Untranslatable { measure: measure.id.to_string(), reason };
    let test = || failed("it compares figures in a way that has no translation");
    let figure = || failed("its amount depends on several figures");
    let answers = Answers::none(pack);
    let context = EvalContext { pack, answers: &answers, as_of: request.as_of };
    let decision =
        Decision::new(context, measure).ok_or_else(|| failed("its conditions are too large"))?;
    if !decision.is_independent {
        let mut facts = FactSet::default();
        request.facts_of(id, &mut |fact| facts.insert(fact));
        let source = facts_query(&facts.into_vec());
        let sql = dependent_sql(pack, dialect, &decision, measure, &source).ok_or_else(test)?;
        let amount = fixed_amount_sql(dialect, measure, &sql.can_be_met).ok_or_else(figure)?;
        let fails: Vec<Option<String>> = sql.fails.into_iter().map(Some).collect();
        let number = number_sql(dialect, &sql.outcome, &fails);
        let reason =
            request.reasons.map(|locale| reason_of(pack, dialect, measure, number, locale));
        let row = values(sql.outcome, sql.missing, amount, reason);
        return Ok(Columns::OfQuery(row, sql.source));
    }
    let mut reach = Reach { pack, decision: &decision, layers, layer: 0 };
    let outcome = outcome_sql(&mut reach).ok_or_else(test)?;
    let amount = amount_sql(&mut reach, measure, &outcome.can_be_met).ok_or_else(figure)?;
    let reason = match request.reasons {
        Some(locale) => {
            let reason = reason_sql(&mut reach, measure, &outcome.outcome, locale);
            Some(reason.ok_or_else(test)?)
        }
        None => None,
    };
    Ok(Columns::OfFirms(values(outcome.outcome, outcome.missing, amount, reason)))
}
