//! The short replies: every outcome with what it still needs, and the question to put next.

use crate::engine::amount::amount;
use crate::engine::assess::Assessment;
use crate::engine::compiled::CompiledPack;
use crate::engine::evaluate::EvalContext;
use crate::engine::interview::{NextQuestion, next_question};
use crate::engine::outcome::Outcome;
use crate::rulebook::{Json, MeasureId, RulePack};

use super::values::{Object, amount_json, fact_ids, measure_ids, string};

/// What follows for every measure: the reply but for `format` and `id`.
///
/// Outside a policy's time each outcome is `not-in-force`.
pub fn assess_json(rules: &CompiledPack, context: &EvalContext<'_>) -> Json {
    let pack = context.pack;
    let assessment = rules.assess(pack, context.answers);
    let (mut outcomes, mut missing, mut amounts) =
        (Object::default(), Object::default(), Object::default());
    for (measure, assessed) in assessment.iter() {
        let name = &pack.measures[measure].id;
        outcomes.put(name, string(assessed.outcome.name()));
        if assessed.outcome == Outcome::Open {
            missing.put(name, fact_ids(pack, &assessed.missing));
        }
        if assessed.can_be_met
            && let Some(amount) = amount(context, measure)
        {
            amounts.put(name, amount_json(&amount));
        }
    }
    let next = ask(rules, context, &assessment);
    let next = next.map_or(Json::Null, |ask| string(&pack.facts[ask.fact].id));
    let mut reply =
        Object::default().with("outcomes", outcomes.json()).with("missing", missing.json());
    bounded(pack, &assessment, |_| true, &mut reply);
    reply.with("amounts", amounts.json()).with("next", next).json()
}

/// The question to put next, with the measures that hang on it; null if no answer can change anything any more.
pub fn next_json(rules: &CompiledPack, context: &EvalContext<'_>) -> Json {
    let assessment = rules.assess(context.pack, context.answers);
    let Some(ask) = ask(rules, context, &assessment) else { return Json::Null };
    Object::default()
        .with("fact", string(&context.pack.facts[ask.fact].id))
        .with("measures", measure_ids(context.pack, &ask.measures))
        .with("left-at-most", Json::Integer(i64::try_from(ask.max_remaining).unwrap_or(i64::MAX)))
        .json()
}

fn ask(
    rules: &CompiledPack,
    context: &EvalContext<'_>,
    assessment: &Assessment,
) -> Option<NextQuestion> {
    next_question(rules, context.pack, context.answers, assessment)
}

/// Names the measures told of whose outcome and missing facts are not known to be exact, if there are any.
pub(super) fn bounded(
    pack: &RulePack,
    assessment: &Assessment,
    is_told: impl Fn(MeasureId) -> bool,
    reply: &mut Object,
) {
    let bounded =
        assessment.iter().filter(|(measure, assessed)| !assessed.is_exact && is_told(*measure));
    let bounded: Vec<MeasureId> = bounded.map(|(measure, _)| measure).collect();
    if !bounded.is_empty() {
        reply.put("bounded", measure_ids(pack, &bounded));
    }
}
