//! Questions and answers: one question at a time, all questions by section, and the list of current
//! answers.

// The two screens: one question at a time, and all questions by section.
mod by_section;
mod step;

// One question: its props, its fieldset, and the inputs for each kind of fact.
mod fieldset;
mod option_search;
mod options;
mod props;
mod reading;
mod typed_field;

// Around the questions: reasons, errors, and the current answers.
mod answers_list;
mod clear_answers;
mod error_summary;
mod why_asked;

pub(super) use by_section::by_section;
pub(super) use clear_answers::clear_answers;
pub(super) use error_summary::error_summary;
pub(super) use step::step;

// For previews and stories only.
#[cfg(feature = "cli")]
pub(super) use self::{
    answers_list::answers_list, fieldset::Question, props::QuestionProps, why_asked::why_asked,
};
