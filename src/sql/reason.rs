//! The criterion and the clause that decide an outcome, as SQL.

use crate::engine::{Outcome, Target};
use crate::rulebook::{Locale, Measure, ProvisionId, RulePack};

use super::condition::Condition;
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
    let dialect = reach.layers.dialect;
    let pack = reach.pack;
    let not_met = dialect.text(Outcome::NotMet.name());
    let mut cases = String::new();
    let mut clauses = String::new();
    for (index, criterion) in measure.criteria.iter().enumerate() {
        let Some(fails) = fails(reach, index)? else { continue };
        let number = index + 1;
        cases.push_str(&format!(" WHEN {fails} THEN {number}"));
        let clause = dialect.text(&citations(pack, locale, &criterion.provision));
        clauses.push_str(&format!(" WHEN {number} THEN {clause}"));
    }
    let own = dialect.text(&citations(pack, locale, &measure.provision));
    if cases.is_empty() {
        return Some((dialect.cast("NULL", "INTEGER"), own));
    }
    let sql = format!("CASE WHEN {outcome} = {not_met} THEN CASE{cases} END END");
    let number = reach.column("c", sql);
    Some((number.clone(), format!("CASE {number}{clauses} ELSE {own} END")))
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
pub(super) fn citations(pack: &RulePack, locale: Locale, provisions: &[ProvisionId]) -> String {
    let mut citations: Vec<String> = Vec::new();
    for provision in provisions {
        let citation = pack.citation(locale, *provision);
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    citations.join("; ")
}
