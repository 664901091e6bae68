//! The reason on a card: one line that says what decided the outcome, or what is missing.

use crate::engine::{
    CriterionExplanation, Explanation, MissingFacts, Outcome, Truth, explain, near_miss, rate_basis,
};
use crate::rulebook::{FactId, MeasureId, Quantity};
use crate::widget::evaluation::Evaluation;
use crate::widget::question::missed_threshold;
use crate::widget::text::{amount_sentence, changes_text, fact_text, fill, question_text};

use super::groups::Group;
use super::premise::premise_text;

/// The most bytes of a note on a grant that is part of the reason, such as who receives the money.
const MAX_NOTE: usize = 60;

/// The reason for the group of a measure; `None` if there is nothing to say.
pub(in crate::widget) fn reason_text(
    evaluation: &Evaluation,
    id: MeasureId,
    group: Group,
) -> Option<String> {
    let catalogue = &evaluation.pack.catalogue;
    let outcome = evaluation.assessment.of(id).outcome;
    let explained = || explain(&evaluation.compiled, &evaluation.context(), id);
    let reason = match outcome {
        Outcome::MetOnceSettled => premise_text(evaluation, id),
        Outcome::Met => calculation(evaluation, id).or_else(|| last_met(evaluation, &explained())),
        Outcome::MetInDirection => Some(catalogue.directional_note().to_string()),
        Outcome::Open if group == Group::NotMet => Some(catalogue.out_of_reach().to_string()),
        // The first question is a link below.
        Outcome::Open if group == Group::Open && !to_answer(evaluation, id).is_empty() => None,
        Outcome::Open => missing(evaluation, id),
        Outcome::NotMet if group == Group::Near => near(evaluation, id),
        Outcome::NotMet => {
            missed_threshold(evaluation, id).or_else(|| failed(evaluation, &explained()))
        }
        Outcome::NotApplicable => {
            explained().applies_facts.first().map(|fact| answer(evaluation, *fact))
        }
        Outcome::NotInForce => None,
    };
    let note = receiver(evaluation, id).filter(|_| group.is_result());
    match (reason, note) {
        (Some(reason), Some(note)) => Some(reason + &catalogue.bracketed(&note)),
        (reason, note) => reason.or(note),
    }
}

/// How the amount is calculated, with the applicant's figure.
fn calculation(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let pack = &evaluation.pack;
    let context = evaluation.context();
    let (rate, basis) = rate_basis(&context, id)?;
    let catalogue = &pack.catalogue;
    let exact = catalogue.amount_exact();
    let amount =
        amount_sentence(catalogue, pack.locale, &pack.rules, &rate.unit, exact, [basis; 2]);
    let percent = rate.percent.to_string();
    let text = match &rate.of {
        Quantity::Difference(..) => catalogue.reason_rate_of_growth(),
        _ => catalogue.reason_rate(),
    };
    Some(fill(text, &[("amount", &amount), ("percent", &percent)]))
}

/// The last criterion that holds: the first ones are about every applicant, the last one about the
/// measure.
fn last_met(evaluation: &Evaluation, explained: &Explanation<'_>) -> Option<String> {
    let is_met = |line: &&CriterionExplanation<'_>| line.truth == Truth::True;
    let last = explained.criteria.iter().rfind(is_met)?;
    Some(evaluation.text(&last.criterion.label).to_string())
}

/// The first criterion that does not hold.
fn failed(evaluation: &Evaluation, explained: &Explanation<'_>) -> Option<String> {
    let label = evaluation.text(&explained.reasons().next()?.criterion.label);
    Some(fill(evaluation.pack.catalogue.reason_failed(), &[("label", &label)]))
}

/// The question that an open measure still needs, or that the applicant has to find out.
fn missing(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let catalogue = &evaluation.pack.catalogue;
    let missing = missing_facts(evaluation, id);
    let (text, fact) = match missing.to_answer.first() {
        Some(fact) => (catalogue.reason_missing(), fact),
        None => (catalogue.reason_unknown(), missing.to_find_out.first()?),
    };
    let question = evaluation.text(&evaluation.pack.rules.facts[*fact].question);
    Some(fill(text, &[("question", question_text(&question))]))
}

fn missing_facts(evaluation: &Evaluation, id: MeasureId) -> MissingFacts {
    MissingFacts::of(&evaluation.context(), &evaluation.assessment.of(id).missing)
}

/// The questions that an open measure still needs; none if all are answered 不清楚, or wait for one
/// that is.
pub(super) fn to_answer(evaluation: &Evaluation, id: MeasureId) -> Vec<FactId> {
    missing_facts(evaluation, id).to_answer
}

/// The one change that would meet a measure.
fn near(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let (pack, nearest) = (&evaluation.pack, near_miss(&evaluation.context(), id)?);
    let catalogue = &pack.catalogue;
    let changes = changes_text(catalogue, pack.locale, &pack.rules, &evaluation.answers, &nearest);
    let text = match nearest.then {
        Outcome::Open => catalogue.reason_near_open(),
        _ => catalogue.reason_near(),
    };
    Some(fill(text, &[("changes", &changes)]))
}

fn answer(evaluation: &Evaluation, fact: FactId) -> String {
    let (pack, answer) = (&evaluation.pack, evaluation.answers.get(fact));
    fact_text(&pack.catalogue, pack.locale, &pack.rules, fact, answer)
}

/// A short note on the grant, such as who receives the money.
fn receiver(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let note = evaluation.pack.rules.measures[id].grants.note.as_ref()?;
    let note = evaluation.text(note);
    (note.len() <= MAX_NOTE).then(|| note.trim_end_matches(['。', '.']).to_owned())
}
