//! Renders the widget natively, and searches its HTML.

use std::collections::BTreeSet;
use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::{Part, Preview};
use eligibility_check::widget::{Action, App, AppProps, Catalogue, InitialState, Pack, State};
use yew::{LocalServerRenderer, Reducible};

use crate::support::{date, parse_answers};

/// The state after some answers and actions.
pub(crate) fn state(
    pack: &Rc<RulePack>,
    as_of: &str,
    answers: &str,
    actions: Vec<Action>,
) -> Rc<State> {
    let state = State::new(Rc::clone(pack), date(as_of)).with_answers(parse_answers(pack, answers));
    actions.into_iter().fold(Rc::new(state), State::reduce)
}

/// The pack as the widget gets it, with the interface texts of a language.
pub(crate) fn widget_pack(locale: Locale, pack: &Rc<RulePack>) -> Pack {
    Pack { rules: Rc::clone(pack), catalogue: Rc::new(Catalogue::of(locale).clone()), locale }
}

/// The whole widget in a state, in simplified Chinese.
pub(crate) fn render(pack: &Rc<RulePack>, state: &Rc<State>) -> String {
    render_in(Locale::ZhHans, pack, state)
}

/// The whole widget in a state and a language.
pub(crate) fn render_in(locale: Locale, pack: &Rc<RulePack>, state: &Rc<State>) -> String {
    let props = yew::props! {
        AppProps {
            pack: widget_pack(locale, pack),
            as_of: state.as_of().asked,
            state: Some(InitialState(Rc::clone(state))),
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, async move {
        LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
    })
}

/// One part of the widget, for some answers.
pub(crate) fn part(
    pack: &Rc<RulePack>,
    locale: Locale,
    as_of: &str,
    answers: &str,
    part: Part,
) -> String {
    part_of(&state(pack, as_of, answers, Vec::new()), pack, locale, part)
}

/// One part of the widget in a state.
pub(crate) fn part_of(state: &State, pack: &Rc<RulePack>, locale: Locale, part: Part) -> String {
    Preview::new(widget_pack(locale, pack)).render(state, part).unwrap()
}

/// The values of an attribute, in document order.
pub(crate) fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The ids of a page. Asserts that each is unique.
pub(crate) fn unique_ids(html: &str) -> BTreeSet<&str> {
    let mut ids = BTreeSet::new();
    for id in attribute(html, "id") {
        assert!(ids.insert(id), "two elements have the id `{id}`");
    }
    ids
}

/// The text of a page without its tags. Character references are not decoded.
pub(crate) fn text(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

/// Escapes text for HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The parts of a page between each `from` and the next `to`.
pub(crate) fn pieces<'a>(html: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    html.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}
