//! The details of the policy, in a disclosure below everything that an applicant needs first.

use yew::prelude::*;

use super::{notices, timeline, validity_text};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen};
use crate::widget::ui::{disclosure, link_button};

/// Period and disclaimer, the details, and the choice of another day.
pub(super) fn about(evaluation: &Evaluation, dispatch: &Dispatch, details: Html) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let other_day = dispatch.on_click(Action::Show(Screen::Day));
    let body = html! {
        <div class="ec-start__about">
            <p>{ validity_text(evaluation) }</p>
            <p>{ catalogue.disclaimer() }</p>
            { details }
            <p>{ link_button(catalogue.other_day_button(), other_day) }</p>
        </div>
    };
    disclosure(catalogue.about_title().clone(), false, body)
}

/// Timeline and notices. The timeline depends on the day.
pub(in crate::widget) fn details(evaluation: &Evaluation) -> Html {
    html! {
        <>
            <div>{ timeline(evaluation) }</div>
            { notices(evaluation) }
        </>
    }
}
