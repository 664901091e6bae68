//! Step: find out what was answered 不清楚, and answer the questions that are still open.

use yew::prelude::*;

use super::step::Step;
use super::titles::titles;
use crate::engine::facts_to_find_out;
use crate::rulebook::{FactId, FactSet, MeasureId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::{fill, question_text};
use crate::widget::ui::link_button;

/// Open questions that are listed; a link leads to the others.
const LISTED: usize = 5;

/// An answer that is missing.
struct Missing {
    fact: FactId,
    /// The number of questions that wait for it
    waiting: usize,
    /// The measures that depend on it
    measures: Vec<MeasureId>,
}

/// The missing answers with links that return to the plan; `None` if no answer can change an
/// outcome.
pub(super) fn find_out(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
) -> Option<Step> {
    let catalogue = &evaluation.pack.catalogue;
    let unsure = unsure(evaluation);
    let open = open(evaluation, state, &unsure);
    let count = unsure.len() + open.len();
    if count == 0 {
        return None;
    }
    let listed: Vec<&Missing> = unsure.iter().chain(open.iter().take(LISTED)).collect();
    let names = listed.iter().map(|missing| question(evaluation, missing.fact));
    let more = open.len().saturating_sub(LISTED);
    Some(Step {
        title: fill(catalogue.find_out_title(), &[("count", &count.to_string())]),
        summary: names.collect::<Vec<_>>().join(catalogue.semicolon()),
        details: html! {
            <ul class="ec-plan__list">
                for missing in listed {
                    <li>{ item(evaluation, missing, dispatch) }</li>
                }
                if more > 0 {
                    <li>
                        {
                            link_button(
                                fill(catalogue.questions_open_link(), &[("count", &more.to_string())]),
                                dispatch.on_click(Action::Show(Screen::Question)),
                            )
                        }
                    </li>
                }
            </ul>
        },
    })
}

/// The facts answered 不清楚 that can still change an outcome.
fn unsure(evaluation: &Evaluation) -> Vec<Missing> {
    let Evaluation { pack, answers, compiled, assessment, wanted, .. } = evaluation;
    let facts = facts_to_find_out(compiled, &pack.rules, answers, assessment, wanted);
    let missing = facts.into_iter().map(|known| Missing {
        fact: known.fact,
        waiting: known.waiting.len(),
        measures: known.measures,
    });
    missing.collect()
}

/// The facts without an answer that can still change an outcome; not those that are asked only
/// after one in `unsure`, and none if the interview asks nothing more.
fn open(evaluation: &Evaluation, state: &State, unsure: &[Missing]) -> Vec<Missing> {
    if evaluation.next.is_none() {
        return Vec::new();
    }
    let is_unsure = |fact: FactId| unsure.iter().any(|missing| missing.fact == fact);
    let mut open: Vec<Missing> = Vec::new();
    for (measure, assessed) in evaluation.assessment.iter() {
        if !assessed.can_be_met || evaluation.wanted.weight(measure) == 0 {
            continue;
        }
        for fact in &assessed.missing {
            let is_asked = evaluation.answers.get(*fact).is_none()
                && !state.is_hidden(*fact)
                && !waits_for(evaluation, *fact).into_iter().any(is_unsure);
            if !is_asked {
                continue;
            }
            match open.iter_mut().find(|missing| missing.fact == *fact) {
                Some(missing) => missing.measures.push(measure),
                None => open.push(Missing { fact: *fact, waiting: 0, measures: vec![measure] }),
            }
        }
    }
    open.sort_unstable_by_key(|missing| missing.fact);
    open
}

/// The facts that decide whether a question concerns the applicant.
fn waits_for(evaluation: &Evaluation, fact: FactId) -> Vec<FactId> {
    let rules = &evaluation.pack.rules;
    let mut facts = FactSet::default();
    if let Some(when) = &rules.facts[fact].ask_when {
        evaluation.context().missing(when, &mut facts);
    }
    facts.into_vec()
}

fn question(evaluation: &Evaluation, fact: FactId) -> String {
    question_text(&evaluation.text(&evaluation.pack.rules.facts[fact].question)).to_owned()
}

fn item(evaluation: &Evaluation, missing: &Missing, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let link = dispatch.on_click(Action::GoTo(missing.fact));
    let decides = titles(evaluation, &missing.measures);
    let waiting = missing.waiting.to_string();
    html! {
        <>
            { link_button(question(evaluation, missing.fact), link) }
            <p>{ fill(catalogue.decides(), &[("measures", &decides)]) }</p>
            if missing.waiting > 0 {
                <p>{ fill(catalogue.waiting_questions(), &[("count", &waiting)]) }</p>
            }
        </>
    }
}
