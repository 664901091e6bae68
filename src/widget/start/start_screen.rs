//! The start screen: purpose, audience, length and privacy, and the buttons to start or to resume.

use std::rc::Rc;

use yew::prelude::*;

use super::{banner, notices, timeline, validity_text};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::restore::RestoreForm;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::fill;
use crate::widget::ui::{button, primary_button};

/// The whole screen. `rules_page` is the address of the rules page, if there is one.
pub(in crate::widget) fn start_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    rules_page: Option<&AttrValue>,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    html! {
        <div class="ec-start">
            { banner(evaluation, state, dispatch) }
            <ul class="ec-start__about">
                <li>{ catalogue.intro() }</li>
                <li>{ catalogue.audience() }</li>
                <li>{ length(evaluation) }</li>
                <li>{ catalogue.privacy_note() }</li>
            </ul>
            { actions(evaluation, state, dispatch, rules_page) }
            <RestoreForm
                pack={evaluation.pack.clone()}
                as_of={evaluation.as_of.asked}
                code={AttrValue::from(Rc::clone(&state.code_draft))}
                rejected={state.rejected.clone()}
            />
            <div class="ec-start__status">
                <p>{ validity_text(evaluation) }</p>
                <div>{ timeline(evaluation) }</div>
            </div>
            { notices(evaluation) }
        </div>
    }
}

/// The number of measures and of questions.
fn length(evaluation: &Evaluation) -> String {
    let left =
        evaluation.next.as_ref().map(|next| next.max_remaining).unwrap_or_default().to_string();
    let measures = evaluation.pack.rules.measures.len().to_string();
    fill(evaluation.pack.catalogue.length_note(), &[("measures", &measures), ("left", &left)])
}

fn actions(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
    rules_page: Option<&AttrValue>,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let begin = if state.answers.count() == 0 {
        catalogue.start_button()
    } else {
        catalogue.questions_button()
    };
    let start = match state.first_screen() {
        Screen::Topics => Screen::Topics,
        _ => Screen::Question,
    };
    html! {
        <div class="ec__actions">
            { primary_button(begin, dispatch.on_click(Action::Show(start))) }
            { button(catalogue.show_all_questions(), dispatch.on_click(Action::Show(Screen::AllQuestions))) }
            if let Some(href) = rules_page {
                <a class="ec-link ec-link--action" {href} target="_blank" rel="noopener">{ catalogue.rules_page_link() }</a>
            }
        </div>
    }
}
