//! The text field for typed facts: numbers with their unit, and dates.

use yew::prelude::*;

use super::props::QuestionProps;
use crate::engine::Answer;
use crate::rulebook::FactKind;
use crate::widget::context::Dispatch;
use crate::widget::state::Action;
use crate::widget::text::unit_note;
use crate::widget::ui::{TextField, text_field};

/// A text field with the unit of the number, or with an example of a date.
pub(super) fn typed_field(props: &QuestionProps, dispatch: &Dispatch) -> Html {
    let (evaluation, fact) = (&props.evaluation, props.fact);
    let (pack, definition) = (&evaluation.pack, props.definition());
    let is_disabled = props.answer() == Some(Answer::NotSure);
    let note = match &definition.kind {
        FactKind::Number(number) => {
            unit_note(&pack.catalogue, pack.locale, &pack.rules, &number.unit)
        }
        _ => pack.catalogue.date_hint().clone(),
    };
    let action = |make: fn(_, String) -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |text| dispatch.emit(make(fact, text)))
    };
    text_field(TextField {
        id: props.id(""),
        value: props.draft.text.clone().into(),
        note,
        error: props.error.clone().filter(|_| !is_disabled),
        reading: props.reading.as_ref().map(|reading| reading.text.clone()),
        confirm: props
            .reading
            .as_ref()
            .and_then(|reading| reading.confirm_button(evaluation, dispatch, fact)),
        label: Some(evaluation.text(&definition.question)),
        inputmode: matches!(definition.kind, FactKind::Number(_)).then_some("decimal"),
        is_disabled,
        on_edit: action(Action::EditDraft),
        on_commit: action(Action::CommitDraft),
    })
}
