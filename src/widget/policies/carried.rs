//! Answers that a policy takes over from others, because both ask the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answers;
use crate::rulebook::{FactId, alike};
use crate::widget::context::Dispatch;
use crate::widget::pack::Pack;
use crate::widget::state::Action;
use crate::widget::text::fill;
use crate::widget::ui::{button, ids, primary_button};

/// Answers from other policies. A notice names them, and the person may drop them.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The answers, for the policy that takes them over
    pub answers: Answers,
    /// The facts that they answer
    pub facts: Vec<FactId>,
    /// The titles of the policies that they are from
    pub titles: Vec<Rc<str>>,
}

impl Carried {
    /// No answers to a pack yet.
    pub(super) fn none(pack: &Pack) -> Carried {
        let answers = Answers::none(&pack.rules);
        Carried { answers, facts: Vec::new(), titles: Vec::new() }
    }

    /// Adds the answers of another pack to facts that both define alike. Earlier ones stay.
    ///
    /// Both packs are in the same language, unless one of them lacks the other's. Then their texts
    /// differ, and nothing is alike.
    pub(super) fn add(&mut self, pack: &Pack, from: &Pack, answers: &Answers) {
        let before = self.facts.len();
        for (theirs, answer) in answers.iter() {
            let fact = &from.rules.facts[theirs];
            let Some(ours) = pack.rules.find_fact(&fact.id) else { continue };
            let is_alike = alike(&pack.rules.facts[ours], fact, pack.locale);
            if is_alike && self.answers.get(ours).is_none() {
                self.answers.set(ours, Some(answer));
                self.facts.push(ours);
            }
        }
        if self.facts.len() > before {
            self.titles.push(from.rules.title.get(from.locale));
        }
    }
}

/// Says which answers were taken over, until the person keeps or drops them.
pub(in crate::widget) fn carried_notice(
    pack: &Pack,
    carried: &Carried,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &pack.catalogue;
    let questions = carried.facts.iter().map(|fact| pack.text(&pack.rules.facts[*fact].question));
    let questions: Vec<String> = questions.map(|question| question.to_string()).collect();
    let values = [
        ("title", &*carried.titles.join(catalogue.list_separator())),
        ("count", &*carried.facts.len().to_string()),
        ("answers", &*questions.join(catalogue.semicolon())),
    ];
    html! {
        <section class="ec-inset" id={ids::CARRIED} role="status">
            <p>{ fill(catalogue.carried_text(), &values) }</p>
            <div class="ec__actions">
                {
                    primary_button(
                        catalogue.carried_keep_button(),
                        dispatch.on_click(Action::KeepCarried),
                    )
                }
                { button(catalogue.carried_drop_button(), dispatch.on_click(Action::DropCarried)) }
            </div>
        </section>
    }
}
