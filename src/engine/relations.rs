//! Answers that cannot all be true: violated relations.

use jiff::civil::Date;

use crate::rulebook::{FactId, Locale, Relation, RulePack};

use super::answers::Answers;
use super::answers_json::InvalidAnswer;
use super::evaluate::EvalContext;
use super::truth::Truth;

/// Whether answers violate a relation. Missing answers violate none that they can still satisfy.
///
/// Evaluated on the last of the days involved: a relation between two dates in the future is one of
/// dates too, although neither event has happened on the as-of date.
pub(super) fn is_violated(
    pack: &RulePack,
    answers: &Answers,
    as_of: Date,
    relation: &Relation,
) -> bool {
    let facts = pack.facts_in(&relation.holds);
    let days = facts.iter().filter_map(|fact| answers.date(*fact));
    let context = EvalContext { pack, answers, as_of: days.fold(as_of, Date::max) };
    context.truth(&relation.holds) == Truth::False
}

/// The errors of answers that violate relations. The field is the last answered fact of a relation.
pub fn check_relations(pack: &RulePack, answers: &Answers, as_of: Date) -> Vec<InvalidAnswer> {
    let violated =
        pack.relations.iter().filter(|relation| is_violated(pack, answers, as_of, relation));
    violated.map(|relation| error(pack, answers, relation)).collect()
}

fn error(pack: &RulePack, answers: &Answers, relation: &Relation) -> InvalidAnswer {
    let mut facts: Vec<FactId> = pack.facts_in(&relation.holds);
    facts.retain(|fact| answers.get(*fact).is_some());
    let last = facts.pop();
    let name = |fact: FactId| pack.facts[fact].id.to_string();
    let others: Vec<String> = facts.iter().map(|fact| format!("`{}`", name(*fact))).collect();
    let message = relation.message.get(pack.language(Locale::En));
    InvalidAnswer {
        field: last.map(name).unwrap_or_default(),
        message: match others.is_empty() {
            true => message.to_string(),
            false => format!("contradicts {}: {message}", others.join(", ")),
        },
        suggestion: None,
    }
}
