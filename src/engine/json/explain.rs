//! The long reply: every criterion with truth, answers and provisions, and the combination of
//! measures.

use crate::engine::amount::amount;
use crate::engine::answers::{Answer, Answers};
use crate::engine::answers_json::answer_to_json;
use crate::engine::as_of::{AsOf, PolicyStatus};
use crate::engine::combine::{candidates, combine};
use crate::engine::compiled::CompiledPack;
use crate::engine::evaluate::EvalContext;
use crate::engine::explain::{CriterionExplanation, explain};
use crate::engine::interview::{detail_facts, facts_to_find_out};
use crate::engine::measure_assessment::MeasureAssessment;
use crate::engine::nearest_miss::{Change, nearest_miss};
use crate::engine::reason::Reason;
use crate::engine::receipt::Receipt;
use crate::engine::score::Score;
use crate::engine::wanted::Wanted;
use crate::rulebook::{
    Assumption, Decimal, Instead, Json, Locale, MeasureId, OfficeId, Phone, RulePack, TopicId, Url,
    format_date,
};

use super::FORMAT;
use super::applications::applications_json;
use super::assess::add_bounded;
use super::combination::combination_json;
use super::values::{Object, amount_json, fact_ids, measure_ids, provisions_json, string};

/// A case to explain.
#[derive(Clone, Copy, Debug)]
pub struct ExplainRequest<'a> {
    /// The rule pack
    pub pack: &'a RulePack,
    /// The answers
    pub answers: &'a Answers,
    /// The chosen topics; all measures if there are none
    pub topics: &'a [TopicId],
    /// The requested and the evaluated date
    pub as_of: AsOf,
    /// The language of labels
    pub locale: Locale,
}

/// Explains one measure, or all measures of the topics and their combination.
///
/// `rules` must be compiled for the evaluated date.
pub fn explain_json(
    rules: &CompiledPack,
    case: &ExplainRequest<'_>,
    only: Option<MeasureId>,
) -> Json {
    let pack = case.pack;
    let wanted = Wanted::new(pack, case.topics);
    let answers = wanted.with_preset(case.answers);
    // The receipt has the answers without presets.
    let receipt = Receipt::encode(pack, case.as_of.asked, case.topics, case.answers);
    let case = &ExplainRequest { answers: &answers, ..*case };
    let context = case.context();
    let assessment = rules.assess(pack, case.answers);
    let includes = |measure: MeasureId| match only {
        Some(only) => only == measure,
        None => wanted.includes(measure),
    };
    let included = assessment.iter().filter(|(measure, _)| includes(*measure));
    let measures =
        included.map(|(measure, assessed)| case.measure(rules, measure, assessed)).collect();
    let as_of = Object::default()
        .with("asked", Json::String(format_date(case.as_of.asked)))
        .with("evaluated", Json::String(format_date(case.as_of.evaluated)))
        .with("standing", string(case.as_of.status.name()));
    let mut reply = Object::default()
        .with("format", Json::Integer(FORMAT))
        .with("pack", pack_id_json(pack))
        .with("as-of", as_of.json());
    if let Some(note) = &pack.evidence_note {
        reply.put("evidence-note", string(&note.get(case.locale)));
    }
    if let Some(instead) =
        pack.instead.as_ref().filter(|_| case.as_of.status == PolicyStatus::Lapsed)
    {
        reply.put("instead", instead_json(case.locale, instead));
    }
    reply.put("measures", Json::Array(measures));
    add_bounded(pack, &assessment, includes, &mut reply);
    if only.is_none() {
        let mut candidates = candidates(&context, &assessment);
        candidates.retain(|candidate| wanted.includes(candidate.measure));
        let combination = combine(pack, &candidates);
        reply.put("combination", combination_json(pack, case.locale, &combination));
        let unknown = facts_to_find_out(rules, pack, &answers, &assessment, &wanted);
        let unknown = unknown.iter().map(|unknown| {
            Object::default()
                .with("fact", string(&pack.facts[unknown.fact].id))
                .with("waiting", fact_ids(pack, &unknown.waiting))
                .with("measures", measure_ids(pack, &unknown.measures))
                .json()
        });
        reply.put("to-find-out", Json::Array(unknown.collect()));
    }
    reply.with("receipt", Json::String(receipt)).json()
}

fn instead_json(locale: Locale, instead: &Instead) -> Json {
    let mut json = Object::default().with("text", string(&instead.text.get(locale)));
    add_contact(&mut json, instead.phone.as_ref(), instead.url.as_ref());
    json.json()
}

fn add_contact(json: &mut Object, phone: Option<&Phone>, url: Option<&Url>) {
    if let Some(phone) = phone {
        json.put("phone", string(phone.as_str()));
    }
    if let Some(url) = url {
        json.put("url", string(url.as_str()));
    }
}

fn pack_id_json(pack: &RulePack) -> Json {
    Object::default().with("id", string(&pack.id)).with("version", string(&pack.version)).json()
}

