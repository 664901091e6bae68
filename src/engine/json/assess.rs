//! The short replies: all outcomes, and the next question.

use crate::engine::amount::amount;
use crate::engine::assess::Assessment;
use crate::engine::compiled::CompiledPack;
use crate::engine::evaluate::EvalContext;
use crate::engine::interview::{NextQuestion, next_question};
use crate::engine::outcome::Outcome;
use crate::rulebook::{Json, MeasureId, RulePack};

use super::values::{Object, amount_json, fact_ids, measure_ids, string};

/// Assesses a case: the reply without `format` and `id`.
///
/// Outside the pack's period, every outcome is `not-in-force`.
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
        if let Some(amount) = amount(context, measure, assessed) {
            amounts.put(name, amount_json(&amount));
        }
    }
    let next = choose_question(rules, context, &assessment);
    let next = next.map_or(Json::Null, |question| string(&pack.facts[question.fact].id));
    let mut reply =
        Object::default().with("outcomes", outcomes.json()).with("missing", missing.json());
    add_bounded(pack, &assessment, |_| true, &mut reply);
    reply.with("amounts", amounts.json()).with("next", next).json()
}

/// The next question with the measures that depend on it. Null if no answer can change anything.
pub fn next_json(rules: &CompiledPack, context: &EvalContext<'_>) -> Json {
    let assessment = rules.assess(context.pack, context.answers);
    let Some(question) = choose_question(rules, context, &assessment) else { return Json::Null };
    Object::default()
        .with("fact", string(&context.pack.facts[question.fact].id))
        .with("measures", measure_ids(context.pack, &question.measures))
        .with(
            "left-at-most",
            Json::Integer(i64::try_from(question.max_remaining).unwrap_or(i64::MAX)),
        )
        .json()
}

fn choose_question(
    rules: &CompiledPack,
    context: &EvalContext<'_>,
    assessment: &Assessment,
) -> Option<NextQuestion> {
    next_question(rules, context.pack, context.answers, assessment)
}

/// Adds the measures with inexact results under `bounded`, if there are any.
pub(super) fn add_bounded(
    pack: &RulePack,
    assessment: &Assessment,
    includes: impl Fn(MeasureId) -> bool,
    reply: &mut Object,
) {
    let bounded =
        assessment.iter().filter(|(measure, assessed)| !assessed.is_exact && includes(*measure));
    let bounded: Vec<MeasureId> = bounded.map(|(measure, _)| measure).collect();
    if !bounded.is_empty() {
        reply.put("bounded", measure_ids(pack, &bounded));
    }
}
