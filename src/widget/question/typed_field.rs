//! The text field for typed facts: numbers with their unit, and dates.

use yew::prelude::*;

use super::props::QuestionProps;
use crate::engine::{Answer, parse_answer};
use crate::rulebook::{FactKind, Value};
use crate::widget::context::Dispatch;
use crate::widget::state::Action;
use crate::widget::text::{amount_sentence, fill, unit_note};
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
        reading: reading(props),
        label: Some(evaluation.text(&definition.question)),
        inputmode: matches!(definition.kind, FactKind::Number(_)).then_some("decimal"),
        is_disabled,
        on_edit: action(Action::EditDraft),
        on_commit: action(Action::CommitDraft),
    })
}

/// The parsed amount, if the text contains a unit, so that no conversion is hidden. `None` while
/// the text is being typed: it is not parsed yet.
fn reading(props: &QuestionProps) -> Option<AttrValue> {
    let (pack, text) = (&props.evaluation.pack, &props.draft.text);
    let kind = &props.definition().kind;
    let (Some(Answer::Value(value @ Value::Number(number))), FactKind::Number(definition)) =
        (props.answer(), kind)
    else {
        return None;
    };
    let has_unit = text.chars().any(char::is_alphabetic);
    if !has_unit || parse_answer(&pack.rules, kind, text) != Ok(Some(value)) {
        return None;
    }
    let catalogue = &pack.catalogue;
    let sentence = catalogue.amount_exact();
    let amount = amount_sentence(
        catalogue,
        pack.locale,
        &pack.rules,
        &definition.unit,
        sentence,
        [number; 2],
    );
    Some(fill(catalogue.read_as(), &[("amount", &amount)]).into())
}
