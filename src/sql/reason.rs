//! The criterion and the clause that decide an outcome, as SQL.

use crate::engine::{Outcome, Target};
use crate::rulebook::{Locale, Measure, ProvisionId, RulePack};

use super::condition::Condition;
use super::dialect::Dialect;
use super::reach::Reach;

/// The number of the first criterion that fails, from 1, and the clauses that decide the outcome.
///
/// The number is `NULL` unless the outcome is `not-met`, and also if no criterion fails alone:
/// then several exclude each other. The clauses are those of the criterion, otherwise those of the
/// measure. `None` if a split cannot be translated.
pub(super) fn reason_sql(
    reach: &mut Reach<'_>,
    measure: &Measure,
    outcome: &str,
    locale: Locale,
) -> Option<(String, String)> {
    let mut failing = Vec::new();
    for index in 0..measure.criteria.len() {
        failing.push(fails(reach, index)?);
    }
    let number = number_sql(reach.layers.dialect, outcome, &failing);
    let number = number.map(|sql| reach.column("c", sql));
    Some(reason_of(reach.pack, reach.layers.dialect, measure, number, locale))
}

/// The number of the first criterion that fails, given the test of each. `None` if none can fail.
pub(super) fn number_sql(
    dialect: Dialect,
    outcome: &str,
    fails: &[Option<String>],
) -> Option<String> {
    let cases: String = fails
        .iter()
        .enumerate()
        .filter_map(|(index, fails)| Some(format!(" WHEN {} THEN {}", fails.as_ref()?, index + 1)))
        .collect();
    let not_met = dialect.text(Outcome::NotMet.name());
    (!cases.is_empty()).then(|| format!("CASE WHEN {outcome} = {not_met} THEN CASE{cases} END END"))
}

/// The number of the criterion, and the clauses, given the SQL of the number.
pub(super) fn reason_of(
    pack: &RulePack,
    dialect: Dialect,
    measure: &Measure,
    number: Option<String>,
    locale: Locale,
) -> (String, String) {
    let own = dialect.text(&citations(pack, locale, &measure.provision));
    let Some(number) = number else { return (dialect.cast("NULL", "INTEGER"), own) };
    let clauses: String = measure
        .criteria
        .iter()
        .enumerate()
        .map(|(index, criterion)| {
            let clause = dialect.text(&citations(pack, locale, &criterion.provision));
            format!(" WHEN {} THEN {clause}", index + 1)
        })
        .collect();
    (number.clone(), format!("CASE {number}{clauses} ELSE {own} END"))
}

/// Whether a criterion is false under every completion of the answers. `Some(None)` if it never is.
fn fails(reach: &mut Reach<'_>, index: usize) -> Option<Option<String>> {
    let dialect = reach.layers.dialect;
    let can_hold = |target: Target| target != Target::False;
    let given = *reach.decision.criteria.get(index)?;
    let given = reach.condition(given, &can_hold, None)?;
    let Some((holds, assumed)) = &reach.decision.if_assumed else {
        let fails = format!("NOT {}", given.sql(dialect));
        return Some((given != Condition::True).then_some(fails));
    };
    // As explanations do: by the assumed answers if the assumption holds.
    let (holds, assumed) = (*holds, *assumed.get(index)?);
    let may_fail = reach.condition(holds, &|target| target != Target::True, None)?;
    let assumed = reach.condition(assumed, &can_hold, None)?;
    if given == Condition::True && assumed == Condition::True {
        return Some(None);
    }
    let [may_fail, given, assumed] = [may_fail, given, assumed].map(|part| part.sql(dialect));
    Some(Some(format!("CASE WHEN {may_fail} THEN NOT {given} ELSE NOT {assumed} END")))
}

/// Documents and clauses, each once.
fn citations(pack: &RulePack, locale: Locale, provisions: &[ProvisionId]) -> String {
    let mut citations: Vec<String> = Vec::new();
    for provision in provisions {
        let citation = pack.citation(locale, *provision);
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    citations.join("; ")
}
