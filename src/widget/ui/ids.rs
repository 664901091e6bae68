//! Ids of elements that receive the focus or describe another element.

/// The heading of the screen
pub(in crate::widget) const HEADING: &str = "ec-title";
/// The as-of date field
pub(in crate::widget) const AS_OF: &str = "ec-as-of";
/// The checkbox for large text
pub(in crate::widget) const LARGE_TEXT: &str = "ec-large-text";
/// The main button of the start screen
pub(in crate::widget) const BEGIN: &str = "ec-begin";
/// The button from a policy that has lapsed to the choice of a day
pub(in crate::widget) const DAY_STEP: &str = "ec-day-step";
/// The button after the choice of a day
pub(in crate::widget) const DAY_NEXT: &str = "ec-day-next";
/// The button back to the start screen
pub(in crate::widget) const BACK: &str = "ec-back";
/// The button from a policy to the list of policies
pub(in crate::widget) const TO_POLICIES: &str = "ec-to-policies";
/// The link to the rules page
pub(in crate::widget) const RULES: &str = "ec-rules";
/// The prefix of the checkbox of a topic
pub(in crate::widget) const TOPIC: &str = "ec-topic-";
/// The button that starts the interview about the chosen topics
pub(in crate::widget) const START_TOPICS: &str = "ec-start-topics";
/// The button that starts the interview about everything
pub(in crate::widget) const START_ALL: &str = "ec-start-all";
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
/// The input for a picture of a receipt
pub(in crate::widget) const PICTURE: &str = "ec-picture";
/// The offer to restore the answers of a link
pub(in crate::widget) const OFFER: &str = "ec-offer";
/// The notice about answers from other policies
pub(in crate::widget) const CARRIED: &str = "ec-carried";
/// The picture of the receipt
pub(in crate::widget) const RECEIPT_PICTURE: &str = "ec-receipt-picture";
/// The field with a text to copy by hand
pub(in crate::widget) const COPY_FIELD: &str = "ec-copy";
/// The file input
pub(in crate::widget) const FILE: &str = "ec-file";
