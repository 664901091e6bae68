//! The root component: it owns the state and chooses the screen.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{Language, Locale};

use super::context::{Dispatch, Host};
use super::evaluation::Evaluation;
use super::hooks::{
    use_asked_questions, use_evaluation, use_focus, use_foreign_changes, use_press_guard,
    use_print, use_reports, use_unload_warning,
};
use super::plan::plan_screen;
use super::policies::{carried_notice, use_other_policies};
use super::props::{AppProps, InitialState};
use super::question::{all_questions_screen, change_text, question_screen};
use super::restore::offer;
use super::results::results_screen;
use super::start::{day_screen, details, history_note, start_screen};
use super::state::{Action, FocusTarget, Screen, State};
use super::text::fill;
use super::topics::topics_screen;
use super::ui::menu::MenuSettings;

/// The whole widget: start, questions with live results, and the checklist.
#[component]
pub fn App(props: &AppProps) -> Html {
    let root = use_node_ref();
    let state = use_reducer(|| initial_state(props));
    let foreign = use_foreign_changes(&root);
    let (dispatch, onmousedown) =
        use_press_guard(state.dispatcher(), Rc::clone(&foreign), state.focus);
    use_props_in_state(props, &dispatch);
    let evaluation = use_evaluation(props, &state);
    use_asked_questions(&state, &evaluation, &dispatch);
    use_other_policies(&state, &props.pack);
    use_focus(&root, state.focus, &props.pack.rules);
    use_unload_warning(!state.is_untouched());
    let print = use_print(&root, props.pack.locale, &props.style, &props.host.on_error);
    use_reports(&props.host, &evaluation, state.is_untouched());
    let class = if state.is_large_text { "ec ec--large" } else { "ec" };
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
            <ContextProvider<Host> context={props.host.clone()}>
                <div
                    ref={root}
                    {class}
                    lang={props.pack.locale.interface().tag()}
                    {onmousedown}
                    onclick={Callback::from(ignore_second_click)}
                >
                    // One keyed child: a new key makes Yew recreate every node below it.
                    <key={foreign.generation()}>
                        // Always there, so that screen readers announce its text.
                        <p class="ec-hidden" role="status">
                            { change_text(&evaluation, &state).unwrap_or_default() }
                        </p>
                        { pack_notice(props) }
                        if let Some(offered) = &state.offered {
                            { offer(&props.pack, state.as_of, offered, &dispatch) }
                        }
                        if let Some(carried) = &state.carried {
                            { carried_notice(&props.pack, carried, &dispatch) }
                        }
                        { history_note(&evaluation, &state, None) }
                        <ContextProvider<MenuSettings> context={menu(props, &state)}>
                            <div>{ screen(props, &evaluation, &state, &dispatch, &print) }</div>
                        </ContextProvider<MenuSettings>>
                    </>
                </div>
            </ContextProvider<Host>>
        </ContextProvider<Dispatch>>
    }
}

/// Ignores the second click of a double click. After the first click, another element may be under
/// the pointer.
fn ignore_second_click(event: MouseEvent) {
    if event.detail() > 1 {
        event.prevent_default();
    }
}

fn initial_state(props: &AppProps) -> State {
    if let Some(InitialState(state)) = &props.state {
        return State::clone(state);
    }
    let state = State::new(Rc::clone(&props.pack.rules), props.as_of).with_topics(&props.topics);
    let mut state = match &props.resume {
        Some(import) => state.resumed(import.clone()),
        None => state,
    };
    if props.takes_focus && props.resume.is_none() {
        state.focus.move_to(FocusTarget::Heading);
    }
    match &props.carried {
        Some(carried) => state.with_carried(carried),
        None => state,
    }
}

/// Dispatches an action when the language, the topics or the as-of date in the props change, or
/// when a link with a receipt code is opened.
#[hook]
fn use_props_in_state(props: &AppProps, dispatch: &Dispatch) {
    {
        let dispatch = dispatch.clone();
        use_effect_with(props.linked_code.clone(), move |linked| {
            if let Some((_, code)) = linked {
                dispatch.emit(Action::OfferCode(code.as_str().into()));
            }
        });
    }
    let is_first = use_mut_ref(|| true);
    let (pack, as_of) = (props.pack.clone(), props.as_of);
    {
        let (dispatch, is_first) = (dispatch.clone(), Rc::clone(&is_first));
        use_effect_with(Rc::clone(&props.topics), move |topics| {
            if !*is_first.borrow() {
                dispatch.emit(Action::SetTopics(Rc::clone(topics)));
            }
        });
    }
    {
        let (dispatch, is_first) = (dispatch.clone(), Rc::clone(&is_first));
        use_effect_with(pack, move |pack| {
            if !*is_first.borrow() {
                dispatch.emit(Action::SetLanguage(Rc::clone(&pack.rules)));
            }
        });
    }
    let dispatch = dispatch.clone();
    use_effect_with(as_of, move |as_of| {
        if !is_first.replace(false) {
            dispatch.emit(Action::SetAsOf(*as_of));
        }
    });
}

/// A notice that the rules shown are not the requested ones: the built-in pack, another language,
/// or not the policy that the user wanted to open.
fn pack_notice(props: &AppProps) -> Html {
    let (catalogue, rules) = (&props.pack.catalogue, &props.pack.rules);
    let built_in = props
        .is_built_in
        .then(|| fill(catalogue.built_in_notice(), &[("version", &rules.version)]));
    let language =
        props.has_language_failed.then(|| catalogue.language_failed_notice().to_string());
    let other =
        props.failed.as_ref().map(|title| fill(catalogue.policy_failed(), &[("title", title)]));
    let notices: Vec<String> = [built_in, language, other].into_iter().flatten().collect();
    if notices.is_empty() {
        return Html::default();
    }
    html! { <p class="ec-alert" role="alert">{ notices.join(" ") }</p> }
}

fn screen(
    props: &AppProps,
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    print: &Callback<String>,
) -> Html {
    match state.screen {
        Screen::Start => {
            let details = details(evaluation);
            start_screen(evaluation, state, dispatch, props.rules_page.as_ref(), details)
        }
        Screen::Day => day_screen(evaluation, state, dispatch),
        Screen::Topics => topics_screen(evaluation, state, dispatch),
        Screen::Question => question_screen(evaluation, state, dispatch),
        Screen::AllQuestions => all_questions_screen(evaluation, state, dispatch),
        Screen::Results => results_screen(evaluation, state, dispatch),
        Screen::Plan => plan_screen(props, evaluation, state, dispatch, print),
    }
}

/// The languages to choose from, with their names.
fn languages(props: &AppProps) -> Rc<[Language]> {
    let language =
        |locale: &Locale| Language { locale: *locale, name: props.pack.rules.native_name(*locale) };
    props.languages.iter().map(language).collect()
}

fn menu(props: &AppProps, state: &State) -> MenuSettings {
    MenuSettings {
        catalogue: Rc::clone(&props.pack.catalogue),
        locale: props.pack.locale,
        languages: languages(props),
        is_large_text: state.is_large_text,
    }
}
