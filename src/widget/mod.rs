//! What people see: Yew components that know no browser.
//!
//! The same component runs in the browser (`www/host.rs`), in tests and on paper. What it must ask of its
//! surroundings (move the focus, print, tell the page) it emits as an [`Effect`]; natively nobody listens.
//!
//! # Why so few components
//!
//! Each Yew component adds 4 to 8 KB to the browser module. There are two: the widget, and the `part` that
//! is rendered again only when what it shows has changed (a question, a measure).
//! The other parts are functions from a `View` to [`Html`].

mod amount_bar;
mod ask;
mod ask_link;
mod banner;
mod catalogue;
mod citation;
mod combination_text;
mod criteria;
mod details;
mod element;
mod field;
mod heading;
mod input;
mod intent;
mod kept;
mod measure;
mod measure_details;
mod nearest_text;
mod notices;
mod part;
mod picture;
mod question;
mod questions;
mod read;
mod results;
mod said_so_far;
mod sheet;
mod sheet_measure;
mod state;
mod strip;
mod timeline;
mod totals;
mod unit_text;
mod view;
mod why;
mod words;

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::engine::{Live, Outcome, next_question};
use crate::rulebook::{Locale, RuleBook};

use banner::banner;
pub use catalogue::Catalogue;
#[cfg(feature = "cli")]
pub(crate) use catalogue::fill_in;
pub use combination_text::combination_text;
pub use details::{Ask, Details, OnAsk, Shows, Told};
pub(crate) use element::{Element, el};
use heading::Level;
use input::button;
use intent::{Intent, Wish};
pub use nearest_text::nearest_text;
use notices::notices;
use questions::questions;
use results::{jump, results};
pub use state::{Action, Draft, Screen, State};
#[cfg(feature = "cli")]
pub(crate) use unit_text::{unit_title, with_unit};
use view::View;
pub use words::{amount_text, citations_text, receipt_text, said_text, standing_text};

/// What the widget asks of its surroundings.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Move the focus to the element with this id
    Focus(AttrValue),
    /// Print the sheet that is shown
    Print,
    /// Tell the page how many measures have each outcome; never the answers
    Changed(Vec<(Outcome, usize)>),
    /// Keep what has been said, for this widget alone: it would be lost with the page, and goes on in another language
    Keep(String),
}

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
    /// The state to begin with; nothing said, if absent. Read once, when the widget is mounted.
    #[prop_or_default]
    pub state: Option<Rc<State>>,
    /// Who hears what the widget asks for
    #[prop_or_default]
    pub on_effect: Callback<Effect>,
    /// Who writes the details; another one when they have come to be at hand
    pub on_ask: OnAsk,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.book, &other.book)
            && Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && (self.locale, self.as_of, self.heading_level)
                == (other.locale, other.as_of, other.heading_level)
            && self.on_effect == other.on_effect
            && self.on_ask == other.on_ask
    }
}

/// The whole widget: status, questions with live results, and the sheet.
#[component]
pub fn EligibilityCheck(props: &Props) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || match &props.state {
            Some(state) => (**state).clone(),
            None => State::new(Rc::clone(&props.book), props.as_of),
        })
    };
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let as_of = state.as_of();
    let locale = props.book.language(props.locale);
    let live = use_mut_ref(|| None::<Live>);
    let Live { rules, assessment, .. } = {
        let mut live = live.borrow_mut();
        let live = live.get_or_insert_with(|| Live::new(&props.book, &state.answers, as_of.evaluated));
        live.go_on(&props.book, &state.answers, as_of.evaluated);
        live.clone()
    };
    let view = View {
        book: Rc::clone(&props.book),
        state: Rc::new((*state).clone()),
        next: next_question(&rules, &props.book, &state.answers, &assessment).map(|ask| ask.fact),
        rules,
        assessment,
        locale,
        catalogue: Rc::clone(&props.catalogue),
        level: Level::new(props.heading_level),
        as_of,
        on_ask: props.on_ask.clone(),
    };
    use_effects(props, &view, &dispatch);
    let content = match view.state.screen {
        Screen::Questions => questions_screen(&view),
        Screen::Sheet => sheet_screen(&view),
    };
    let hear = {
        let (book, on_effect) = (Rc::clone(&props.book), props.on_effect.clone());
        Callback::from(move |(event, is_change): (Event, bool)| {
            hear(&book, &event, is_change, &dispatch, &on_effect);
        })
    };
    let onchange = hear.reform(|event: Event| (event, true));
    let onclick = hear.reform(|event: MouseEvent| (event.into(), false));
    // Enter in a box would send the form and reload the page.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let widget = html! {
        <div lang={view.locale.tag()} {onchange} {onclick} {onsubmit}>{ Html::from(content) }</div>
    };
    // Added afterwards, because Yew's native renderer leaves out what is literal beside listeners.
    match widget {
        VNode::VTag(mut tag) => {
            Rc::make_mut(&mut tag).add_attribute("class", "ec");
            VNode::VTag(tag)
        }
        other => other,
    }
}

