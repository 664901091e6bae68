//! All questions whose `ask-when` is not false, by section.

use std::rc::Rc;

use yew::prelude::*;

use super::fieldset::Question;
use super::props::QuestionProps;
use crate::engine::Truth;
use crate::rulebook::{FactId, SectionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::state::State;
use crate::widget::text::fill;
use crate::widget::ui::{heading, heading_target, ids};

/// The questions of all sections. Not a form: nothing is submitted, and answers take effect at
/// once.
pub(in crate::widget) fn by_section(evaluation: &Rc<Evaluation>, state: &State) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let title = html! { catalogue.questions_title() };
    let count = evaluation.answers.count().to_string();
    let sections =
        evaluation.pack.rules.sections.iter().filter_map(|(id, _)| section(evaluation, state, id));
    html! {
        <div class="ec-questions">
            { heading_target(evaluation.level.below(1), "ec-questions__title", ids::HEADING, title) }
            <p class="ec-questions__count">{ fill(catalogue.answered_count(), &[("count", &count)]) }</p>
            <>{ for sections }</>
        </div>
    }
}

/// A section with its questions; `None` if it has none to ask.
fn section(evaluation: &Rc<Evaluation>, state: &State, id: SectionId) -> Option<Html> {
    let section = &evaluation.pack.rules.sections[id];
    let mut facts = facts(evaluation, id).peekable();
    facts.peek()?;
    let questions = facts.map(|fact| {
        let key = &*evaluation.pack.rules.facts[fact].id;
        html! { <Question {key} ..QuestionProps::new(evaluation, state, fact, false) /> }
    });
    let title = html! { evaluation.text(&section.title) };
    Some(html! {
        <section class="ec-section" key={&*section.id}>
            { heading(evaluation.level.below(2), "ec-section__title", title) }
            <>{ for questions }</>
        </section>
    })
}

/// The facts of a section, except those whose `ask-when` is false.
fn facts(evaluation: &Evaluation, section: SectionId) -> impl Iterator<Item = FactId> {
    let context = evaluation.context();
    evaluation.pack.rules.facts.iter().filter_map(move |(id, fact)| {
        let is_asked =
            fact.ask_when.as_ref().is_none_or(|when| context.truth(when) != Truth::False);
        (fact.section == section && is_asked).then_some(id)
    })
}
