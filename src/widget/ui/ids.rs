//! Ids of elements that receive the focus or describe another element.
//!
//! No id of a pack contains an underscore or a dot, so none of these equals the id of a question.

/// The heading of the screen
pub(in crate::widget) const HEADING: &str = "ec-title";
/// The box for the day asked about
pub(in crate::widget) const AS_OF: &str = "ec-as-of";
/// The error summary
pub(in crate::widget) const ERROR_SUMMARY: &str = "ec-errors";
/// The heading of the results
pub(in crate::widget) const RESULTS_HEADING: &str = "ec-results-title";
/// The question whether everything is to be cleared
pub(in crate::widget) const CLEAR_QUESTION: &str = "ec-clear-question";
/// The button that clears everything
pub(in crate::widget) const CLEAR_BUTTON: &str = "ec-clear";
/// The notice about restored answers
pub(in crate::widget) const RESTORE_NOTICE: &str = "ec-restore-notice";
/// The box for a receipt code
pub(in crate::widget) const CODE: &str = "ec-code";
/// The input for a file
pub(in crate::widget) const FILE: &str = "ec-file";
