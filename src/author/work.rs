//! The tasks of the worker.

use serde_json::Error;

use super::checks::check;
use super::preview::browser_packs;

/// A task of the worker. Its input and its output are JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Checks a text: [`super::checks::CheckInput`] to [`super::checks::Checks`]
    Check,
    /// Writes the packs for browsers: the text of a pack to [`super::preview::BrowserPacks`]
    Packs,
}

impl Task {
    const ALL: [Task; 2] = [Task::Check, Task::Packs];

    /// The name of the task, for messages between page and worker.
    pub fn name(self) -> &'static str {
        match self {
            Task::Check => "check",
            Task::Packs => "packs",
        }
    }
}

/// Does the task with a name.
///
/// # Errors
///
/// There is no such task, or its input is not JSON of the right form.
pub fn work(name: &str, input: &str) -> Result<String, Error> {
    let task = Task::ALL.into_iter().find(|task| task.name() == name);
    match task.ok_or_else(|| <Error as serde::de::Error>::custom("unknown task"))? {
        Task::Check => serde_json::to_string(&check(&serde_json::from_str(input)?)),
        Task::Packs => {
            let text: String = serde_json::from_str(input)?;
            serde_json::to_string(&browser_packs(&text))
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;

    #[test]
    fn each_task_is_found_by_its_name() {
        for task in Task::ALL {
            let error = work(task.name(), "").unwrap_err();
            assert!(error.is_eof(), "{}: {error}", task.name());
        }
        assert_eq!(work("other", "{}").unwrap_err().to_string(), "unknown task");
    }
}
