//! The props of a question.

use std::rc::Rc;

use yew::prelude::*;

use super::reading::Reading;
use crate::engine::{Answer, relevant_options};
use crate::rulebook::{Fact, FactId, FactKind, Options};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Draft, State};

/// The number of options from which those that cannot matter are folded.
const MANY: usize = 10;

/// The id of the message above the questions of a group that have no answer.
pub(super) const GROUP_ERROR: &str = "ec-group.error";

/// Where a question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Layout {
    /// In the list of all questions
    Listed,
    /// Alone on the screen, so that its legend is the heading
    Alone,
    /// On a screen with others
    Grouped {
        /// Whether one option 不清楚 stands for all questions of the screen
        shares_not_sure: bool,
    },
}

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
    /// Whether the user tried to leave it without an answer
    pub(in crate::widget) is_skipped: bool,
    /// The line below its input: how the text was read, or a doubt
    pub(in crate::widget) reading: Option<Reading>,
    /// The options that can still matter; `None` for all
    pub(in crate::widget) relevant: Option<Options>,
    /// Where it is
    pub(in crate::widget) layout: Layout,
}

impl QuestionProps {
    pub(in crate::widget) fn new(
        evaluation: &Rc<Evaluation>,
        state: &State,
        fact: FactId,
        layout: Layout,
    ) -> QuestionProps {
        let is_skipped = state.is_skipped(fact);
        // The group has one message for all.
        let is_grouped = matches!(layout, Layout::Grouped { .. });
        let error = (!is_skipped || !is_grouped).then(|| evaluation.error_text(state, fact));
        QuestionProps {
            evaluation: Rc::clone(evaluation),
            fact,
            draft: state.draft(fact).clone(),
            error: error.flatten(),
            is_skipped,
            reading: Reading::of(evaluation, state, fact),
            relevant: (layout != Layout::Listed).then(|| relevant(evaluation, fact)).flatten(),
            layout,
        }
    }

    pub(super) fn answer(&self) -> Option<Answer> {
        self.evaluation.answers.get(self.fact)
    }

    pub(super) fn definition(&self) -> &Fact {
        &self.evaluation.pack.rules.facts[self.fact]
    }

    /// Whether it has an option 不清楚 of its own.
    pub(super) fn has_not_sure(&self) -> bool {
        self.layout != Layout::Grouped { shares_not_sure: true }
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

/// The options of a long list that can still matter, given the other answers; `None` for all.
fn relevant(evaluation: &Evaluation, fact: FactId) -> Option<Options> {
    let rules = &evaluation.pack.rules;
    let FactKind::Choices(all) = &rules.facts[fact].kind else { return None };
    if all.len() < MANY {
        return None;
    }
    let (answers, assessment) = evaluation.without_answer(fact);
    let context = crate::engine::EvalContext { answers: &answers, ..evaluation.context() };
    let relevant = relevant_options(&context, &assessment, fact);
    (relevant != Options::first(all.len())).then_some(relevant)
}

/// A question renders the same if its own answer, draft, error, reading and options are the same.
impl PartialEq for QuestionProps {
    fn eq(&self, other: &QuestionProps) -> bool {
        self.fact == other.fact
            && self.evaluation.has_same_settings(&other.evaluation)
            && self.answer() == other.answer()
            && (&self.draft, &self.error, self.is_skipped, &self.reading)
                == (&other.draft, &other.error, other.is_skipped, &other.reading)
            && (self.relevant, self.layout) == (other.relevant, other.layout)
    }
}