impl<'a> ExplainRequest<'a> {
    /// The context of the evaluation.
    pub fn context(&self) -> EvalContext<'a> {
        EvalContext { pack: self.pack, answers: self.answers, as_of: self.as_of.evaluated }
    }

    fn measure(&self, rules: &CompiledPack, id: MeasureId, assessed: &MeasureAssessment) -> Json {
        let measure = &self.pack.measures[id];
        let context = self.context();
        let explanation = explain(rules, &context, id);
        let criteria =
            explanation.criteria.iter().map(|criterion| self.criterion(criterion)).collect();
        let amount = amount(&context, id, assessed);
        Object::default()
            .with("id", string(&measure.id))
            .with("title", string(&measure.title.get(self.locale)))
            .with("outcome", string(explanation.outcome.name()))
            .with("can-be-met", Json::Bool(assessed.can_be_met))
            .with("assuming", explanation.assumption.map_or(Json::Null, |of| self.assumption(of)))
            .with("applies", string(explanation.applies.name()))
            .with("criteria", Json::Array(criteria))
            .with("reason", self.reason(&explanation.reason))
            .with("missing", fact_ids(self.pack, &assessed.missing))
            .with("details", fact_ids(self.pack, &detail_facts(&context, id, assessed)))
            .with("nearest", self.nearest(&context, id))
            .with("amount", amount.as_ref().map_or(Json::Null, amount_json))
            .with("applications", applications_json(&context, id))
            .with("url", measure.url.as_ref().map_or(Json::Null, |url| string(url.as_str())))
            .with("office", measure.office.map_or(Json::Null, |office| self.office(office)))
            .json()
    }

    /// The premise of a measure for somebody who still plans to come.
    fn assumption(&self, assumption: &Assumption) -> Json {
        Object::default()
            .with("id", string(&assumption.id))
            .with("label", string(&assumption.label.get(self.locale)))
            .json()
    }

    /// The office that takes applications, as far as its contact details are published.
    fn office(&self, id: OfficeId) -> Json {
        let office = &self.pack.offices[id];
        let mut json = Object::default().with("title", string(&office.title.get(self.locale)));
        for (key, text) in [("address", &office.address), ("hours", &office.hours)] {
            if let Some(text) = text {
                json.put(key, string(&text.get(self.locale)));
            }
        }
        add_contact(&mut json, office.phone.as_ref(), office.url.as_ref());
        json.json()
    }

    /// The nearest miss; null unless the measure is not met.
    fn nearest(&self, context: &EvalContext<'_>, id: MeasureId) -> Json {
        let Some(nearest) = nearest_miss(context, id) else { return Json::Null };
        let changes = nearest.changes.iter().map(|change| match change {
            Change::Wait(day) => {
                Object::default().with("wait-until", Json::String(format_date(*day))).json()
            }
            Change::Answer(fact, value) => {
                let fact = &self.pack.facts[*fact];
                let answer = answer_to_json(&fact.kind, Answer::Value(*value));
                Object::default().with("fact", string(&fact.id)).with("answer", answer).json()
            }
        });
        Object::default()
            .with("changes", Json::Array(changes.collect()))
            .with("then", string(nearest.then.name()))
            .with("smallest", Json::Bool(nearest.is_smallest))
            .json()
    }

    fn reason(&self, reason: &Reason) -> Json {
        Object::default()
            .with("facts", fact_ids(self.pack, &reason.facts))
            .with("shortest", Json::Bool(reason.is_shortest))
            .json()
    }

    fn criterion(&self, explanation: &CriterionExplanation<'_>) -> Json {
        let mut answers = Object::default();
        for id in &explanation.facts {
            let fact = &self.pack.facts[*id];
            let answer = self.answers.get(*id);
            answers.put(
                &fact.id,
                answer.map_or(Json::Null, |answer| answer_to_json(&fact.kind, answer)),
            );
        }
        let mut reply = Object::default()
            .with("id", string(&explanation.criterion.id))
            .with("label", string(&explanation.criterion.label.get(self.locale)))
            .with("grade", string(explanation.criterion.grade.name()))
            .with("truth", string(explanation.truth.name()))
            .with("reason", Json::Bool(explanation.is_reason))
            .with("answers", answers.json())
            .with(
                "provisions",
                provisions_json(self.pack, self.locale, &explanation.criterion.provision),
            );
        if !explanation.scores.is_empty() {
            let scores = explanation.scores.iter().map(|score| self.score(score)).collect();
            reply.put("scores", Json::Array(scores));
        }
        reply.json()
    }

    /// A score as far as the answers decide it, with its parts.
    fn score(&self, score: &Score<'_>) -> Json {
        let number = |number: Decimal| Json::String(number.to_string());
        let parts = score.parts.iter().map(|part| {
            let label = part.label.map_or(Json::Null, |label| string(&label.get(self.locale)));
            let [min, max] = part.range;
            Object::default()
                .with("label", label)
                .with("min", number(min))
                .with("max", number(max))
                .with("missing", fact_ids(self.pack, &part.missing))
                .json()
        });
        let [min, max] = score.range;
        Object::default()
            .with("min", number(min))
            .with("max", number(max))
            .with("comparison", string(score.comparison.name()))
            .with("needed", number(score.needed))
            .with("parts", Json::Array(parts.collect()))
            .json()
    }
}
