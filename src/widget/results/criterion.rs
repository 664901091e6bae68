//! The criteria of a measure, each with its truth, the answers it depends on, and its provisions.

use yew::prelude::*;

use super::citation::citations;
use crate::engine::{CriterionExplanation, Explanation, Truth, explain};
use crate::rulebook::{FactId, FactKind, Grade, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{fact_text, score_texts};

/// All criteria: first the reasons for the outcome, then the others, each in the order of the pack.
pub(in crate::widget) fn criteria(evaluation: &Evaluation, measure: MeasureId) -> Html {
    let explanation = explain(&evaluation.compiled, &evaluation.context(), measure);
    let lines = explanation.criteria.iter();
    let (reasons, others): (Vec<&CriterionExplanation<'_>>, Vec<&CriterionExplanation<'_>>) =
        lines.partition(|line| line.is_reason);
    html! {
        <ul class="ec-criteria">
            { applicability(evaluation, &explanation) }
            for line in reasons.into_iter().chain(others) {
                { criterion(evaluation, line) }
            }
        </ul>
    }
}

/// The applicability of the measure; empty if it applies, or depends on no fact.
fn applicability(evaluation: &Evaluation, explanation: &Explanation<'_>) -> Html {
    if explanation.applies == Truth::True || explanation.applies_facts.is_empty() {
        return Html::default();
    }
    let because = evaluation.pack.catalogue.applicability_label().clone();
    html! {
        <li class={class(explanation.applies)}>
            { label(truth_text(evaluation, explanation.applies), html! { because }) }
            { answers(evaluation, &explanation.applies_facts) }
        </li>
    }
}

fn criterion(evaluation: &Evaluation, line: &CriterionExplanation<'_>) -> Html {
    html! {
        <li class={class(line.truth)}>
            { label(state_text(evaluation, line), evaluation.own(&line.criterion.label)) }
            if line.criterion.grade == Grade::Directional {
                <p class="ec-criterion__grade">{ evaluation.pack.catalogue.directional_note() }</p>
            }
            for score in score_texts(evaluation, line.criterion) {
                <p class="ec-criterion__score">{ score }</p>
            }
            { answers(evaluation, &shown_facts(evaluation, line)) }
            { citations(evaluation, &line.criterion.provision) }
        </li>
    }
}

/// The facts whose answers say more than the criterion: all, except a yes or a no to a criterion
/// that holds.
fn shown_facts(evaluation: &Evaluation, line: &CriterionExplanation<'_>) -> Vec<FactId> {
    let facts = &evaluation.pack.rules.facts;
    let is_yes_no = |fact: &FactId| matches!(facts[*fact].kind, FactKind::YesNo);
    let is_shown = |fact: &FactId| line.truth != Truth::True || !is_yes_no(fact);
    line.facts.iter().copied().filter(is_shown).collect()
}

fn label(state: String, text: Html) -> Html {
    html! {
        <p class="ec-criterion__label">
            <strong class="ec-criterion__state">{ state }</strong>
            { " " }
            { text }
        </p>
    }
}

fn class(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "ec-criterion ec-criterion--true",
        Truth::False => "ec-criterion ec-criterion--false",
        Truth::Unknown => "ec-criterion",
    }
}

/// The state of a criterion: a sign, and its text.
pub(in crate::widget) fn state_text(
    evaluation: &Evaluation,
    line: &CriterionExplanation<'_>,
) -> String {
    match line.is_up_to_office {
        true => format!("◇ {}", evaluation.pack.catalogue.office_decides()),
        false => truth_text(evaluation, line.truth),
    }
}

fn truth_text(evaluation: &Evaluation, truth: Truth) -> String {
    let sign = match truth {
        Truth::True => "✓",
        Truth::False => "✗",
        Truth::Unknown => "?",
    };
    format!("{sign} {}", evaluation.pack.catalogue.truth(truth))
}

fn answers(evaluation: &Evaluation, facts: &[FactId]) -> Html {
    let pack = &evaluation.pack;
    let texts = facts.iter().map(|fact| {
        fact_text(&pack.catalogue, pack.locale, &pack.rules, *fact, evaluation.answers.get(*fact))
    });
    html! {
        for text in texts {
            <p class="ec-criterion__answer">{ text }</p>
        }
    }
}
