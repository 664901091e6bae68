//! One question: legend, hint, error, and the inputs for the kind of its fact.

use yew::prelude::*;

use super::options::{checkboxes, not_sure, radios, yes_or_no};
use super::props::{GROUP_ERROR, Layout, QuestionProps};
use super::typed_field::typed_field;
use crate::rulebook::{Fact, FactKind};
use crate::widget::context::{Dispatch, use_dispatch};
use crate::widget::evaluation::marked;
use crate::widget::ui::{heading_target, ids};

/// A fieldset with legend, hint, error and inputs.
#[component]
pub(in crate::widget) fn Question(props: &QuestionProps) -> Html {
    let dispatch = use_dispatch();
    let fact = props.definition();
    // The text field of a typed fact shows the error itself.
    let is_typed = matches!(fact.kind, FactKind::Number(_) | FactKind::Date);
    let error = props.error.as_ref().filter(|_| !is_typed);
    let hint = hint(props, fact);
    let (hint_id, error_id) = (props.id(".hint"), props.id(".error"));
    let is_grouped = matches!(props.layout, Layout::Grouped { .. });
    let described: Vec<&str> = [
        hint.as_ref().map(|_| &*hint_id),
        error.map(|_| &*error_id),
        (is_grouped && props.is_skipped).then_some(GROUP_ERROR),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        <fieldset
            class={class(props, fact)}
            aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
        >
            { legend(props, fact) }
            if let Some(hint) = hint {
                <p class="ec-question__hint" id={hint_id}>{ marked(hint, props.evaluation.pack.own_lang().filter(|_| fact.hint.is_some())) }</p>
            }
            if let Some(error) = error {
                <p class="ec-field__error" id={error_id} role="alert">{ error }</p>
            }
            { inputs(props, fact, &dispatch) }
            if let Some(doubt) = props.reading.as_ref().filter(|_| !is_typed) {
                <p class="ec-field__reading" role="status">
                    <span>{ &doubt.text }</span>
                    { doubt.confirm_button(&props.evaluation, &dispatch, props.fact) }
                </p>
            }
        </fieldset>
    }
}

fn class(props: &QuestionProps, fact: &Fact) -> Classes {
    let layout = match (props.layout, &fact.kind) {
        (Layout::Listed, _) => None,
        (Layout::Alone, _) => Some("ec-question--alone"),
        (Layout::Grouped { .. }, FactKind::YesNo) => Some("ec-question--row"),
        (Layout::Grouped { .. }, _) => Some("ec-question--grouped"),
    };
    classes!("ec-question", layout, props.is_skipped.then_some("ec-question--error"))
}

fn legend(props: &QuestionProps, fact: &Fact) -> Html {
    let text = props.evaluation.own(&fact.question);
    let text = if props.layout == Layout::Alone {
        heading_target(props.evaluation.level, "ec-step__title", ids::HEADING, text)
    } else {
        text
    };
    html! { <legend class="ec-question__legend">{ text }</legend> }
}

/// The hint of the fact, and whether several options can be selected.
fn hint(props: &QuestionProps, fact: &Fact) -> Option<AttrValue> {
    let hint = fact.hint.as_ref().map(|hint| props.evaluation.text(hint));
    let several = matches!(fact.kind, FactKind::Choices(_))
        .then(|| props.evaluation.pack.catalogue.select_all_that_apply());
    match (hint, several) {
        (Some(hint), Some(several)) => Some(format!("{hint}{several}").into()),
        (Some(hint), None) => Some(hint),
        (None, several) => several.cloned(),
    }
}

fn inputs(props: &QuestionProps, fact: &Fact, dispatch: &Dispatch) -> Html {
    match &fact.kind {
        FactKind::YesNo => yes_or_no(props, dispatch),
        FactKind::Choice(all) => radios(props, dispatch, all),
        FactKind::Choices(all) => checkboxes(props, dispatch, all),
        FactKind::Number(_) | FactKind::Date => html! {
            <>
                { typed_field(props, dispatch) }
                if props.has_not_sure() {
                    { not_sure(props, dispatch, "checkbox") }
                }
            </>
        },
    }
}
