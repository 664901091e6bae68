//! The checks of the open document.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::checks::ScenarioChecks;
use super::context::Dispatch;
use super::host::AuthorHost;
use super::state::{Action, Document};
use super::task::Task;

/// The time without a key before the text is checked, in milliseconds.
const PAUSE: u32 = 250;

/// Checks the document after each pause, and runs its scenarios after each result without faults.
/// `opened` distinguishes documents.
#[hook]
pub(super) fn use_checks(
    document: Option<&Document>,
    opened: u32,
    host: &AuthorHost,
    dispatch: &Dispatch,
) {
    let input = document.map(Document::check_input);
    let current = use_mut_ref(|| opened);
    *current.borrow_mut() = opened;
    let shown = Rc::clone(&current);
    use_effect_with((input, opened, host.clone()), {
        let dispatch = dispatch.clone();
        move |(input, opened, host)| {
            let opened = *opened;
            let timeout = input.clone().map(|input| {
                let host = host.clone();
                Timeout::new(PAUSE, move || {
                    let input = Rc::new(input);
                    host.request(Task::Check, &*Rc::clone(&input), move |checks| {
                        // Another document may have been opened since.
                        if *current.borrow() == opened {
                            dispatch.emit(Action::SetChecks(Rc::clone(&input), checks));
                        }
                    });
                })
            });
            move || drop(timeout)
        }
    });
    let scenarios = document.and_then(Document::scenario_input);
    use_effect_with((scenarios, opened, host.clone()), {
        let dispatch = dispatch.clone();
        move |(input, opened, host)| {
            let opened = *opened;
            let Some(input) = input.clone().map(Rc::new) else { return };
            host.request(Task::Scenarios, &*Rc::clone(&input), move |checks| {
                if *shown.borrow() == opened {
                    let checks = checks.map(|checks: Rc<Option<ScenarioChecks>>| {
                        Rc::new((*checks).clone().unwrap_or_default())
                    });
                    dispatch.emit(Action::SetScenarioChecks(Rc::clone(&input), checks));
                }
            });
        }
    });
}
