//! The tasks of the worker: what the page asks for, and what it gets.

/// A task of the worker. Its input and its output are JSON. Some tasks have an attachment, too:
/// bytes that JSON would enlarge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Checks a text: [`super::checks::CheckInput`] to [`super::checks::Checks`]
    Check,
    /// Runs the scenarios: [`super::checks::ScenarioInput`] to an option of
    /// [`super::checks::ScenarioChecks`]
    Scenarios,
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
    /// All tasks.
    pub(super) const ALL: [Task; 9] = [
        Task::Check,
        Task::Scenarios,
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
            Task::Scenarios => "scenarios",
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
