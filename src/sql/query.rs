//! The query: one row per firm and measure.

use jiff::civil::Date;

use crate::engine::{Answers, Decision, EvalContext, Outcome};
use crate::rulebook::{FactId, FactSet, Locale, MeasureId, RulePack, format_date};

use super::amount::{AmountSql, amount_sql};
use super::dialect::Dialect;
use super::layers::Layers;
use super::outcome::outcome_sql;
use super::reach::Reach;
use super::reason::{citations, reason_sql};

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
            self.pack.facts_of(*measure).iter().for_each(|fact| facts.insert(*fact));
            if let Some(quantity) = self.pack.measures[*measure].amount_quantity() {
                self.pack.each_quantity_fact(quantity, &mut |fact| facts.insert(fact));
            }
        }
        facts.into_vec()
    }
}

/// The query around `facts_query`, which has the columns `firm_key` and `invalid_facts` and one
/// column per fact of [`Request::facts`], named by its id.
///
/// # Errors
///
/// The first measure that SQL cannot decide exactly.
pub fn query(request: &Request<'_>, facts_query: &str) -> Result<String, Untranslatable> {
    let dialect = request.dialect;
    let mut layers = Layers::new(dialect);
    let mut rows = Vec::new();
    for measure in request.measures {
        rows.push(row(request, &mut layers, *measure)?);
    }
    let names = COLUMNS.get(..if request.reasons.is_some() { COLUMNS.len() } else { ALWAYS });
    let source = layers.around(facts_query);
    let as_of = dialect.comment(&format!("As of {}.", format_date(request.as_of)));
    Ok(format!("{as_of}{}", select(dialect, names.unwrap_or_default(), &rows, &source)))
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

/// The values of a measure's row.
fn row(
    request: &Request<'_>,
    layers: &mut Layers,
    id: MeasureId,
) -> Result<Vec<String>, Untranslatable> {
    let (pack, dialect) = (request.pack, request.dialect);
    let measure = &pack.measures[id];
    let no_array = dialect.cast("NULL", dialect.text_array_type());
    let no_amount = || AmountSql {
        min: dialect.cast("NULL", dialect.decimal_type()),
        max: dialect.cast("NULL", dialect.decimal_type()),
        unit: dialect.cast("NULL", dialect.text_type()),
    };
    let values = |outcome: String, missing: String, amount: AmountSql, reason| {
        let measure = dialect.text(&measure.id);
        let mut values = vec![measure, outcome, missing, amount.min, amount.max, amount.unit];
        if let Some((criterion, clause)) = reason {
            values.extend([criterion, clause]);
        }
        values
    };
    if !pack.is_in_force(measure, request.as_of) {
        let outcome = dialect.text(Outcome::NotInForce.name());
        let clauses = |locale| dialect.text(&citations(pack, locale, &measure.provision));
        let reason =
            request.reasons.map(|locale| (dialect.cast("NULL", "INTEGER"), clauses(locale)));
        return Ok(values(outcome, no_array, no_amount(), reason));
    }
    let failed = |reason| Untranslatable { measure: measure.id.to_string(), reason };
    let answers = Answers::none(pack);
    let context = EvalContext { pack, answers: &answers, as_of: request.as_of };
    let decision =
        Decision::new(context, measure).ok_or_else(|| failed("its conditions are too large"))?;
    if !decision.is_independent {
        return Err(failed("it compares several figures in ways that depend on each other"));
    }
    let mut reach = Reach { pack, decision: &decision, layers, layer: 0 };
    let test = || failed("a test compares several figures");
    let outcome = outcome_sql(&mut reach).ok_or_else(test)?;
    let amount = amount_sql(&mut reach, measure, &outcome.can_be_met)
        .ok_or_else(|| failed("its amount depends on several figures"))?;
    let reason = match request.reasons {
        Some(locale) => {
            let reason = reason_sql(&mut reach, measure, &outcome.outcome, locale);
            Some(reason.ok_or_else(test)?)
        }
        None => None,
    };
    Ok(values(outcome.outcome, outcome.missing, amount.unwrap_or_else(no_amount), reason))
}
