//! The short replies: all outcomes, some outcomes, and the next question.

use crate::engine::amount::amount;
use crate::engine::assess::Assessment;
use crate::engine::compiled::CompiledPack;
use crate::engine::evaluate::EvalContext;
use crate::engine::interview::next_question;
use crate::engine::measure_assessment::MeasureAssessment;
use crate::engine::outcome::Outcome;
use crate::engine::wanted::Wanted;
use crate::rulebook::{Json, MeasureId, RulePack, TopicId};

use super::applications::applications_json;
use super::values::{Object, amount_json, fact_ids, measure_ids, string};

/// Assesses the measures of the topics, or all measures: the reply without `format` and `id`.
///
/// Outside the pack's period, every outcome is `not-in-force`.
pub fn assess_json(rules: &CompiledPack, context: &EvalContext<'_>, topics: &[TopicId]) -> Json {
    let pack = context.pack;
    let wanted = Wanted::new(pack, topics);
    let answers = wanted.with_preset(context.answers);
    let context = &EvalContext { answers: &answers, ..*context };
    let assessment = rules.assess(pack, &answers);
    let assessed = assessment.iter().filter(|(measure, _)| wanted.includes(*measure));
    let reply = reply(context, assessed);
    let next = next_question(rules, pack, &answers, &assessment, &wanted);
    let next = next.map_or(Json::Null, |question| string(&pack.facts[question.fact].id));
    reply.with("next", next).json()
}

/// Assesses some measures, as far as they belong to the topics: the reply of [`assess_json`]
/// without `next`, which depends on all measures.
pub fn assess_measures_json(
    rules: &CompiledPack,
    context: &EvalContext<'_>,
    topics: &[TopicId],
    measures: &[MeasureId],
) -> Json {
    let wanted = Wanted::new(context.pack, topics);
    let answers = wanted.with_preset(context.answers);
    let context = &EvalContext { answers: &answers, ..*context };
    let measures = measures.iter().copied().filter(|measure| wanted.includes(*measure));
    let assessed = rules.assess_measures(context.pack, &answers, measures);
    reply(context, assessed.iter().map(|(measure, assessed)| (*measure, assessed))).json()
}

/// The reply for assessed measures, without the next question.
fn reply<'m>(
    context: &EvalContext<'_>,
    assessed: impl Iterator<Item = (MeasureId, &'m MeasureAssessment)>,
) -> Object {
    let pack = context.pack;
    let (mut outcomes, mut missing, mut amounts) =
        (Object::default(), Object::default(), Object::default());
    let (mut all_applications, mut bounded) = (Object::default(), Vec::new());
    for (measure, assessed) in assessed {
        let name = &pack.measures[measure].id;
        outcomes.put(name, string(assessed.outcome.name()));
        if assessed.outcome == Outcome::Open {
            missing.put(name, fact_ids(pack, &assessed.missing));
        }
        if let Some(amount) = amount(context, measure, assessed) {
            amounts.put(name, amount_json(&amount));
        }
        let applications = applications_json(context, measure);
        if assessed.can_be_met && applications != Json::Null {
            all_applications.put(name, applications);
        }
        if !assessed.is_exact {
            bounded.push(measure);
        }
    }
    let mut reply =
        Object::default().with("outcomes", outcomes.json()).with("missing", missing.json());
    if !bounded.is_empty() {
        reply.put("bounded", measure_ids(pack, &bounded));
    }
    reply.put("amounts", amounts.json());
    let all_applications = all_applications.json();
    if !all_applications.entries().is_empty() {
        reply.put("applications", all_applications);
    }
    reply
}

/// The next question with the questions on the same screen, and the measures of the topics that
/// depend on it. Null if the interview is over.
pub fn next_json(rules: &CompiledPack, context: &EvalContext<'_>, topics: &[TopicId]) -> Json {
    let pack = context.pack;
    let wanted = Wanted::new(pack, topics);
    let answers = wanted.with_preset(context.answers);
    let assessment = rules.assess(pack, &answers);
    let Some(question) = next_question(rules, pack, &answers, &assessment, &wanted) else {
        return Json::Null;
    };
    Object::default()
        .with("fact", string(&pack.facts[question.fact].id))
        .with("screen", fact_ids(pack, &question.screen))
        .with("measures", measure_ids(pack, &question.measures))
        .with("left-at-most", count(question.max_remaining))
        .with("screens-left-at-most", count(question.max_screens))
        .json()
}

fn count(count: usize) -> Json {
    Json::Integer(i64::try_from(count).unwrap_or(i64::MAX))
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