/// Does what is written on the element that was used.
fn hear(
    book: &RuleBook,
    event: &Event,
    is_change: bool,
    dispatch: &Callback<Action>,
    on_effect: &Callback<Effect>,
) {
    let intent = read::written(event, "[data-do]", intent::ATTRIBUTE);
    let Some(intent) = intent.and_then(|text| Intent::read(book, &text)) else { return };
    if intent.is_change() != is_change {
        return;
    }
    if let Intent::Fold(_) = intent {
        // The state unfolds it, not the browser.
        event.prevent_default();
    }
    match intent.wish(book, read::ticked(event), || read::text(event)) {
        Wish::Do(action) => dispatch.emit(action),
        Wish::Focus(id) => on_effect.emit(Effect::Focus(id)),
        Wish::Print => on_effect.emit(Effect::Print),
    }
}

fn questions_screen(view: &View) -> Element {
    let columns = el("div", "ec__columns").with(questions(view)).with(results(view)).with(jump(view));
    let actions = el("div", "ec__actions")
        .with(button(MAIN_BUTTON, view.catalogue.to_sheet().into(), Intent::Show(Screen::Sheet)))
        .with(button("ec-button", view.catalogue.clear().into(), Intent::Clear));
    el("div", "").with(banner(view)).with(columns).with(actions).maybe(notices(view))
}

fn sheet_screen(view: &View) -> Element {
    let actions = el("div", "ec__actions")
        .with(button(MAIN_BUTTON, view.catalogue.print().into(), Intent::Print))
        .with(button("ec-button", view.catalogue.to_questions().into(), Intent::Show(Screen::Questions)));
    el("div", "").with(actions).with(view.shown_apart(Shows::Sheet))
}

const MAIN_BUTTON: &str = "ec-button ec-button--main";

/// What is shown, as far as somebody outside hears of it.
#[derive(Clone, PartialEq)]
struct Shown {
    screen: Screen,
    counts: [usize; Outcome::ALL.len()],
    as_of: Date,
    kept: String,
}

/// Tells of what has changed: the focus goes to a new screen's heading, the page hears the counts, and a day
/// set from outside is asked about.
#[hook]
fn use_effects(props: &Props, view: &View, dispatch: &Callback<Action>) {
    let before = use_mut_ref(|| None::<Shown>);
    let shown = Shown {
        screen: view.state.screen,
        counts: Outcome::ALL.map(|outcome| view.assessment.count(outcome)),
        as_of: props.as_of,
        kept: view.state.kept(),
    };
    let (on_effect, dispatch) = (props.on_effect.clone(), dispatch.clone());
    use_effect_with(shown, move |shown| {
        let before = before.replace(Some(shown.clone()));
        // A widget that appears takes no focus: the page is still being read.
        if let Some(before) = &before {
            if before.screen != shown.screen {
                on_effect.emit(Effect::Focus(match shown.screen {
                    Screen::Questions => banner::HEADING_ID.into(),
                    Screen::Sheet => sheet::HEADING_ID.into(),
                }));
            }
            if before.as_of != shown.as_of {
                dispatch.emit(Action::AsOf(shown.as_of));
            }
        }
        if before.as_ref().is_none_or(|before| before.kept != shown.kept) {
            on_effect.emit(Effect::Keep(shown.kept.clone()));
        }
        if before.is_none_or(|before| before.counts != shown.counts) {
            on_effect.emit(Effect::Changed(Outcome::ALL.into_iter().zip(shown.counts).collect()));
        }
    });
}
