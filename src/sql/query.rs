//! The query: one row per firm and measure.

use jiff::civil::Date;

use crate::engine::{Answers, Decision, EvalContext, Outcome};
use crate::rulebook::{FactId, FactSet, MeasureId, RulePack, format_date};

use super::amount::{AmountSql, amount_sql};
use super::dialect::Dialect;
use super::layers::Layers;
use super::outcome::outcome_sql;
use super::reach::Reach;

/// The columns of the result after the key, in order.
const COLUMNS: [&str; 6] =
    ["measure", "outcome", "missing", "amount_min", "amount_max", "amount_unit"];

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
    let names: Vec<String> = COLUMNS.iter().map(|name| dialect.identifier(name)).collect();
    let columns = [vec![dialect.identifier("firm_key")], names].concat().join(", ");
    let invalid = dialect.identifier("invalid_facts");
    let rows = dialect.lateral_rows("measures", &COLUMNS, &rows);
    let source = layers.around(facts_query);
    let as_of = dialect.comment(&format!("As of {}.", format_date(request.as_of)));
    Ok(format!("{as_of}SELECT {columns}, {invalid}\nFROM (\n{source}\n) AS firm\n{rows}"))
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
    let values = |outcome: String, missing: String, amount: AmountSql| {
        let measure = dialect.text(&measure.id);
        vec![measure, outcome, missing, amount.min, amount.max, amount.unit]
    };
    if !pack.is_in_force(measure, request.as_of) {
        let outcome = dialect.text(Outcome::NotInForce.name());
        return Ok(values(outcome, no_array, no_amount()));
    }
    let failed = |reason| Untranslatable { measure: measure.id.to_string(), reason };
    let answers = Answers::none(pack);
    let context = EvalContext { pack, answers: &answers, as_of: request.as_of };
    let decision =
        Decision::new(context, measure).ok_or_else(|| failed("its conditions are too large"))?;
    if !decision.is_independent {
        return Err(failed("it compares several figures in ways that depend on each other"));
    }
    let mut reach = Reach { pack, decision: &decision, layers };
    let test = || failed("a test compares several figures");
    let outcome = outcome_sql(&mut reach).ok_or_else(test)?;
    let amount = amount_sql(&mut reach, measure, &outcome.can_be_met)
        .ok_or_else(|| failed("its amount depends on several figures"))?;
    Ok(values(outcome.outcome, outcome.missing, amount.unwrap_or_else(no_amount)))
}
