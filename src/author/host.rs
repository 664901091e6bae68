//! What only the browser's page can do for the app.

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::HtmlIFrameElement;
use yew::prelude::*;

use super::task::{Task, WorkOutput};

/// Callbacks of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthorHost {
    /// Does a task in the worker
    pub work: Callback<WorkRequest>,
    /// The site in the page, as a ZIP file; empty if the page has none
    pub site: Callback<(), Rc<[u8]>>,
    /// Prints a frame with an `@page` rule
    pub print: Callback<(HtmlIFrameElement, AttrValue)>,
}

impl Default for AuthorHost {
    fn default() -> AuthorHost {
        AuthorHost {
            work: Callback::noop(),
            site: Callback::from(|()| Rc::default()),
            print: Callback::noop(),
        }
    }
}

/// A request for the worker.
#[derive(Clone, Debug)]
pub struct WorkRequest {
    /// The task
    pub task: Task,
    /// Its input, as JSON
    pub input: String,
    /// Its attachment; empty if it has none
    pub attachment: Rc<[u8]>,
    /// Receives the result. `None` if the worker failed. A request that a newer one of the same
    /// task replaces gets no reply
    pub reply: Callback<Option<WorkOutput>>,
}

/// The result of a task, and its attachment.
pub(super) type Reply<T> = (Rc<T>, Rc<[u8]>);

impl AuthorHost {
    /// Does a task in the worker. `reply` receives `None` if the worker failed.
    pub(super) fn request<T: DeserializeOwned + 'static>(
        &self,
        task: Task,
        input: &impl Serialize,
        reply: impl Fn(Option<Rc<T>>) + 'static,
    ) {
        self.request_with(task, input, Rc::default(), move |output| {
            reply(output.map(|(output, _)| output));
        });
    }

    /// Does a task with an attachment in the worker. `reply` receives the result and its
    /// attachment, or `None` if the worker failed.
    pub(super) fn request_with<T: DeserializeOwned + 'static>(
        &self,
        task: Task,
        input: &impl Serialize,
        attachment: Rc<[u8]>,
        reply: impl Fn(Option<Reply<T>>) + 'static,
    ) {
        let Ok(input) = serde_json::to_string(input) else { return reply(None) };
        let reply = move |output: Option<WorkOutput>| {
            reply(output.and_then(|output| {
                let result = serde_json::from_str(&output.json).ok()?;
                Some((Rc::new(result), output.attachment.into()))
            }));
        };
        self.work.emit(WorkRequest { task, input, attachment, reply: Callback::from(reply) });
    }
}
