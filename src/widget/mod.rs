//! What people see: Yew components that know no browser.
//!
//! The same component runs in the browser (`www/host.rs`), in tests and on paper. What it must ask of its
//! surroundings (move the focus, print, tell the page) it emits as an [`Effect`]; natively nobody listens.
//!
//! # Why one component
//!
//! Each Yew component adds 4 to 8 KB to the browser module, and hooks as much again. The parts are functions from a `View`
//! to an element; what would be too slow to make for every answer is remembered (`memo`).

mod action;
mod amount_bar;
mod ask;
mod ask_link;
mod banner;
mod catalogue;
mod citation;
mod clear;
mod combination_text;
mod criteria;
mod details;
mod effect;
mod element;
mod errors;
mod field;
mod file_buttons;
mod handed;
mod handover;
mod heading;
mod hear;
mod in_reach;
mod input;
mod intent;
mod kept;
mod materials_csv;
mod measure;
mod measure_details;
mod memo;
#[cfg(feature = "cli")]
mod native;
mod nearest_text;
mod notices;
mod options;
mod paper;
mod picture;
mod qr;
mod question;
mod questions;
mod read;
#[cfg(feature = "cli")]
mod render;
mod restore_box;
mod restored;
mod results;
mod said_so_far;
mod screens;
mod search;
mod sheet;
mod start;
mod state;
mod step;
#[cfg(feature = "cli")]
pub mod stories;
mod strip;
mod timeline;
mod tools;
mod totals;
mod unit_text;
mod view;
mod why;
mod windows_ics;
mod words;

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::engine::{Live, next_question};
use crate::rulebook::{Locale, RuleBook};

pub use action::Action;
pub use catalogue::Catalogue;
#[cfg(feature = "cli")]
pub(crate) use catalogue::fill_in;
pub use combination_text::combination_text;
pub use details::{Ask, Details, FileKind, OnAsk, Shows, Told};
pub use effect::Effect;
use effect::{Shown, tell};
use heading::Level;
use hear::{Heard, hear, restore};
use intent::Cause;
use memo::Memo;
pub use nearest_text::nearest_text;
pub use paper::Paper;
pub use qr::qr_text;
#[cfg(feature = "cli")]
pub(crate) use render::render;
pub use state::{Draft, Screen, State};
#[cfg(feature = "cli")]
pub(crate) use unit_text::{unit_title, with_unit};
use view::View;
pub use words::{amount_text, citations_text, receipt_text, said_text, standing_text};

/// What the widget is shown with.
#[derive(Clone, Properties)]
pub struct Props {
    /// The rules; the widget never changes them
    pub book: Rc<RuleBook>,
    /// What the widget itself says
    pub catalogue: Rc<Catalogue>,
    /// The language of the rules
    pub locale: Locale,
    /// The day asked about until the person picks another
    pub as_of: Date,
    /// Level of the widget's own heading, 1 to 4; its parts continue from there
    #[prop_or(2)]
    pub heading_level: u8,
    /// The languages there is a pack for; the person may go from one to the other
    #[prop_or_default]
    pub languages: Rc<[Locale]>,
    /// Where the rules in full stand, if they do
    #[prop_or_default]
    pub rules_page: Option<AttrValue>,
    /// The file that was opened last
    #[prop_or_default]
    pub opened: Option<Opened>,
    /// The state to begin with; nothing said, if absent. Read once, when the widget is mounted.
    #[prop_or_default]
    pub state: Option<Rc<State>>,
    /// Who hears what the widget asks for
    #[prop_or_default]
    pub on_effect: Callback<Effect>,
    /// Who writes the details; another one when they have come to be at hand
    pub on_ask: OnAsk,
}

/// A file that the person has opened. The same file twice is another one: it is read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// How many were opened before it
    pub before: u32,
    /// What stands in it
    pub text: AttrValue,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.book, &other.book)
            && Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && (self.locale, self.as_of, self.heading_level)
                == (other.locale, other.as_of, other.heading_level)
            && self.on_effect == other.on_effect
            && self.on_ask == other.on_ask
            && (&self.languages, &self.rules_page, &self.opened)
                == (&other.languages, &other.rules_page, &other.opened)
    }
}

