//! The props of a question.

use std::rc::Rc;

use yew::prelude::*;

use super::reading::Reading;
use crate::engine::Answer;
use crate::rulebook::{Fact, FactId};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Draft, State};

/// The props of [`Question`](super::fieldset::Question).
#[derive(Clone, Properties)]
pub(in crate::widget) struct QuestionProps {
    /// The evaluation; of its answers, only the question's own is used
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    /// The fact that the question asks for
    pub(in crate::widget) fact: FactId,
    /// The text of its text field
    pub(in crate::widget) draft: Draft,
    /// The error message
    pub(in crate::widget) error: Option<AttrValue>,
    /// The line below its input: how the text was read, or a doubt
    pub(in crate::widget) reading: Option<Reading>,
    /// Whether it is the only question on the screen, so that its legend is the heading
    pub(in crate::widget) is_alone: bool,
}

impl QuestionProps {
    pub(in crate::widget) fn new(
        evaluation: &Rc<Evaluation>,
        state: &State,
        fact: FactId,
        is_alone: bool,
    ) -> QuestionProps {
        QuestionProps {
            evaluation: Rc::clone(evaluation),
            fact,
            draft: state.draft(fact).clone(),
            error: evaluation.error_text(state, fact),
            reading: Reading::of(evaluation, state, fact),
            is_alone,
        }
    }

    pub(super) fn answer(&self) -> Option<Answer> {
        self.evaluation.answers.get(self.fact)
    }

    pub(super) fn definition(&self) -> &Fact {
        &self.evaluation.pack.rules.facts[self.fact]
    }

    /// The id of an element of the question.
    ///
    /// The first input has the plain id of its fact, so that the focus can move to it. Other
    /// options append `--` and their own id, other elements `.` and a name. Ids of a pack contain
    /// neither, so all ids are distinct.
    pub(super) fn id(&self, suffix: &str) -> AttrValue {
        let id = &self.definition().id;
        if suffix.is_empty() {
            AttrValue::Rc(Rc::clone(id))
        } else {
            format!("{id}{suffix}").into()
        }
    }
}

/// A question renders the same if its own answer, draft, error and reading are the same.
impl PartialEq for QuestionProps {
    fn eq(&self, other: &QuestionProps) -> bool {
        self.fact == other.fact
            && self.evaluation.has_same_settings(&other.evaluation)
            && self.answer() == other.answer()
            && (&self.draft, &self.error, &self.reading, self.is_alone)
                == (&other.draft, &other.error, &other.reading, other.is_alone)
    }
}
