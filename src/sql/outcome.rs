//! The outcome of a measure and the facts that it still depends on, as SQL.

use crate::engine::{Outcome, Target};
use crate::rulebook::{FactId, FactSet};

use super::condition::Condition;
use super::reach::Reach;

/// The SQL of a measure's outcome, the condition that it can be met, and the missing facts.
pub(super) struct OutcomeSql {
    /// A column with the name of the outcome
    pub(super) outcome: String,
    /// The array of the ids of the facts that can still change it; `NULL` if it is decided
    pub(super) missing: String,
    /// Whether the measure can still be met
    pub(super) can_be_met: Condition,
}

/// Translates the outcome of a measure. `None` if a split cannot be translated.
pub(super) fn outcome_sql(reach: &mut Reach<'_>) -> Option<OutcomeSql> {
    let root = reach.decision.outcome;
    let dialect = reach.layers.dialect;
    let terminals = reach.terminals(root);
    let mut possible = Vec::new();
    for terminal in &terminals {
        let condition = reach.condition(root, &|target| target == *terminal, None)?;
        let condition = reach.shared(condition);
        possible.push((terminal.outcome()?, condition));
    }
    let outcome = match possible.as_slice() {
        [(only, _)] => dialect.text(only.name()),
        _ => {
            let mut cases = String::new();
            for (outcome, _) in &possible {
                let others = possible.iter().filter(|(other, _)| other != outcome);
                let others: Vec<String> =
                    others.map(|(_, condition)| condition.sql(dialect)).collect();
                let name = dialect.text(outcome.name());
                cases.push_str(&format!(" WHEN NOT ({}) THEN {name}", others.join(" OR ")));
            }
            let open = dialect.text(Outcome::Open.name());
            reach.column("o", format!("CASE{cases} ELSE {open} END"))
        }
    };
    let can_be_met =
        |target: Target| matches!(target, Target::True | Target::Undefined | Target::OnceSettled);
    let condition = reach.condition(root, &can_be_met, None)?;
    let can_be_met = reach.shared(condition);
    let missing = missing_sql(reach, &outcome)?;
    Some(OutcomeSql { outcome, missing, can_be_met })
}

/// The facts without an answer that can still change the outcome, in the pack's order.
fn missing_sql(reach: &mut Reach<'_>, outcome: &str) -> Option<String> {
    let dialect = reach.layers.dialect;
    let mut facts = FactSet::default();
    for split in &reach.decision.splits {
        split.each_fact(&mut |fact| facts.insert(fact));
    }
    let mut texts = Vec::new();
    let all: Vec<FactId> = facts.into_vec();
    for fact in all {
        let mut any = Condition::False;
        for index in 0..reach.decision.splits.len() {
            let mut reads = false;
            let split = reach.decision.splits.get(index)?;
            split.each_fact(&mut |other| reads |= other == fact);
            if reads {
                any = any.or(changes(reach, index)?);
            }
        }
        let id = &*reach.pack.facts[fact].id;
        let column = dialect.identifier(id);
        if any != Condition::False {
            texts.push((id, format!("{column} IS NULL AND {}", any.sql(dialect))));
        }
    }
    if texts.is_empty() {
        return Some(format!("CAST(NULL AS {})", dialect.text_array_type()));
    }
    let open = dialect.text(Outcome::Open.name());
    Some(format!("CASE WHEN {outcome} = {open} THEN {} END", dialect.texts_where(&texts)))
}

/// Whether a split can still change the outcome: two neighbouring regions are possible, and the
/// other answers allow a completion in which they differ.
fn changes(reach: &mut Reach<'_>, index: usize) -> Option<Condition> {
    let is_true = |target: Target| target == Target::True;
    let split = reach.decision.splits.get(index)?;
    let changes = reach.decision.changes.get(index)?;
    // With one fact, all regions are possible or only one is: `IS NULL` has decided that.
    let is_single = split.fact().is_some();
    let mut any = Condition::False;
    for (region, change) in changes.iter().enumerate() {
        let mut all = reach.condition(*change, &is_true, None)?;
        if !is_single && all != Condition::False {
            for side in [region, region + 1] {
                let regions: Vec<bool> = (0..split.regions()).map(|other| other == side).collect();
                let possible = super::possible::possible(reach.pack, reach.layers, split, &regions);
                all = possible?.and(all);
            }
        }
        any = any.or(all);
    }
    Some(any)
}
