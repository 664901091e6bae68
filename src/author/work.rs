//! What the worker computes for each task.

use serde_json::Error;

use super::checks::{check, check_scenarios};
use super::compare::compare;
use super::examples::suggest;
use super::preview::{browser_packs, page};
use super::publish::publish;
use super::sheets::{export_sheet, review_sheet};
use super::task::{Task, WorkOutput};

/// Does the task with a name.
///
/// # Errors
///
/// There is no such task, or its input is not JSON of the right form.
pub async fn work(name: &str, input: &str, attachment: &[u8]) -> Result<WorkOutput, Error> {
    let task = Task::ALL.into_iter().find(|task| task.name() == name);
    let json = match task.ok_or_else(|| <Error as serde::de::Error>::custom("unknown task"))? {
        Task::Check => serde_json::to_string(&check(&serde_json::from_str(input)?)),
        Task::Scenarios => serde_json::to_string(&check_scenarios(&serde_json::from_str(input)?)),
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
