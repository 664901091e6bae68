//! The topics next to the results: those chosen with their results, the others with the questions
//! that they would add.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Outcome, Wanted, next_question};
use crate::rulebook::TopicId;
use crate::widget::context::use_dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::Action;
use crate::widget::text::fill;

/// The props of [`Aside`].
#[derive(Clone, Properties)]
pub(in crate::widget) struct AsideProps {
    pub(in crate::widget) evaluation: Rc<Evaluation>,
}

impl PartialEq for AsideProps {
    fn eq(&self, other: &AsideProps) -> bool {
        self.evaluation.is_same(&other.evaluation)
    }
}

/// A list of topics. Those that are not chosen are buttons that add them.
#[component]
pub(in crate::widget) fn Aside(props: &AsideProps) -> Html {
    let dispatch = use_dispatch();
    let evaluation = &props.evaluation;
    let catalogue = &evaluation.pack.catalogue;
    let chosen = evaluation.wanted.topics();
    let topics = evaluation.pack.rules.topics.iter();
    html! {
        <div class="ec-results__chosen" role="group" aria-labelledby="ec-topics-label">
            <p class="ec-results__topics-title" id="ec-topics-label">{ catalogue.topics_label() }</p>
            <ul class="ec-results__topics-list">
                for (id, topic) in topics {
                    <li key={&*topic.id}>
                        if chosen.is_empty() || chosen.contains(&id) {
                            <span class="ec-results__topic ec-results__topic--chosen">
                                <span>{ evaluation.own(&topic.title) }</span>
                                { " " }
                                <span class="ec-results__topic-note">{ results(evaluation, id) }</span>
                            </span>
                        } else {
                            <button
                                class="ec-results__topic"
                                type="button"
                                onclick={dispatch.on_click(Action::AddTopic(id))}
                            >
                                <span>{ evaluation.own(&topic.title) }</span>
                                { " " }
                                <span class="ec-results__topic-note">{ more_questions(evaluation, id) }</span>
                            </button>
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// The number of measures of a topic that can be applied for, now or later.
fn results(evaluation: &Evaluation, id: TopicId) -> String {
    let outcome = |measure| evaluation.assessment.of(measure).outcome;
    let measures = evaluation.pack.rules.topics[id].measures.iter();
    let count = measures.filter(|measure| outcome(**measure) < Outcome::Open).count();
    fill(evaluation.pack.catalogue.topic_results(), &[("count", &count.to_string())])
}

/// The screens that a topic would add: at most the upper bound by the current answers, usually the
/// median.
fn more_questions(evaluation: &Evaluation, id: TopicId) -> String {
    let (rules, catalogue) = (&evaluation.pack.rules, &evaluation.pack.catalogue);
    let wanted = Wanted::new(rules, &[id]);
    let answers = wanted.with_preset(&evaluation.given);
    let assessment = evaluation.compiled.assess(rules, &answers);
    let next = next_question(&evaluation.compiled, rules, &answers, &assessment, &wanted);
    let Some(next) = next else { return catalogue.topic_without_questions().to_string() };
    let median = rules.topics[id].screens.map(usize::from).filter(|median| *median > 0);
    let count = median.map_or(next.max_screens, |median| median.min(next.max_screens));
    fill(catalogue.topic_questions(), &[("count", &count.to_string())])
}
