//! The start screen: what the policy is, and what an applicant can do with it today.

use std::rc::Rc;

use yew::prelude::*;

use super::about::about;
use super::lapsed::lapsed;
use super::not_yet::not_yet;
use super::policy_number;
use crate::engine::PolicyStatus;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::restore::{RestoreForm, rejected_text};
use crate::widget::results::evidence_note;
use crate::widget::state::{Action, State};
use crate::widget::text::fill;
use crate::widget::ui::{button_with_id, heading_target, ids, title_bar};

/// The whole screen. `rules_page` is the address of the rules page, if there is one. `details` is
/// the content of [`details`], which a page does not need before the widget has loaded.
pub(in crate::widget) fn start_screen(
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    rules_page: Option<&AttrValue>,
    details: Html,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let top = match state.today().status {
        PolicyStatus::InForce => in_force(evaluation, state, dispatch),
        PolicyStatus::Lapsed => lapsed(evaluation, dispatch),
        PolicyStatus::NotYet => not_yet(evaluation, state, dispatch),
    };
    html! {
        <div class="ec-start">
            { top }
            { evidence_note(evaluation) }
            <RestoreForm
                catalogue={Rc::clone(catalogue)}
                code={AttrValue::from(Rc::clone(&state.code_draft))}
                error={
                    state.rejected.as_ref().map(|rejected| {
                        rejected_text(&evaluation.pack, evaluation.as_of.asked, rejected)
                    })
                }
            />
            if let Some(href) = rules_page {
                <p>
                    <a class="ec-link" id={ids::RULES} {href} target="_blank" rel="noopener">
                        { catalogue.rules_page_link() }
                    </a>
                </p>
            }
            <p class="ec-start__note">{ catalogue.privacy_note() }</p>
            { about(evaluation, dispatch, details) }
        </div>
    }
}

/// Name, number, last day, one sentence, and the main button.
fn in_force(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let days = match (rules.in_force.to, rules.in_force.from) {
        (Some(to), _) => Some(fill(catalogue.valid_until(), &[("day", &catalogue.day(to))])),
        (None, Some(from)) => Some(fill(catalogue.valid_since(), &[("day", &catalogue.day(from))])),
        (None, None) => None,
    };
    html! {
        <>
            { title_bar(html! { policy_number(evaluation).unwrap_or_default() }) }
            <div class="ec-start__head">
                { title(evaluation) }
                if let Some(days) = days {
                    <p class="ec-start__days">{ days }</p>
                }
                <p>{ catalogue.start_sentence() }</p>
            </div>
            { begin_button(evaluation, state, dispatch, catalogue.choose_topics_button()) }
        </>
    }
}

/// The title of the policy, the heading of the screen.
pub(super) fn title(evaluation: &Evaluation) -> Html {
    let title = evaluation.own(&evaluation.pack.rules.title);
    heading_target(evaluation.level, "ec-start__title", ids::HEADING, title)
}

/// The main button of a policy that has not lapsed. A pack without topics has no choice to make.
pub(super) fn begin_button(
    evaluation: &Evaluation,
    state: &State,
    dispatch: &Dispatch,
    text: &AttrValue,
) -> Html {
    let has_topics = !evaluation.pack.rules.topics.is_empty();
    let text = if has_topics { text } else { evaluation.pack.catalogue.start_button() };
    let onclick = dispatch.on_click(Action::Show(state.after_start()));
    html! { <p>{ button_with_id(ids::BEGIN, "ec-button ec-button--main", text, onclick) }</p> }
}
