//! Contexts that every component can use: the dispatcher and the host page.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Outcome;
use crate::rulebook::Locale;

use super::state::Action;

/// Sends actions to the reducer. The default ignores them, for static rendering.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dispatch(Callback<Action>);

impl Dispatch {
    pub(super) fn new(callback: Callback<Action>) -> Dispatch {
        Dispatch(callback)
    }

    /// Sends an action.
    pub(super) fn emit(&self, action: Action) {
        self.0.emit(action);
    }

    /// A click handler that sends an action.
    ///
    /// Ignores the second click of a double click: after the first click, another element may be
    /// under the pointer.
    pub(super) fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.clone();
        on_click(move || dispatch.emit(action.clone()))
    }
}

/// A click handler that calls a function, except at the second click of a double click.
pub(super) fn on_click(call: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        // The state opens disclosures, not the browser.
        event.prevent_default();
        if event.detail() <= 1 {
            call();
        }
    })
}

/// The dispatcher. Outside the app, a default that ignores every action.
#[hook]
pub(super) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_default()
}

/// The host page: callbacks for reports of the widget, and for tasks that only the page can do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    /// The number of measures with each outcome; never the answers
    pub on_change: Callback<Rc<[(Outcome, usize)]>>,
    /// The user selected a language
    pub on_language: Callback<Locale>,
    /// The user opens the policy with this id; with an empty id, the list of policies
    pub on_policy: Callback<AttrValue>,
    /// The checklist needs the pack in a second language
    pub on_second_language: Callback<Locale>,
    /// The receipt code of the current answers, after every change; empty while nothing is entered
    pub on_progress: Callback<AttrValue>,
    /// An error that the widget has shown to the user
    pub on_error: Callback<AttrValue>,
    /// Reads the QR symbol in a picture
    pub scan: Callback<ScanRequest>,
    /// Copies a text
    pub copy: Callback<CopyRequest>,
    /// Draws the picture of a receipt
    pub picture: Callback<PictureRequest>,
}

/// A request to copy a text.
#[derive(Clone, Debug)]
pub struct CopyRequest {
    /// The text
    pub text: AttrValue,
    /// Receives whether the browser has copied it
    pub reply: Callback<bool>,
}

/// A request to draw the picture of a receipt.
#[derive(Clone, Debug)]
pub struct PictureRequest {
    /// The title, in large letters
    pub title: AttrValue,
    /// The lines below it
    pub lines: Vec<AttrValue>,
    /// The lines of the code
    pub code: Vec<AttrValue>,
    /// The QR symbol, as an SVG path
    pub symbol: AttrValue,
    /// The side of the symbol in modules, with its quiet zone
    pub side: usize,
    /// Receives the address of the picture (`data:`); `None` if the browser cannot draw it
    pub reply: Callback<Option<AttrValue>>,
}

/// A request to find a QR symbol in a picture.
#[derive(Clone, Debug)]
pub struct ScanRequest {
    /// The picture
    pub picture: web_sys::Blob,
    /// Receives the text of the symbol
    pub reply: Callback<ScanResult>,
}

/// The result of a [`ScanRequest`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanResult {
    /// The text of the symbol
    Symbol(String),
    /// No symbol
    NoSymbol,
    /// The browser cannot decode the picture
    NotAPicture,
    /// The QR reader failed to load
    NoReader,
}

/// The host page. Outside the app, a default that ignores every call.
#[hook]
pub(super) fn use_host() -> Host {
    use_context::<Host>().unwrap_or_default()
}