/// The whole widget: start, questions with live results, and the sheet.
///
/// A struct, not a function: what hooks need is a twentieth of the browser module.
pub struct EligibilityCheck {
    live: Live,
    view: View,
    told: Option<Shown>,
}

impl EligibilityCheck {
    /// What follows from the properties and the state.
    fn see(props: &Props, state: Rc<State>, live: &Live, memo: Rc<Memo>) -> View {
        let as_of = state.as_of();
        let (rules, assessment) = (Rc::clone(&live.rules), Rc::clone(&live.assessment));
        View {
            book: Rc::clone(&props.book),
            next: next_question(&rules, &props.book, &state.answers, &assessment),
            state,
            rules,
            assessment,
            locale: props.book.language(props.locale),
            catalogue: Rc::clone(&props.catalogue),
            level: Level::new(props.heading_level),
            as_of,
            on_ask: props.on_ask.clone(),
            languages: Rc::clone(&props.languages),
            rules_page: props.rules_page.clone(),
            memo,
        }
    }

    fn go_on(&mut self, props: &Props, state: Rc<State>) {
        self.live.go_on(&props.book, &state.answers, state.as_of().evaluated);
        self.view = EligibilityCheck::see(props, state, &self.live, Rc::clone(&self.view.memo));
    }
}

impl Component for EligibilityCheck {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let state = match &props.state {
            Some(state) => Rc::clone(state),
            None => Rc::new(State::new(Rc::clone(&props.book), props.as_of)),
        };
        let live = Live::new(&props.book, &state.answers, state.as_of().evaluated);
        EligibilityCheck { view: EligibilityCheck::see(props, state, &live, Rc::default()), live, told: None }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        self.go_on(ctx.props(), Rc::clone(&self.view.state).reduce(action));
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &Props) -> bool {
        let props = ctx.props();
        let mut state = Rc::clone(&self.view.state);
        if !Rc::ptr_eq(&props.book, &before.book) {
            state = state.reduce(Action::Speak(Rc::clone(&props.book)));
        }
        if props.as_of != before.as_of {
            state = state.reduce(Action::AsOf(props.as_of));
        }
        self.go_on(props, state);
        if props.opened != before.opened
            && let Some(opened) = &props.opened
        {
            let state = Rc::clone(&self.view.state).reduce(restore(&self.view, &opened.text));
            self.go_on(props, state);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let lang = self.view.locale.tag();
        let content = Html::from(screens::screen(&self.view));
        let hear = {
            let (view, link) = (self.view.clone(), ctx.link().clone());
            let on_effect = ctx.props().on_effect.clone();
            Callback::from(move |(event, cause): (Event, Cause)| {
                // Read at once: an event is over before the scheduler comes to a message.
                match hear(&view, &event, cause) {
                    Some(Heard::Act(action)) => link.send_message(action),
                    Some(Heard::Wish(effect)) => on_effect.emit(effect),
                    None => {}
                }
            })
        };
        let onchange = hear.reform(|event: Event| (event, Cause::Change));
        let onclick = hear.reform(|event: MouseEvent| {
            // The second click of a double click would fall on whatever the first one has brought there.
            let cause = if event.detail() > 1 { Cause::Again } else { Cause::Click };
            (event.into(), cause)
        });
        let oninput = hear.reform(|event: InputEvent| (event.into(), Cause::Input));
        let onsubmit = hear.reform(|event: SubmitEvent| {
            // Nothing is ever sent, and the page not loaded again.
            event.prevent_default();
            (event.into(), Cause::Submit)
        });
        let widget = html! { <div {lang} {onchange} {onclick} {oninput} {onsubmit}>{ content }</div> };
        // Added afterwards, because Yew's native renderer leaves out what is literal beside listeners.
        match widget {
            VNode::VTag(mut tag) => {
                let class = if self.view.state.large { "ec ec--large" } else { "ec" };
                Rc::make_mut(&mut tag).add_attribute("class", class);
                VNode::VTag(tag)
            }
            other => other,
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        tell(&mut self.told, &self.view, &ctx.props().on_effect);
    }
}
