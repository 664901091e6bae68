//! Below a question: the answers so far, all questions, the receipt code, and clearing.

use yew::prelude::*;

use super::answers_list::answers_list;
use super::clear_answers::clear_answers;
use crate::engine::Receipt;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::{fill, receipt_text};
use crate::widget::ui::{button, disclosure, heading};

/// A disclosure. Open while clearing waits for its confirmation.
pub(super) fn more(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let count = state.answers.count();
    let title = fill(catalogue.answers_title(), &[("count", &count.to_string())]);
    let all_questions = dispatch.on_click(Action::Show(Screen::AllQuestions));
    let body = html! {
        <div class="ec-more__content">
            <div class="ec__actions">
                { button(catalogue.show_all_questions(), all_questions) }
                if count > 0 {
                    { clear_answers(evaluation, state, dispatch) }
                }
            </div>
            if count > 0 {
                <p class="ec-more__receipt">{ receipt(evaluation, state) }</p>
                { heading(evaluation.level.below(1), "ec-more__title", html! { title }) }
                { answers_list(evaluation, state, dispatch) }
            }
        </div>
    };
    html! {
        <div class="ec-more">
            { disclosure(catalogue.more_title().clone(), state.is_confirming_clear, body) }
        </div>
    }
}

fn receipt(evaluation: &Evaluation, state: &State) -> String {
    let (rules, topics) = (&evaluation.pack.rules, evaluation.wanted.topics());
    let code = Receipt::encode(rules, evaluation.as_of.asked, topics, &state.answers);
    receipt_text(&evaluation.pack.catalogue, &code)
}
