//! The options of a question: radio buttons for one answer, checkboxes for several.

use yew::prelude::*;

use super::option_search::{OptionSearch, matching};
use super::props::QuestionProps;
use crate::engine::Answer;
use crate::rulebook::{self, Options, Value};
use crate::widget::context::Dispatch;
use crate::widget::state::Action;
use crate::widget::ui::{Choice, choice};

/// Yes, no and 不清楚.
pub(super) fn yes_or_no(props: &QuestionProps, dispatch: &Dispatch) -> Html {
    let catalogue = &props.evaluation.pack.catalogue;
    let answer = |yes: bool| Answer::Value(Value::YesNo(yes));
    html! {
        <>
            { exclusive(props, dispatch, "radio", props.id(""), catalogue.yes(), answer(true)) }
            { exclusive(props, dispatch, "radio", props.id("--no"), catalogue.no(), answer(false)) }
            { not_sure(props, dispatch, "radio") }
        </>
    }
}

/// One option of several, or 不清楚.
pub(super) fn radios(props: &QuestionProps, dispatch: &Dispatch, all: &[rulebook::Choice]) -> Html {
    let option = |(index, id, label): (usize, AttrValue, AttrValue)| {
        let answer = Answer::Value(Value::Options(Options::single(index)));
        exclusive(props, dispatch, "radio", id, &label, answer)
    };
    html! {
        <>
            { searchable(props, dispatch, all, option) }
            { not_sure(props, dispatch, "radio") }
        </>
    }
}

/// Any number of options, 以上都不是, or 不清楚.
pub(super) fn checkboxes(
    props: &QuestionProps,
    dispatch: &Dispatch,
    all: &[rulebook::Choice],
) -> Html {
    let chosen = chosen(props);
    let option = |(index, id, label): (usize, AttrValue, AttrValue)| {
        let (dispatch, fact, option) = (dispatch.clone(), props.fact, Options::single(index));
        choice(Choice {
            id,
            name: Some(props.id("")),
            kind: "checkbox",
            label,
            is_checked: chosen.intersects(option),
            is_apart: false,
            on_change: Callback::from(move |is_checked| {
                dispatch.emit(Action::SetOption(fact, option, is_checked));
            }),
            ..Choice::default()
        })
    };
    let label = props.evaluation.pack.catalogue.none_of_these();
    let none = Answer::Value(Value::Options(Options::EMPTY));
    html! {
        <>
            { searchable(props, dispatch, all, option) }
            { exclusive(props, dispatch, "checkbox", props.id(".none"), label, none) }
            { not_sure(props, dispatch, "checkbox") }
        </>
    }
}

/// The option 不清楚, which excludes all other answers.
pub(super) fn not_sure(props: &QuestionProps, dispatch: &Dispatch, kind: &'static str) -> Html {
    let label = props.evaluation.pack.catalogue.not_sure();
    exclusive(props, dispatch, kind, props.id(".not-sure"), label, Answer::NotSure)
}

/// An input that sets an answer when it is checked, and removes the answer when it is unchecked.
fn exclusive(
    props: &QuestionProps,
    dispatch: &Dispatch,
    kind: &'static str,
    id: AttrValue,
    label: &AttrValue,
    answer: Answer,
) -> Html {
    let (dispatch, fact) = (dispatch.clone(), props.fact);
    choice(Choice {
        is_apart: id.contains('.'),
        id,
        name: Some(props.id("")),
        kind,
        label: label.clone(),
        is_checked: props.answer() == Some(answer),
        on_change: Callback::from(move |is_checked: bool| {
            dispatch.emit(Action::Answer(fact, is_checked.then_some(answer)));
        }),
        ..Choice::default()
    })
}

fn chosen(props: &QuestionProps) -> Options {
    match props.answer() {
        Some(Answer::Value(Value::Options(chosen))) => chosen,
        _ => Options::EMPTY,
    }
}

/// The options that match the search text, and the search box if there are many.
///
/// The options are a separate fragment, because Yew matches siblings by key only if all of them
/// have one. Next to siblings without keys, Yew would recreate the search box at every keystroke,
/// and it would lose the focus.
fn searchable(
    props: &QuestionProps,
    dispatch: &Dispatch,
    all: &[rulebook::Choice],
    option: impl Fn((usize, AttrValue, AttrValue)) -> Html,
) -> Html {
    let found = matching(&props.evaluation.pack, all, chosen(props), &props.draft.text);
    let shown = found.iter().enumerate().map(|(position, index)| {
        let label =
            all.get(*index).map(|option| props.evaluation.text(&option.label)).unwrap_or_default();
        // The first input has the plain id of the fact.
        let suffix = match all.get(*index) {
            Some(option) if position > 0 => format!("--{}", option.id),
            _ => String::new(),
        };
        option((*index, props.id(&suffix), label))
    });
    html! {
        <>
            if OptionSearch::is_useful(all) {
                { OptionSearch { found: found.len(), all: all.len() }.render(props, dispatch) }
            }
            <>{ for shown }</>
        </>
    }
}
