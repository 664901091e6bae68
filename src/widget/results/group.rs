//! A group of results: the measures with one outcome.

use std::rc::Rc;

use yew::prelude::*;

use super::measure_card::MeasureCard;
use crate::engine::Outcome;
use crate::rulebook::MeasureId;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, State};
use crate::widget::text::{fill, matches};
use crate::widget::ui::heading;

/// The number of measures that a group shows at first, without a filter.
///
/// Hidden cards are not rendered, because one answer may move all of them to another group.
const FIRST: usize = 8;

/// A heading with the count, and the cards; `None` if no measure matches.
pub(super) fn group(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    outcome: Outcome,
) -> Option<Html> {
    let measures = matching(evaluation, state, outcome);
    if measures.is_empty() {
        return None;
    }
    let catalogue = &evaluation.pack.catalogue;
    let title = html! { format!("{} {}", catalogue.outcome_text(outcome), measures.len()) };
    let is_filtered = state.outcome_filter.is_some() || !state.query.is_empty();
    let first = match outcome {
        _ if is_filtered => usize::MAX,
        Outcome::NotApplicable | Outcome::NotInForce => 0,
        Outcome::Met
        | Outcome::MetInDirection
        | Outcome::MetOnceSettled
        | Outcome::Open
        | Outcome::NotMet => FIRST,
    };
    let more = measures.len().saturating_sub(first);
    let is_in_full = state.is_shown_in_full(outcome);
    let card = |measure: &MeasureId| {
        html! {
            <MeasureCard
                key={&*evaluation.pack.rules.measures[*measure].id}
                evaluation={Rc::clone(evaluation)}
                measure={*measure}
                is_expanded={state.is_expanded(*measure)}
            />
        }
    };
    let (shown, hidden) = measures.split_at_checked(first).unwrap_or((&measures, &[]));
    Some(html! {
        <section class={class(outcome)} key={outcome.name()}>
            { heading(evaluation.level.below(2), "ec-group__title", title) }
            <>{ for shown.iter().map(card) }</>
            if more > 0 {
                <button
                    class="ec-link"
                    type="button"
                    aria-expanded={is_in_full.to_string()}
                    onclick={dispatch.on_click(Action::ShowAll(outcome))}
                >
                    { fill(catalogue.show_more(), &[("count", &more.to_string())]) }
                </button>
            }
            if is_in_full {
                <>{ for hidden.iter().map(card) }</>
            }
        </section>
    })
}

/// The measures with an outcome whose titles, summaries or synonyms match the search.
fn matching(evaluation: &Evaluation, state: &State, outcome: Outcome) -> Vec<MeasureId> {
    let measures = evaluation.assessment.iter().filter(|(_, assessed)| assessed.outcome == outcome);
    let is_match = |measure: &MeasureId| {
        let measure = &evaluation.pack.rules.measures[*measure];
        let texts = [&measure.title, &measure.summary].into_iter().chain(&measure.synonyms);
        matches(&evaluation.pack, texts, &state.query)
    };
    measures.map(|(measure, _)| measure).filter(is_match).collect()
}

fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "ec-group ec-group--met",
        Outcome::MetInDirection => "ec-group ec-group--met-in-direction",
        Outcome::MetOnceSettled => "ec-group ec-group--met-once-settled",
        Outcome::Open => "ec-group ec-group--open",
        Outcome::NotMet => "ec-group ec-group--not-met",
        Outcome::NotApplicable | Outcome::NotInForce => "ec-group",
    }
}
