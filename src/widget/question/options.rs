//! The options of a question: radio buttons for one answer, checkboxes for several.

use yew::prelude::*;

use super::option_search::{OptionSearch, matching};
use super::props::{Layout, QuestionProps};
use crate::engine::Answer;
use crate::rulebook::{self, Options, Value};
use crate::widget::context::Dispatch;
use crate::widget::state::Action;
use crate::widget::text::fill;
use crate::widget::ui::{Choice, choice, disclosure};

/// The number of options from which 以上都不是 is also above them.
const LONG: usize = 8;

/// Yes, no and 不清楚.
pub(super) fn yes_or_no(props: &QuestionProps, dispatch: &Dispatch) -> Html {
    let catalogue = &props.evaluation.pack.catalogue;
    let answer = |yes: bool| Answer::Value(Value::YesNo(yes));
    html! {
        <div class="ec-options">
            { exclusive(props, dispatch, ("radio", None), props.id(""), catalogue.yes(), answer(true)) }
            { exclusive(props, dispatch, ("radio", None), props.id("--no"), catalogue.no(), answer(false)) }
            { not_sure(props, dispatch, "radio") }
        </div>
    }
}

/// One option of several, or 不清楚.
pub(super) fn radios(props: &QuestionProps, dispatch: &Dispatch, all: &[rulebook::Choice]) -> Html {
    let option = |(index, id, label): (usize, AttrValue, AttrValue)| {
        let answer = Answer::Value(Value::Options(Options::single(index)));
        let lang = props.evaluation.pack.own_lang();
        exclusive(props, dispatch, ("radio", lang), id, &label, answer)
    };
    html! {
        <div class="ec-options">
            { searchable(props, dispatch, all, option) }
            { not_sure(props, dispatch, "radio") }
        </div>
    }
}

/// Any number of options, 以上都不是, or 不清楚.
pub(super) fn checkboxes(
    props: &QuestionProps,
    dispatch: &Dispatch,
    all: &[rulebook::Choice],
) -> Html {
    let catalogue = &props.evaluation.pack.catalogue;
    let chosen = chosen(props);
    let option = |(index, id, label): (usize, AttrValue, AttrValue)| {
        let (dispatch, fact, option) = (dispatch.clone(), props.fact, Options::single(index));
        choice(Choice {
            id,
            name: Some(props.id("")),
            kind: "checkbox",
            label,
            lang: props.evaluation.pack.own_lang(),
            is_checked: chosen.intersects(option),
            on_change: Callback::from(move |is_checked| {
                dispatch.emit(Action::SetOption(fact, option, is_checked));
            }),
            ..Choice::default()
        })
    };
    let none = |id: &str, label: &AttrValue| {
        let none = Answer::Value(Value::Options(Options::EMPTY));
        exclusive(props, dispatch, ("checkbox", None), props.id(id), label, none)
    };
    let is_long = props.layout != Layout::Listed && all.len() >= LONG;
    html! {
        <div class="ec-options">
            if is_long {
                { none(".none-of-these", catalogue.none_of_the_following()) }
            }
            { searchable(props, dispatch, all, option) }
            { none(".none", catalogue.none_of_these()) }
            { not_sure(props, dispatch, "checkbox") }
        </div>
    }
}

/// The option 不清楚, which excludes all other answers, with what it does.
pub(super) fn not_sure(props: &QuestionProps, dispatch: &Dispatch, kind: &'static str) -> Html {
    let catalogue = &props.evaluation.pack.catalogue;
    let (dispatch, fact) = (dispatch.clone(), props.fact);
    choice(Choice {
        id: props.id(".not-sure"),
        name: Some(props.id("")),
        kind,
        label: catalogue.not_sure().clone(),
        detail: (props.layout == Layout::Alone).then(|| catalogue.not_sure_note().clone()),
        is_apart: true,
        is_checked: props.answer() == Some(Answer::NotSure),
        on_change: Callback::from(move |is_checked: bool| {
            dispatch.emit(Action::Answer(fact, is_checked.then_some(Answer::NotSure)));
        }),
        ..Choice::default()
    })
}

/// An input that sets an answer when it is checked, and removes the answer when it is unchecked.
fn exclusive(
    props: &QuestionProps,
    dispatch: &Dispatch,
    (kind, lang): (&'static str, Option<&'static str>),
    id: AttrValue,
    label: &AttrValue,
    answer: Answer,
) -> Html {
    let (dispatch, fact) = (dispatch.clone(), props.fact);
    choice(Choice {
        id,
        name: Some(props.id("")),
        kind,
        label: label.clone(),
        lang,
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

/// The options that match the search text, and the search box if there are many. Options that
/// cannot matter are in a disclosure, which is open if one of them is chosen.
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
    let (query, chosen) = (&props.draft.text, chosen(props));
    let found = matching(&props.evaluation.pack, all, chosen, query);
    let is_relevant = |index: &usize| {
        let option = Options::single(*index);
        !query.is_empty() || props.relevant.is_none_or(|relevant| relevant.intersects(option))
    };
    let (shown, folded): (Vec<usize>, Vec<usize>) = found.iter().partition(|one| is_relevant(one));
    let render = |index: usize| {
        let label =
            all.get(index).map(|option| props.evaluation.text(&option.label)).unwrap_or_default();
        // The first input has the plain id of the fact.
        let suffix = match all.get(index) {
            Some(option) if shown.first() != Some(&index) => format!("--{}", option.id),
            _ => String::new(),
        };
        option((index, props.id(&suffix), label))
    };
    let has_chosen = folded.iter().any(|index| chosen.intersects(Options::single(*index)));
    let count = folded.len().to_string();
    let rest = fill(props.evaluation.pack.catalogue.other_options(), &[("count", &count)]);
    html! {
        <>
            if OptionSearch::is_useful(all) {
                { OptionSearch { found: found.len(), all: all.len() }.render(props, dispatch) }
            }
            <>{ for shown.iter().map(|index| render(*index)) }</>
            if !folded.is_empty() {
                { disclosure(rest.into(), has_chosen, html! { <div>{ for folded.iter().map(|index| render(*index)) }</div> }) }
            }
        </>
    }
}
