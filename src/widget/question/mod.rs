//! Questions and answers: one question at a time, all questions by section, and the list of answers so far.

mod answers_list;
mod by_section;
mod clear_answers;
mod error_summary;
mod fieldset;
mod option_search;
mod options;
mod step;
mod typed_field;
mod why_asked;

pub(super) use by_section::by_section;
pub(super) use clear_answers::clear_answers;
pub(super) use error_summary::error_summary;
pub(super) use step::step;

// What only previews and stories use.
#[cfg(feature = "cli")]
pub(super) use self::{
    answers_list::answers_list,
    fieldset::{Question, QuestionProps},
    why_asked::why_asked,
};
