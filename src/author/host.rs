//! What only the browser's page can do for the app.

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use yew::prelude::*;

use super::work::Task;

/// Callbacks of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorHost {
    /// Does a task in the worker
    pub work: Callback<WorkRequest>,
}

/// A request for the worker.
#[derive(Clone, Debug)]
pub struct WorkRequest {
    /// The task
    pub task: Task,
    /// Its input, as JSON
    pub input: String,
    /// Receives the result, as JSON. `None` if the worker failed. A request that a newer one of the
    /// same task replaces gets no reply
    pub reply: Callback<Option<String>>,
}

impl AuthorHost {
    /// Does a task in the worker. `reply` receives `None` if the worker failed.
    pub(super) fn request<T: DeserializeOwned + 'static>(
        &self,
        task: Task,
        input: &impl Serialize,
        reply: impl Fn(Option<Rc<T>>) + 'static,
    ) {
        let Ok(input) = serde_json::to_string(input) else { return reply(None) };
        let reply = move |output: Option<String>| {
            reply(output.and_then(|output| serde_json::from_str(&output).ok()).map(Rc::new));
        };
        self.work.emit(WorkRequest { task, input, reply: Callback::from(reply) });
    }
}
