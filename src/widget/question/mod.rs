//! Questions and answers: the screen with the next question, the screen with all questions, and the
//! list of current answers.

// The two screens: the next question, and all questions by topic.
mod all_questions;
mod question_screen;

// Parts of the screen with the next question.
mod computed_line;
mod group;
mod more;
mod progress;
mod purpose;
mod required;
mod what_changed;

// One question: its props, its fieldset, and the inputs for each kind of fact.
mod fieldset;
mod option_search;
mod options;
mod props;
mod reading;
mod typed_field;

// Around the questions: errors, searches, and the current answers.
mod answers_list;
mod clear_answers;
mod doubts;
mod error_summary;
mod search_box;

pub(super) use all_questions::all_questions_screen;
pub(super) use answers_list::answers_list;
pub(super) use clear_answers::clear_answers;
pub(super) use computed_line::missed_threshold;
pub(super) use doubts::doubts;
pub(super) use question_screen::question_screen;
pub(super) use what_changed::{change_text, what_changed};

// For previews and stories only.
#[cfg(feature = "cli")]
pub(super) use self::{
    all_questions::by_topic,
    error_summary::error_summary,
    fieldset::Question,
    props::{Layout, QuestionProps},
    purpose::purpose,
};
