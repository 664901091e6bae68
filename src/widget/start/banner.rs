//! The status banner: the policy, whether it is in force, and the as-of date.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::PolicyStatus;
use crate::rulebook::{Period, format_date};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{evidence_note, instead};
use crate::widget::state::{Action, State};
use crate::widget::text::{fill, period_text, status_text};
use crate::widget::ui::{TextField, heading_target, ids, text_field};

/// Title, status and the as-of date field, at the top of the start screen.
pub(in crate::widget) fn banner(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let pack = &evaluation.pack;
    let title = html! { evaluation.text(&pack.rules.title) };
    html! {
        <section class={class(evaluation)} aria-labelledby={ids::HEADING}>
            { heading_target(evaluation.level, "ec-banner__title", ids::HEADING, title) }
            <p class="ec-banner__number">{ policy_number(evaluation).unwrap_or_default() }</p>
            { status(evaluation) }
            { instead(evaluation) }
            { as_of_field(evaluation, state, dispatch) }
            { evidence_note(evaluation) }
            <p class="ec-banner__note">{ pack.catalogue.disclaimer() }</p>
        </section>
    }
}

fn class(evaluation: &Evaluation) -> &'static str {
    match evaluation.as_of.status {
        PolicyStatus::InForce => "ec-banner",
        PolicyStatus::Lapsed | PolicyStatus::NotYet => "ec-banner ec-banner--lapsed",
    }
}

fn status(evaluation: &Evaluation) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    html! {
        <>
            <p class="ec-banner__status">{ status_text(catalogue, evaluation.as_of) }</p>
            if evaluation.is_lapsed() {
                <p><span class="ec-banner__mark">{ catalogue.historical_note() }</span></p>
            }
        </>
    }
}

/// The first and the last day of the policy, and the later documents.
pub(in crate::widget) fn validity_text(evaluation: &Evaluation) -> String {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let mut validity = match period_text(catalogue, &rules.in_force) {
        Some(days) => fill(catalogue.in_force_period(), &[("days", &days)]),
        None => catalogue.in_force_unknown().as_str().to_owned(),
    };
    if !rules.followed_by.is_empty() {
        let numbers = rules.followed_by.join(catalogue.list_separator());
        validity.push_str(catalogue.semicolon());
        validity.push_str(&fill(catalogue.followed_by(), &[("numbers", &numbers)]));
    }
    validity
}

/// The number of the policy: the number of its first document.
pub(in crate::widget) fn policy_number(evaluation: &Evaluation) -> Option<Rc<str>> {
    let (_, document) = evaluation.pack.rules.documents.iter().next()?;
    document.number.clone()
}

/// The as-of date field.
fn as_of_field(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let (catalogue, draft) = (&evaluation.pack.catalogue, state.as_of_draft());
    let example = match evaluation.pack.rules.in_force {
        Period { to: Some(date), .. } | Period { from: Some(date), to: None } => format_date(date),
        Period { from: None, to: None } => format_date(evaluation.as_of.asked),
    };
    let action = |make: fn(String) -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |text| dispatch.emit(make(text)))
    };
    let field = text_field(TextField {
        id: ids::AS_OF.into(),
        value: draft.text.clone().into(),
        note: fill(catalogue.as_of_hint(), &[("example", &example)]).into(),
        error: draft.error.as_ref().map(|error| catalogue.answer_error(error, "").into()),
        on_edit: action(Action::EditAsOf),
        on_commit: action(Action::CommitAsOf),
        ..TextField::default()
    });
    html! {
        <div>
            <label class="ec-field__label" for={ids::AS_OF}>{ catalogue.as_of_label() }</label>
            { field }
        </div>
    }
}
