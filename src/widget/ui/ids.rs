//! Ids of elements that receive the focus or describe another element.

/// The heading of the screen
pub(in crate::widget) const HEADING: &str = "ec-title";
/// The as-of date field
pub(in crate::widget) const AS_OF: &str = "ec-as-of";
/// The message that a topic is needed
pub(in crate::widget) const TOPICS_ERROR: &str = "ec-topics-error";
/// The error summary
pub(in crate::widget) const ERROR_SUMMARY: &str = "ec-errors";
/// The heading of the results
pub(in crate::widget) const RESULTS_HEADING: &str = "ec-results-title";
/// The confirmation question before all answers are cleared
pub(in crate::widget) const CLEAR_QUESTION: &str = "ec-clear-question";
/// The button that clears all answers
pub(in crate::widget) const CLEAR_BUTTON: &str = "ec-clear";
/// The notice about restored answers
pub(in crate::widget) const RESTORE_NOTICE: &str = "ec-restore-notice";
/// The field for a receipt code
pub(in crate::widget) const CODE: &str = "ec-code";
/// The file input
pub(in crate::widget) const FILE: &str = "ec-file";
