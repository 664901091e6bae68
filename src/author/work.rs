//! The tasks of the worker.

use serde_json::Error;

use super::checks::check;
use super::compare::compare;
use super::examples::suggest;
use super::preview::{browser_packs, page};
use super::publish::publish;
use super::sheets::{export_sheet, review_sheet};

/// A task of the worker. Its input and its output are JSON. Some tasks have an attachment, too:
/// bytes that JSON would enlarge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Checks a text: [`super::checks::CheckInput`] to [`super::checks::Checks`]
    Check,
    /// Writes the packs for browsers: the text of a pack to [`super::preview::BrowserPacks`]
    Packs,
    /// Writes a page: [`super::preview::PageInput`] to [`super::preview::Page`]
    Page,
    /// Finds examples: [`super::examples::SuggestInput`] to [`super::examples::Suggestions`]
    Suggest,
    /// Compares two versions: [`super::compare::CompareInput`] to a result with
    /// [`super::compare::Changes`]
    Compare,
    /// Publishes a pack: [`super::publish::PublishInput`] to a result with
    /// [`super::publish::Plan`]. The attachments are a site and the publication, as ZIP files
    Publish,
    /// Writes a spreadsheet: [`super::sheets::SheetExport`] to a result. The attachment is the file
    SheetExport,
    /// Compares a spreadsheet: the text of a pack to a result with
    /// [`super::sheets::SheetReview`]. The attachment is the file
    SheetReview,
}

/// The result of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkOutput {
    /// The result, as JSON
    pub json: String,
    /// The attachment; empty if there is none
    pub attachment: Vec<u8>,
}

impl Task {
    const ALL: [Task; 8] = [
        Task::Check,
        Task::Packs,
        Task::Page,
        Task::Suggest,
        Task::Compare,
        Task::Publish,
        Task::SheetExport,
        Task::SheetReview,
    ];

    /// The name of the task, for messages between page and worker.
    pub fn name(self) -> &'static str {
        match self {
            Task::Check => "check",
            Task::Packs => "packs",
            Task::Page => "page",
            Task::Suggest => "suggest",
            Task::Compare => "compare",
            Task::Publish => "publish",
            Task::SheetExport => "sheet-export",
            Task::SheetReview => "sheet-review",
        }
    }
}

/// Does the task with a name.
///
/// # Errors
///
/// There is no such task, or its input is not JSON of the right form.
pub async fn work(name: &str, input: &str, attachment: &[u8]) -> Result<WorkOutput, Error> {
    let task = Task::ALL.into_iter().find(|task| task.name() == name);
    let json = match task.ok_or_else(|| <Error as serde::de::Error>::custom("unknown task"))? {
        Task::Check => serde_json::to_string(&check(&serde_json::from_str(input)?)),
        Task::Packs => {
            let text: String = serde_json::from_str(input)?;
            serde_json::to_string(&browser_packs(&text))
        }
        Task::Page => serde_json::to_string(&page(&serde_json::from_str(input)?).await),
        Task::Suggest => serde_json::to_string(&suggest(&serde_json::from_str(input)?)),
        Task::Compare => serde_json::to_string(&compare(&serde_json::from_str(input)?)),
        Task::Publish => {
            let published = publish(&serde_json::from_str(input)?, attachment).await;
            let (plan, attachment) = match published {
                Ok(publication) => (Ok(publication.plan), publication.zip),
                Err(refusal) => (Err(refusal), Vec::new()),
            };
            return Ok(WorkOutput { json: serde_json::to_string(&plan)?, attachment });
        }
        Task::SheetExport => {
            let (result, attachment) = match export_sheet(&serde_json::from_str(input)?) {
                Ok(file) => (Ok(()), file),
                Err(failure) => (Err(failure), Vec::new()),
            };
            return Ok(WorkOutput { json: serde_json::to_string(&result)?, attachment });
        }
        Task::SheetReview => {
            let text: String = serde_json::from_str(input)?;
            serde_json::to_string(&review_sheet(&text, attachment))
        }
    };
    Ok(WorkOutput { json: json?, attachment: Vec::new() })
}

#[cfg(all(test, feature = "cli"))]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::widget::wait_for;

    #[test]
    fn each_task_is_found_by_its_name() {
        let error = |name, input| wait_for(work(name, input, &[])).unwrap().unwrap_err();
        for task in Task::ALL {
            let error = error(task.name(), "");
            assert!(error.is_eof(), "{}: {error}", task.name());
        }
        assert_eq!(error("other", "{}").to_string(), "unknown task");
    }
}
