//! The details of the policy, in a disclosure below everything that an applicant needs first.

use std::rc::Rc;

use yew::prelude::*;

use super::{notices, timeline, validity_text};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::evidence_note;
use crate::widget::state::{Action, Screen};
use crate::widget::ui::{disclosure, link_button};

/// Period, timeline, evidence, disclaimer and notices, and the choice of another day.
pub(super) fn about(evaluation: &Rc<Evaluation>, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let other_day = dispatch.on_click(Action::Show(Screen::Day));
    let body = html! {
        <div class="ec-start__about">
            <p>{ validity_text(evaluation) }</p>
            <div>{ timeline(evaluation) }</div>
            { evidence_note(evaluation) }
            <p>{ catalogue.disclaimer() }</p>
            { notices(evaluation) }
            <p>{ link_button(catalogue.other_day_button(), other_day) }</p>
        </div>
    };
    disclosure(catalogue.about_title().clone(), false, body)
}
