//! Questions and answers: one question at a time, all questions by section, and the list of current
//! answers.

// The two screens: the next question, and all questions by section.
mod all_questions;
mod question_screen;

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

pub(super) use all_questions::all_questions_screen;
pub(super) use clear_answers::clear_answers;
pub(super) use question_screen::question_screen;

// For previews and stories only.
#[cfg(feature = "cli")]
pub(super) use self::{
    all_questions::by_section, answers_list::answers_list, error_summary::error_summary,
    fieldset::Question, props::QuestionProps, why_asked::why_asked,
};
