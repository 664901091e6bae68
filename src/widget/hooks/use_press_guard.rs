//! Keeps the page still while a button of the mouse or a finger is down.
//!
//! # Why
//!
//! Pressing a button takes the focus away from a text box. The box is then parsed, and its message may move the button away
//! before the press is over: the click would be lost. So what leaving a box causes waits until the press is over, or until
//! the next action, which sees it applied.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use super::use_foreign_changes::ForeignChanges;
use crate::widget::context::Dispatch;
use crate::widget::state::{Action, State};

/// Whether a press is going on, and the actions that wait for its end.
#[derive(Default)]
struct PressGuard {
    is_pressed: Cell<bool>,
    held: RefCell<Vec<Action>>,
}

impl PressGuard {
    fn flush(&self, dispatcher: &UseReducerDispatcher<State>) {
        // Taken out first: dispatching may come back here.
        let held = self.held.take();
        held.into_iter().for_each(|action| dispatcher.dispatch(action));
    }
}

/// The dispatcher of the app, and the listener for its root element that sees presses begin.
#[hook]
pub(crate) fn use_press_guard(
    dispatcher: UseReducerDispatcher<State>,
    foreign: Rc<ForeignChanges>,
) -> (Dispatch, Callback<MouseEvent>) {
    let guard = use_memo((), |()| PressGuard::default());
    let dispatch = {
        let (guard, dispatcher) = (Rc::clone(&guard), dispatcher.clone());
        use_callback((), move |action: Action, ()| {
            if guard.is_pressed.get() && action.is_commit() {
                guard.held.borrow_mut().push(action);
            } else {
                foreign.before(&action);
                guard.flush(&dispatcher);
                dispatcher.dispatch(action);
            }
        })
    };
    let on_press = {
        let guard = Rc::clone(&guard);
        use_callback((), move |event: MouseEvent, ()| {
            // Other buttons open menus, and their release is often not reported.
            guard.is_pressed.set(event.button() == 0);
        })
    };
    use_effect_with((), move |()| {
        // On the window, because the press may end anywhere.
        let release = EventListener::new(&window(), "mouseup", move |_| {
            guard.is_pressed.set(false);
            let (guard, dispatcher) = (Rc::clone(&guard), dispatcher.clone());
            // The click follows the release, and comes first.
            Timeout::new(0, move || guard.flush(&dispatcher)).forget();
        });
        move || drop(release)
    });
    (Dispatch::new(dispatch), on_press)
}
