//! The reason for a question: how many measures depend on it, and which.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Assessment, Outcome};
use crate::rulebook::{FactId, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::fill;

/// A sentence with the count, and the titles in a disclosure; empty if no measure depends on the
/// question.
pub(in crate::widget) fn why_asked(evaluation: &Evaluation, fact: FactId) -> Html {
    let measures = dependent_measures(evaluation, fact);
    if measures.is_empty() {
        return Html::default();
    }
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let sentence = fill(catalogue.why_asked(), &[("count", &measures.len().to_string())]);
    // Many questions have this summary. The hidden question distinguishes them in a screen reader's
    // list.
    let question = format!("{}{}", catalogue.colon(), evaluation.text(&rules.facts[fact].question));
    html! {
        <div class="ec-why">
            <p class="ec-why__sentence">{ sentence }</p>
            <details class="ec-why__details">
                <summary class="ec-why__summary">
                    { catalogue.which_measures() }
                    <span class="ec-hidden">{ question }</span>
                </summary>
                <ul class="ec-why__measures">
                    for id in measures {
                        <li>{ evaluation.text(&rules.measures[id].title) }</li>
                    }
                </ul>
            </details>
        </div>
    }
}

/// The open measures that still need the fact; if there are none, all measures that use it.
///
/// Ignores the question's own answer, so that the text does not change while the user answers.
fn dependent_measures(evaluation: &Evaluation, fact: FactId) -> Vec<MeasureId> {
    let rules = &evaluation.pack.rules;
    let assessment = match evaluation.answers.get(fact) {
        None => Rc::clone(&evaluation.assessment),
        Some(_) => {
            let mut answers = evaluation.answers.clone();
            answers.set(fact, None);
            Rc::new(evaluation.compiled.assess(rules, &answers))
        }
    };
    let open = open_measures(&assessment, fact);
    if !open.is_empty() {
        return open;
    }
    let measures = rules.measures.iter().map(|(id, _)| id);
    measures.filter(|id| rules.facts_of(*id).contains(&fact)).collect()
}

fn open_measures(assessment: &Assessment, fact: FactId) -> Vec<MeasureId> {
    let open = assessment.iter().filter(|(_, assessed)| assessed.outcome == Outcome::Open);
    open.filter(|(_, assessed)| assessed.missing.contains(&fact)).map(|(id, _)| id).collect()
}
