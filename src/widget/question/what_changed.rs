//! What the last answers changed, in one sentence.

use yew::prelude::*;

use crate::engine::{Assessment, Outcome, Truth, amount};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::marked_amount_text;
use crate::widget::state::{Screen, State};
use crate::widget::text::fill;

/// The number of measures that the sentence names.
const NAMED: usize = 2;

/// The line on the screen after a question. Screen readers hear it from
/// [`App`](crate::widget::App), where it is before its text changes.
pub(in crate::widget) fn what_changed(evaluation: &Evaluation, state: &State) -> Html {
    match change_text(evaluation, state) {
        Some(text) => html! { <p class="ec-changed" aria-hidden="true">{ text }</p> },
        None => Html::default(),
    }
}

/// What the answers on the last question screen changed; `None` if they changed no outcome, or the
/// current screen does not follow a question.
pub(in crate::widget) fn change_text(evaluation: &Evaluation, state: &State) -> Option<String> {
    let before = evaluation.with_given(state.changed_from()?);
    // An answer to the current question must not change the sentence.
    let is_asked = state.screen == Screen::Question && !state.asked().is_empty();
    let given = if is_asked { state.answers_when_asked() } else { &state.answers };
    change_sentence(&before.assessment, &evaluation.with_given(given))
}

/// The most important change of outcomes from `before` to `now`: measures that are met, that the
/// office decides, that are met once settled, that are lost, that are ruled out before they were
/// met, or that are open again.
fn change_sentence(before: &Assessment, now: &Evaluation) -> Option<String> {
    let catalogue = &now.pack.catalogue;
    let is_out = |outcome: Outcome| matches!(outcome, Outcome::NotMet | Outcome::NotApplicable);
    let (ruled_out, lost): (Vec<MeasureId>, Vec<MeasureId>) = changed(before, now, is_out)
        .into_iter()
        .partition(|id| before.of(*id).outcome == Outcome::Open);
    let met = if now.is_over() { catalogue.changed_met_then() } else { catalogue.changed_met() };
    let is_closed = |id: &MeasureId| now.applications(*id).is_closed() == Truth::True;
    let (closed, open): (Vec<MeasureId>, Vec<MeasureId>) =
        changed(before, now, |outcome| outcome == Outcome::Met).into_iter().partition(is_closed);
    let named = [
        (met, open),
        (
            catalogue.changed_direction(),
            changed(before, now, |outcome| outcome == Outcome::MetInDirection),
        ),
        (
            catalogue.changed_once_settled(),
            changed(before, now, |outcome| outcome == Outcome::MetOnceSettled),
        ),
        (catalogue.changed_closed(), closed),
        (catalogue.changed_lost(), lost),
    ];
    let sentence = |(sentence, measures): (&AttrValue, Vec<MeasureId>)| {
        let measures = (!measures.is_empty()).then(|| measures_text(now, &measures))?;
        Some(fill(sentence, &[("measures", &measures)]))
    };
    if let Some(sentence) = named.into_iter().find_map(sentence) {
        return Some(sentence);
    }
    if !ruled_out.is_empty() {
        // Many names would only be noise.
        let measures = match ruled_out.len() {
            count if count > NAMED => format!("{count} {}", catalogue.measures_unit()),
            _ => measures_text(now, &ruled_out),
        };
        return Some(fill(catalogue.changed_ruled_out(), &[("measures", &measures)]));
    }
    sentence((catalogue.changed_open(), changed(before, now, |outcome| outcome == Outcome::Open)))
}

/// The measures that have such an outcome now and had none before; those with a figure first.
fn changed(
    before: &Assessment,
    now: &Evaluation,
    is_such: impl Fn(Outcome) -> bool,
) -> Vec<MeasureId> {
    let measures = now.assessment.iter().filter(|(id, assessed)| {
        is_such(assessed.outcome) && !is_such(before.of(*id).outcome) && now.wanted.weight(*id) > 0
    });
    let mut measures: Vec<MeasureId> = measures.map(|(id, _)| id).collect();
    measures.sort_by_key(|id| figure(now, *id).is_none());
    measures
}

/// The amount of a measure that is granted; `None` if it is not, or has no figure.
fn figure(now: &Evaluation, id: MeasureId) -> Option<String> {
    let assessed = now.assessment.of(id);
    let is_granted = assessed.outcome.is_possible() && assessed.outcome != Outcome::Open;
    is_granted.then(|| amount(&now.context(), id, assessed)).flatten()?;
    marked_amount_text(now, id)
}

/// The first few measures, with their amounts, and how many there are.
fn measures_text(now: &Evaluation, measures: &[MeasureId]) -> String {
    let catalogue = &now.pack.catalogue;
    let named = measures.iter().take(NAMED);
    let texts: Vec<String> = named
        .map(|id| {
            let title = now.text(&now.pack.rules.measures[*id].title);
            match figure(now, *id) {
                Some(amount) => fill(
                    catalogue.measure_and_amount(),
                    &[("measure", &title), ("amount", &amount)],
                ),
                None => title.to_string(),
            }
        })
        .collect();
    let has_amount = measures.iter().any(|id| figure(now, *id).is_some());
    let separator = if has_amount { catalogue.semicolon() } else { catalogue.list_separator() };
    let named = texts.join(separator);
    if measures.len() <= NAMED {
        return named;
    }
    let count = measures.len().to_string();
    fill(catalogue.and_others(), &[("measures", &named), ("count", &count)])
}
