//! All questions whose `ask-when` is not false, by topic, for advisers.

use std::rc::Rc;

use yew::prelude::*;

use super::clear_answers::clear_answers;
use super::error_summary::error_summary;
use super::fieldset::Question;
use super::props::{Layout, QuestionProps};
use super::search_box::search_box;
use crate::engine::Truth;
use crate::rulebook::FactId;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::export::save_answers_button;
use crate::widget::results::{results, results_button};
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::{fill, matches};
use crate::widget::ui::{
    back_button, bar, button, heading_target, ids, link_button, primary_button,
};

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
            { bar(
                back_button(catalogue.show_one_question(), show(Screen::Question)),
                html! { if evaluation.is_lapsed() { { catalogue.lapsed_mark() } } },
                link_button(catalogue.see_results(), show(Screen::Results)),
            ) }
            <div class="ec__columns">
                <div>
                    { error_summary(evaluation, state, dispatch) }
                    { by_topic(evaluation, state, dispatch) }
                </div>
                { results(evaluation, state) }
                { results_button(evaluation, dispatch) }
            </div>
            <div class="ec__actions ec__actions--last">
                { primary_button(catalogue.plan_button(), show(Screen::Plan)) }
                { save_answers_button(evaluation) }
                { button(catalogue.start_page_button(), show(Screen::Start)) }
                { clear_answers(evaluation, state, dispatch) }
            </div>
        </div>
    }
}

/// The questions of each topic in a disclosure. Not a form: nothing is submitted, and answers take
/// effect at once.
pub(in crate::widget) fn by_topic(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let count = evaluation.answers.count().to_string();
    let groups: Vec<Html> = groups(evaluation)
        .into_iter()
        .filter_map(|group| disclosed(evaluation, state, group))
        .collect();
    let title = html! { catalogue.show_all_questions() };
    html! {
        <div class="ec-questions">
            { heading_target(evaluation.level, "ec-questions__title", ids::HEADING, title) }
            <p class="ec-questions__count">{ fill(catalogue.answered_count(), &[("count", &count)]) }</p>
            { search_box(evaluation, state, dispatch) }
            if groups.is_empty() {
                <p>{ catalogue.no_questions_found() }</p>
            }
            <>{ for groups }</>
        </div>
    }
}

/// Questions under one title.
struct Group {
    key: Rc<str>,
    title: AttrValue,
    facts: Vec<FactId>,
    is_open: bool,
}

/// The questions by topic, the chosen topics first and open. Each question is in the first topic
/// that uses it. By section if the pack has no topics.
fn groups(evaluation: &Evaluation) -> Vec<Group> {
    let (rules, chosen) = (&evaluation.pack.rules, evaluation.wanted.topics());
    let mut left: Vec<FactId> = rules.facts.iter().map(|(fact, _)| fact).collect();
    let mut take = |is_here: &dyn Fn(&FactId) -> bool| -> Vec<FactId> {
        let (here, rest) = std::mem::take(&mut left).into_iter().partition(is_here);
        left = rest;
        here
    };
    if rules.topics.is_empty() {
        let section = |(id, section): (_, &crate::rulebook::Section)| Group {
            key: Rc::clone(&section.id),
            title: evaluation.text(&section.title),
            facts: take(&|fact| rules.facts[*fact].section == id),
            is_open: true,
        };
        return rules.sections.iter().map(section).collect();
    }
    let mut topics: Vec<_> = rules.topics.iter().map(|(id, _)| id).collect();
    topics.sort_by_key(|id| !chosen.contains(id));
    let first = topics.first().copied();
    let mut groups: Vec<Group> = topics
        .into_iter()
        .map(|id| {
            let topic = &rules.topics[id];
            let uses = |fact: &FactId| {
                topic.measures.iter().any(|measure| rules.facts_of(*measure).contains(fact))
            };
            let is_open = chosen.contains(&id) || chosen.is_empty() && first == Some(id);
            let title = evaluation.text(&topic.title);
            Group { key: Rc::clone(&topic.id), title, facts: take(&uses), is_open }
        })
        .collect();
    groups.push(Group {
        key: "".into(),
        title: evaluation.pack.catalogue.other_questions().clone(),
        facts: left,
        is_open: false,
    });
    groups
}

/// A disclosure with the questions of a group that match the search; `None` if there are none.
/// Open while a search shows something in it.
fn disclosed(evaluation: &Rc<Evaluation>, state: &State, group: Group) -> Option<Html> {
    let rules = &evaluation.pack.rules;
    let is_found = |fact: &FactId| {
        is_asked(evaluation, *fact)
            && matches(&evaluation.pack, [&rules.facts[*fact].question], &state.question_query)
    };
    let facts: Vec<FactId> = group.facts.into_iter().filter(is_found).collect();
    let open = facts.iter().filter(|fact| evaluation.answers.get(**fact).is_none()).count();
    if facts.is_empty() {
        return None;
    }
    let questions = facts.iter().map(|fact| {
        let key = &*rules.facts[*fact].id;
        html! { <Question {key} ..QuestionProps::new(evaluation, state, *fact, Layout::Listed) /> }
    });
    let is_open = group.is_open || !state.question_query.is_empty();
    Some(html! {
        <details class="ec-topic ec-disclosure" open={is_open} key={&*group.key}>
            <summary class="ec-disclosure__summary">
                <span>{ group.title }</span>
                <span class="ec-topic__count">{ format!("{} / {}", facts.len() - open, facts.len()) }</span>
            </summary>
            <div>{ for questions }</div>
        </details>
    })
}

/// Whether a question is not hidden by other answers.
fn is_asked(evaluation: &Evaluation, fact: FactId) -> bool {
    let when = evaluation.pack.rules.facts[fact].ask_when.as_ref();
    when.is_none_or(|when| evaluation.context().truth(when) != Truth::False)
}
