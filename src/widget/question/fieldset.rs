//! One question: legend, hint, error, and the inputs for the kind of its fact.

use std::rc::Rc;

use yew::prelude::*;

use super::options::{checkboxes, not_sure, radios, yes_or_no};
use super::typed_field::typed_field;
use crate::engine::Answer;
use crate::rulebook::{Fact, FactId, FactKind};
use crate::widget::context::{Dispatch, use_dispatch};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Draft, State};
use crate::widget::ui::{heading_target, ids};

/// The props of [`Question`].
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

/// A question renders the same if its own answer, draft and error are the same.
impl PartialEq for QuestionProps {
    fn eq(&self, other: &QuestionProps) -> bool {
        self.fact == other.fact
            && self.evaluation.has_same_settings(&other.evaluation)
            && self.answer() == other.answer()
            && (&self.draft, &self.error, self.is_alone)
                == (&other.draft, &other.error, other.is_alone)
    }
}

/// A fieldset with legend, hint, error and inputs.
#[component]
pub(in crate::widget) fn Question(props: &QuestionProps) -> Html {
    let dispatch = use_dispatch();
    let fact = props.definition();
    // The text field of a typed fact shows the error itself.
    let is_typed = matches!(fact.kind, FactKind::Number(_) | FactKind::Date);
    let error = props.error.as_ref().filter(|_| !is_typed);
    let hint = hint(props, fact);
    let (hint_id, error_id) = (props.id(".hint"), props.id(".error"));
    let described: Vec<&str> = [hint.as_ref().map(|_| &*hint_id), error.map(|_| &*error_id)]
        .into_iter()
        .flatten()
        .collect();
    html! {
        <fieldset
            class="ec-question"
            aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
        >
            { legend(props, fact) }
            if let Some(hint) = hint {
                <p class="ec-question__hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = error {
                <p class="ec-field__error" id={error_id}>{ error }</p>
            }
            { inputs(props, fact, &dispatch) }
        </fieldset>
    }
}

fn legend(props: &QuestionProps, fact: &Fact) -> Html {
    let text = html! { props.evaluation.text(&fact.question) };
    let text = if props.is_alone {
        heading_target(props.evaluation.level.below(1), "ec-step__title", ids::HEADING, text)
    } else {
        text
    };
    html! { <legend class="ec-question__legend">{ text }</legend> }
}

/// The hint of the fact, and whether several options can be selected.
fn hint(props: &QuestionProps, fact: &Fact) -> Option<AttrValue> {
    let hint = fact.hint.as_ref().map(|hint| props.evaluation.text(hint));
    let several = matches!(fact.kind, FactKind::Choices(_))
        .then(|| props.evaluation.pack.catalogue.select_all_that_apply());
    match (hint, several) {
        (Some(hint), Some(several)) => Some(format!("{hint}{several}").into()),
        (Some(hint), None) => Some(hint),
        (None, several) => several.cloned(),
    }
}

fn inputs(props: &QuestionProps, fact: &Fact, dispatch: &Dispatch) -> Html {
    match &fact.kind {
        FactKind::YesNo => yes_or_no(props, dispatch),
        FactKind::Choice(all) => radios(props, dispatch, all),
        FactKind::Choices(all) => checkboxes(props, dispatch, all),
        FactKind::Number(_) | FactKind::Date => html! {
            <>
                { typed_field(props, dispatch) }
                { not_sure(props, dispatch, "checkbox") }
            </>
        },
    }
}
