//! All questions whose `ask-when` is not false, by section.

use std::rc::Rc;

use yew::prelude::*;

use super::clear_answers::clear_answers;
use super::error_summary::error_summary;
use super::fieldset::Question;
use super::props::QuestionProps;
use crate::engine::Truth;
use crate::rulebook::{FactId, SectionId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::export::save_answers_button;
use crate::widget::results::{results, results_button};
use crate::widget::start::short_banner;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::fill;
use crate::widget::ui::{button, heading, heading_target, ids, link_button, primary_button};

/// All questions, with the results next to them on wide screens, below them on narrow ones.
pub(in crate::widget) fn all_questions_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let show = |screen| dispatch.on_click(Action::Show(screen));
    html! {
        <div>
            <div class="ec__columns">
                <div>
                    { short_banner(evaluation) }
                    { error_summary(evaluation, state, dispatch) }
                    { link_button(catalogue.show_one_question(), show(Screen::Question)) }
                    { by_section(evaluation, state) }
                </div>
                { results(evaluation, state, dispatch) }
                { results_button(evaluation, dispatch) }
            </div>
            <div class="ec__actions ec__actions--last">
                { primary_button(catalogue.checklist_button(), show(Screen::Plan)) }
                { save_answers_button(evaluation) }
                { button(catalogue.start_page_button(), show(Screen::Start)) }
                { clear_answers(evaluation, state, dispatch) }
            </div>
        </div>
    }
}

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
