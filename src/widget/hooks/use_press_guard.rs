//! Prevents layout shifts while a mouse button or a finger is down.
//!
//! # Why
//!
//! Pressing a button blurs the text field that has the focus. The blur parses the field, and its
//! error message may move the button before the press ends: the click would be lost. So commits of
//! text fields are held until the press ends, or until the next action, which is dispatched after
//! them.
//!
//! A first click that leads to another screen moves the focus. The second press of a double click
//! would take it to whatever is now under the pointer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use super::use_foreign_changes::ForeignChanges;
use crate::widget::context::Dispatch;
use crate::widget::state::{Action, FocusRequest, State};

/// Whether the primary button is down, and the actions held until it is released.
#[derive(Default)]
struct PressGuard {
    is_pressed: Cell<bool>,
    /// The latest focus request at the first press of a double click
    focus_serial: Cell<u32>,
    held: RefCell<Vec<Action>>,
}

impl PressGuard {
    fn flush(&self, dispatcher: &UseReducerDispatcher<State>) {
        // Take the actions first: dispatching may call this again.
        let held = self.held.take();
        held.into_iter().for_each(|action| dispatcher.dispatch(action));
    }
}

/// The dispatcher of the app, and the `mousedown` listener for its root element.
#[hook]
pub(crate) fn use_press_guard(
    dispatcher: UseReducerDispatcher<State>,
    foreign: Rc<ForeignChanges>,
    focus: FocusRequest,
) -> (Dispatch, Callback<MouseEvent>) {
    let guard = use_memo((), |()| PressGuard::default());
    let dispatch = {
        let (guard, dispatcher) = (Rc::clone(&guard), dispatcher.clone());
        use_callback((), move |action: Action, ()| {
            if guard.is_pressed.get() && action.is_commit() {
                guard.held.borrow_mut().push(action);
            } else {
                foreign.before_action(&action);
                guard.flush(&dispatcher);
                dispatcher.dispatch(action);
            }
        })
    };
    let on_press = {
        let guard = Rc::clone(&guard);
        use_callback(focus.serial, move |event: MouseEvent, serial| {
            // Other buttons open menus, and browsers often do not report their release.
            guard.is_pressed.set(event.button() == 0);
            if event.detail() <= 1 {
                guard.focus_serial.set(*serial);
            } else if guard.focus_serial.get() != *serial {
                // The first click has moved the focus. The second press must not take it away.
                event.prevent_default();
            }
        })
    };
    use_effect_with((), move |()| {
        // On the window, because the button may be released anywhere. After a link or a selection
        // is dragged, browsers dispatch `dragend` instead of `mouseup`.
        let releases = ["mouseup", "dragend"].map(|event| {
            let (guard, dispatcher) = (Rc::clone(&guard), dispatcher.clone());
            EventListener::new(&window(), event, move |_| {
                guard.is_pressed.set(false);
                let (guard, dispatcher) = (Rc::clone(&guard), dispatcher.clone());
                // The browser dispatches `click` after `mouseup`; the timeout lets it come first.
                Timeout::new(0, move || guard.flush(&dispatcher)).forget();
            })
        });
        move || drop(releases)
    });
    (Dispatch::new(dispatch), on_press)
}
