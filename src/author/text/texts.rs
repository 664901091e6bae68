//! The list of all texts. `{}` is replaced by a value.

use super::explanation::Explanations;
use super::{
    CaseTexts, CompareTexts, DraftTexts, FormTexts, PreviewTexts, PublishTexts, ResultTexts,
    SheetTexts,
};

/// The texts of the page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::author) struct Texts {
    /// The title of the page
    pub(in crate::author) title: &'static str,
    /// The label of the menu of languages
    pub(in crate::author) language: &'static str,
    /// What the page does
    pub(in crate::author) intro: &'static str,
    /// The button that opens a file
    pub(in crate::author) open_file: &'static str,
    /// What can be dropped
    pub(in crate::author) drop_hint: &'static str,
    /// The button that starts a new pack
    pub(in crate::author) start_new: &'static str,
    /// The name of a pack that is in no file
    pub(in crate::author) name_unsaved: &'static str,
    /// The button that saves the file with this name
    pub(in crate::author) save: &'static str,
    /// The button that closes the pack
    pub(in crate::author) close: &'static str,
    /// The question before unsaved changes are closed
    pub(in crate::author) close_unsaved: &'static str,
    /// The pack has changes that are in no file
    pub(in crate::author) unsaved: &'static str,
    /// The tab of the text
    pub(in crate::author) view_text: &'static str,
    /// The tab of the forms
    pub(in crate::author) view_forms: &'static str,
    /// The name of the tabs of the views
    pub(in crate::author) views: &'static str,
    /// The tab of the problems
    pub(in crate::author) panel_problems: &'static str,
    /// The name of the tabs of the panels
    pub(in crate::author) panels: &'static str,
    /// The name of the part with the text and the forms
    pub(in crate::author) document_label: &'static str,
    /// The accessible name of the editor
    pub(in crate::author) editor_label: &'static str,
    /// The checks run
    pub(in crate::author) checking: &'static str,
    /// The worker failed
    pub(in crate::author) check_failed: &'static str,
    /// There are no problems
    pub(in crate::author) no_problems: &'static str,
    /// The number of faults
    pub(in crate::author) faults: &'static str,
    /// The number of findings
    pub(in crate::author) findings: &'static str,
    /// A fault
    pub(in crate::author) fault: &'static str,
    /// A finding
    pub(in crate::author) finding: &'static str,
    /// A line of the text
    pub(in crate::author) line: &'static str,
    /// The button that corrects a problem
    pub(in crate::author) fix: &'static str,
    /// The correction
    pub(in crate::author) fix_to: &'static str,
    /// The button that shows a place
    pub(in crate::author) show_place: &'static str,
    /// A case that shows the problem
    pub(in crate::author) example: &'static str,
    /// Measures that lints could not decide
    pub(in crate::author) undecided: &'static str,
    /// The size of the pack
    pub(in crate::author) summary: &'static str,
    /// The file is too large
    pub(in crate::author) too_large: &'static str,
    /// The file is not UTF-8 text
    pub(in crate::author) not_text: &'static str,
    /// The file is a pack for browsers
    pub(in crate::author) not_authored: &'static str,
    /// The file cannot be read
    pub(in crate::author) not_read: &'static str,
    /// The tab of the widget
    pub(in crate::author) panel_preview: &'static str,
    /// The tab of the scenarios
    pub(in crate::author) panel_scenarios: &'static str,
    /// There is no pack to try
    pub(in crate::author) preview_none: &'static str,
    /// An older pack is shown
    pub(in crate::author) preview_older: &'static str,
    /// The results of scenarios
    pub(in crate::author) scenarios_count: &'static str,
    /// There are no scenarios
    pub(in crate::author) scenarios_none: &'static str,
    /// A scenario passes
    pub(in crate::author) scenario_passed: &'static str,
    /// A scenario fails
    pub(in crate::author) scenario_failed: &'static str,
    /// The heading of the gaps
    pub(in crate::author) gaps: &'static str,
    /// There are no gaps
    pub(in crate::author) gaps_none: &'static str,
    /// The texts of results
    pub(in crate::author) results: ResultTexts,
    /// The texts of the forms
    pub(in crate::author) forms: &'static FormTexts,
    /// The name of the tabs of the preview
    pub(in crate::author) pages: &'static str,
    /// The tab of the widget
    pub(in crate::author) page_widget: &'static str,
    /// The tab of the rules page
    pub(in crate::author) page_rules: &'static str,
    /// The tab of the table to sign
    pub(in crate::author) page_sign_off: &'static str,
    /// The label of the languages of the page
    pub(in crate::author) page_language: &'static str,
    /// There is no table to sign
    pub(in crate::author) page_failed: &'static str,
    /// The texts of publishing
    pub(in crate::author) publish: PublishTexts,
    /// The texts of the comparison
    pub(in crate::author) compare: CompareTexts,
    /// What the codes of faults and lints mean
    pub(in crate::author) explanations: Explanations,
    /// The texts of scenarios, examples and the documents' texts
    pub(in crate::author) cases: CaseTexts,
    /// The texts of spreadsheets
    pub(in crate::author) sheets: SheetTexts,
    /// The texts of drafts
    pub(in crate::author) drafts: DraftTexts,
    /// The texts of the pages in the preview
    pub(in crate::author) preview: PreviewTexts,
}
