//! Possible changes of a measure's outcome: the questions that an open measure still needs, and the
//! nearest miss.

use yew::prelude::*;

use crate::engine::{self, MissingFacts, Outcome, detail_facts};
use crate::rulebook::{FactId, MeasureId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::Action;
use crate::widget::text::{fill, nearest_miss_text};
use crate::widget::ui::link_button;

/// The questions that an open measure still needs, and the answers to find out, each a button to
/// it; `None` for other outcomes, and if no answer can meet it any more.
pub(super) fn still_needed(
    evaluation: &Evaluation,
    id: MeasureId,
    dispatch: &Dispatch,
) -> Option<Html> {
    let assessed = evaluation.assessment.of(id);
    let is_open = assessed.outcome == Outcome::Open && assessed.can_be_met;
    is_open.then(|| {
        let missing = MissingFacts::of(&evaluation.context(), &assessed.missing);
        links(evaluation, &[missing.to_answer, missing.to_find_out].concat(), dispatch)
    })
}

/// The questions on which the amount and the materials of a met measure depend, each a button to
/// it; `None` if there are none.
pub(super) fn details_needed(
    evaluation: &Evaluation,
    id: MeasureId,
    dispatch: &Dispatch,
) -> Option<Html> {
    let facts = detail_facts(&evaluation.context(), id, evaluation.assessment.of(id));
    (!facts.is_empty()).then(|| links(evaluation, &facts, dispatch))
}

fn links(evaluation: &Evaluation, facts: &[FactId], dispatch: &Dispatch) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let links = facts.iter().map(|fact| {
        let question = evaluation.text(&rules.facts[*fact].question);
        let text = fill(catalogue.answer_question_link(), &[("question", &question)]);
        html! { <li>{ link_button(text, dispatch.on_click(Action::GoTo(*fact))) }</li> }
    });
    html! { <ul>{ for links }</ul> }
}

/// The nearest miss; empty if there is none.
pub(super) fn nearest_miss(evaluation: &Evaluation, id: MeasureId) -> Html {
    let pack = &evaluation.pack;
    let Some(nearest) = engine::nearest_miss(&evaluation.context(), id) else {
        return Html::default();
    };
    let text =
        nearest_miss_text(&pack.catalogue, pack.locale, &pack.rules, &evaluation.answers, &nearest);
    html! { <p class="ec-card__nearest">{ text }</p> }
}
