//! What every part of the widget can reach: the dispatcher, and the page around the widget.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Outcome;
use crate::rulebook::Locale;

use super::state::Action;

/// Sends actions to the reducer. The default sends them nowhere, for static rendering.
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

    /// Sends an action at a click.
    ///
    /// The second click of a double click is ignored: it would hit what the first one has just brought under the pointer.
    pub(super) fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.clone();
        on_click(move || dispatch.emit(action.clone()))
    }
}

/// Calls a function at a click, but not at the second click of a double click.
pub(super) fn on_click(call: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        // The state opens disclosures, not the browser.
        event.prevent_default();
        if event.detail() <= 1 {
            call();
        }
    })
}

/// The dispatcher; outside of the app, one that ignores every action.
#[hook]
pub(super) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_default()
}

/// The page around the widget: what the widget reports to it, and what only it can do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    /// How many measures have each outcome; never the answers
    pub on_change: Callback<Rc<[(Outcome, usize)]>>,
    /// The person chose a language
    pub on_language: Callback<Locale>,
    /// The checklist needs the pack in a second language
    pub on_second_language: Callback<Locale>,
    /// The receipt code of the current answers after every change; empty if there is nothing to lose
    pub on_progress: Callback<AttrValue>,
    /// Something failed that the person is told about in the widget
    pub on_error: Callback<AttrValue>,
    /// Reads the QR symbol in a picture
    pub scan: Callback<ScanRequest>,
}

/// A picture to look for a QR symbol in, and where to send the result.
#[derive(Clone, Debug)]
pub struct ScanRequest {
    /// The picture
    pub picture: web_sys::Blob,
    /// Receives the text of the symbol
    pub reply: Callback<ScanResult>,
}

/// What was found in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanResult {
    /// The text of the symbol
    Symbol(String),
    /// No symbol
    NoSymbol,
    /// The browser cannot show the picture
    NotAPicture,
}

/// The page around the widget; outside of the app, one that ignores everything.
#[hook]
pub(super) fn use_host() -> Host {
    use_context::<Host>().unwrap_or_default()
}
