//! Contexts that every component can use.

use std::rc::Rc;

use yew::prelude::*;

use super::state::Action;
use super::text::Texts;

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
    pub(super) fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }
}

/// The dispatcher. Outside the page, a default that ignores every action.
#[hook]
pub(super) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_default()
}

/// The texts of the page in the language that the person has chosen.
#[hook]
pub(super) fn use_texts() -> Rc<Texts> {
    use_context::<Rc<Texts>>().unwrap_or_default()
}
