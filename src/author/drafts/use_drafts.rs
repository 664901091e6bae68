//! Writes the draft of the open document.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document as page, window};
use yew::prelude::*;

use crate::author::scenario_files::ScenarioFiles;
use crate::author::state::Document;
use crate::widget::local_time;

use super::draft::Draft;
use super::store::{self, StoreError};

/// The time without a change before a draft is written, in milliseconds.
const PAUSE: u32 = 1000;

/// The state of drafts, as a context.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::author) struct Drafts {
    /// Whether drafts are on
    pub(in crate::author) is_on: bool,
    /// Why the last draft was not kept
    pub(in crate::author) problem: Option<StoreError>,
    /// The time of the draft of the open document
    pub(in crate::author) kept_at: Option<Rc<str>>,
    /// Turns drafts on or off
    pub(in crate::author) switch: Callback<bool>,
}

/// The key of the draft that this page writes, and the document that is not written yet.
#[derive(Default)]
struct Pending {
    key: Option<Rc<str>>,
    document: Option<Document>,
}

/// Keeps a draft of the document while drafts are on and it has unsaved changes.
#[hook]
pub(in crate::author) fn use_drafts(document: Option<&Document>) -> Drafts {
    let is_on = use_state_eq(|| false);
    let problem = use_state_eq(|| None::<StoreError>);
    let kept_at = use_state_eq(|| None::<Rc<str>>);
    let pending = use_mut_ref(Pending::default);

    let write = {
        let (pending, problem) = (Rc::clone(&pending), problem.setter());
        let kept_at = kept_at.setter();
        Callback::from(move |()| {
            let (key, document) = {
                let mut pending = pending.borrow_mut();
                let Some(document) = pending.document.take() else { return };
                let key = pending.key.get_or_insert_with(store::new_key);
                (Rc::clone(key), document)
            };
            let now = local_time();
            let result = store::put(&key, &Draft::new(&document, &now));
            problem.set(result.err());
            if result.is_ok() {
                kept_at.set(Some(now.into()));
            }
        })
    };

    // The switch may change in another tab, too.
    use_effect_with((), {
        let is_on = is_on.setter();
        move |()| {
            is_on.set(store::is_on());
            let listener = EventListener::new(&window(), "storage", move |_| {
                is_on.set(store::is_on());
            });
            move || drop(listener)
        }
    });
    // A tab that is closed, or a phone that ends it, allows no pause.
    use_effect_with((), {
        let write = write.clone();
        move |()| {
            let listener = EventListener::new(&page(), "visibilitychange", move |_| write.emit(()));
            move || drop(listener)
        }
    });
    let content = document.map(Content::new);
    use_effect_with((*is_on, content), {
        let (pending, kept_at, document) =
            (Rc::clone(&pending), kept_at.setter(), document.cloned());
        move |(is_on, _)| {
            let unsaved = document.filter(|document| *is_on && document.is_changed());
            let timeout = match unsaved {
                Some(document) => {
                    let mut pending = pending.borrow_mut();
                    pending.key = document.draft.clone().or(pending.key.take());
                    pending.document = Some(document);
                    Some(Timeout::new(PAUSE, move || write.emit(())))
                }
                None => {
                    forget(&pending);
                    kept_at.set(None);
                    None
                }
            };
            move || drop(timeout)
        }
    });
    let switch = {
        let (is_on, problem) = (is_on.setter(), problem.setter());
        Callback::from(move |wanted: bool| {
            let result = if wanted {
                store::turn_on()
            } else {
                store::turn_off();
                Ok(())
            };
            problem.set(result.err());
            is_on.set(wanted && result.is_ok());
        })
    };
    Drafts { is_on: *is_on, problem: *problem, kept_at: (*kept_at).clone(), switch }
}

/// Removes the draft that this page has written.
fn forget(pending: &RefCell<Pending>) {
    let mut pending = pending.borrow_mut();
    pending.document = None;
    if let Some(key) = pending.key.take() {
        store::remove(&key);
    }
}

/// The parts of a document that a draft depends on.
#[derive(Clone, Debug, PartialEq)]
struct Content {
    texts: [Rc<str>; 2],
    scenarios: ScenarioFiles,
    draft: Option<Rc<str>>,
}

impl Content {
    fn new(document: &Document) -> Content {
        let Document { text, saved, scenario_files, draft, .. } = document;
        Content {
            texts: [text, saved].map(Rc::clone),
            scenarios: scenario_files.now.clone(),
            draft: draft.clone(),
        }
    }
}
