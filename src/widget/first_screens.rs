//! The first screens, rendered into pages, so that people can read the start and choose
//! topics before the widget has loaded (`www/element/early.js`).
//!
//! # Why templates
//!
//! A `<template>` needs no string that is parsed as markup, which Trusted Types forbid. Without
//! scripts, its content is not shown, so that the fallback is. The clock of the page chooses
//! between the start screens: which one is right depends on the day.

use std::rc::Rc;

use jiff::civil::Date;
use yew::Reducible;
use yew::prelude::*;

use crate::rulebook::{BrowserPackError, Locale, PolicyList, RulePack};

use super::context::Dispatch;
use super::evaluation::Evaluation;
use super::pack::Pack;
use super::policies::{self, List, ListState, ListView, OtherPolicies};
use super::render::render_text;
use super::start::{day_screen, history_note, start_screen};
use super::state::{Action, Screen, State};
use super::text::Catalogue;
use super::topics::topics_screen;
use super::ui::Level;
use super::ui::menu::MenuSettings;

/// The first screens of a pack in one language, each in a `<template>`. `is_listed` says whether
/// the site has a list of policies.
pub async fn first_screens(rules: &Rc<RulePack>, locale: Locale, is_listed: bool) -> String {
    let catalogue = Rc::new(Catalogue::of(locale).clone());
    let pack = Pack { rules: Rc::clone(rules), catalogue, locale };
    let (from, to) = (rules.in_force.from, rules.in_force.to);
    let first = from.or(to).unwrap_or(Date::MIN);
    let after = to.and_then(|to| to.tomorrow().ok());
    let before = from.and_then(|from| from.yesterday().ok());
    let mut html = render_text(start(&pack, is_listed, "in-force", first, [from, to])).await;
    if let Some(day) = before {
        let screen = start(&pack, is_listed, "not-yet", day, [None, before]);
        html.push_str(&render_text(screen).await);
    }
    if let Some(day) = after {
        let screen = start(&pack, is_listed, "lapsed", day, [after, None]);
        html.push_str(&render_text(screen).await);
        let (evaluation, state) = at(&pack, day, Screen::Day);
        let screen = day_screen(&evaluation, &state, &Dispatch::default());
        let screen = template(&pack, "day", None, Html::default(), screen);
        html.push_str(&render_text(screen).await);
    }
    if !rules.topics.is_empty() {
        let note = |name: &'static str, day: Option<Date>| -> Html {
            let Some(day) = day else { return Html::default() };
            let (evaluation, state) = at(&pack, day, Screen::Topics);
            history_note(&evaluation, &state, Some(name))
        };
        let notes = html! { <>{ note("not-yet", before) }{ note("lapsed", after) }</> };
        let (evaluation, state) = at(&pack, first, Screen::Topics);
        let screen = topics_screen(&evaluation, &state, &Dispatch::default());
        html.push_str(&render_text(template(&pack, "topics", None, notes, screen)).await);
    }
    html
}

/// The list of policies in one language, in a `<template>`. Which of them are in force depends on
/// the day, so the page sorts them (`www/element/early.js`).
///
/// # Errors
///
/// The texts of the interface are incomplete.
pub async fn list_screens(list: &PolicyList) -> Result<String, BrowserPackError> {
    let list = &List::new(list.clone())?;
    let dispatch = Dispatch::default();
    let state = ListState::new(list.clone());
    let view = ListView {
        list,
        state: &state,
        day: None,
        level: Level::new(2),
        opening: None,
        open: Callback::default(),
        dispatch: &dispatch,
    };
    let screen = policies::list_screen(&view);
    let context = MenuSettings {
        catalogue: Rc::clone(&list.catalogue),
        locale: list.locale,
        languages: list.languages.clone(),
        is_large_text: false,
    };
    let days = Some([None, None]);
    Ok(render_text(in_template(context, "policies", days, Html::default(), screen)).await)
}

/// The state on a screen, on a day of the host, and its evaluation.
fn at(pack: &Pack, day: Date, screen: Screen) -> (Rc<Evaluation>, Rc<State>) {
    let state = Rc::new(State::new(Rc::clone(&pack.rules), day)).reduce(Action::Show(screen));
    let evaluation = Evaluation::new(pack.clone(), state.as_of().asked, &[], state.answers.clone());
    (Rc::new(evaluation), state)
}

/// A start screen for the days of a period. Without its details, which depend on the day.
fn start(
    pack: &Pack,
    is_listed: bool,
    name: &'static str,
    day: Date,
    days: [Option<Date>; 2],
) -> Html {
    let (evaluation, state) = at(pack, day, Screen::Start);
    // The page sets the address.
    let rules_page = AttrValue::Static("#");
    let screen =
        start_screen(&evaluation, &state, &Dispatch::default(), Some(&rules_page), Html::default());
    let screen = match is_listed {
        false => screen,
        true => html! {
            <ContextProvider<OtherPolicies> context={OtherPolicies::default()}>
                { screen }
            </ContextProvider<OtherPolicies>>
        },
    };
    template(pack, name, Some(days), Html::default(), screen)
}

/// A screen as the app renders it, in a template. `days` is the period in which a start screen is
/// right.
fn template(
    pack: &Pack,
    name: &'static str,
    days: Option<[Option<Date>; 2]>,
    notes: Html,
    screen: Html,
) -> Html {
    let context = MenuSettings {
        catalogue: Rc::clone(&pack.catalogue),
        locale: pack.locale,
        languages: pack.rules.offered.clone().into(),
        is_large_text: false,
    };
    in_template(context, name, days, notes, screen)
}

fn in_template(
    context: MenuSettings,
    name: &'static str,
    days: Option<[Option<Date>; 2]>,
    notes: Html,
    screen: Html,
) -> Html {
    let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let [from, to] = days.map(|days| days.map(|day| Some(text(day)))).unwrap_or_default();
    let lang = context.locale.tag();
    let wait = context.catalogue.policy_opening().clone();
    html! {
        <template data-ec={name} {lang} data-from={from} data-to={to} data-wait={wait}>
            <div class="ec" lang={context.locale.interface().tag()}>
                <p class="ec-hidden" role="status"></p>
                { notes }
                <ContextProvider<MenuSettings> {context}><div>{ screen }</div></ContextProvider<MenuSettings>>
            </div>
        </template>
    }
}
