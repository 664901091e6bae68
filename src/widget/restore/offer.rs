//! The offer to restore the answers of a link that was opened while there are other answers.

use yew::prelude::*;

use crate::widget::context::Dispatch;
use crate::widget::pack::Pack;
use crate::widget::state::Action;
use crate::widget::ui::{button, ids, primary_button};

/// Asks before the answers are replaced.
pub(in crate::widget) fn offer(pack: &Pack, dispatch: &Dispatch) -> Html {
    let catalogue = &pack.catalogue;
    html! {
        <section class="ec-inset" id={ids::OFFER} tabindex="-1" aria-label={catalogue.offer_question()}>
            <p>{ catalogue.offer_question() }</p>
            <div class="ec__actions">
                { primary_button(catalogue.offer_accept_button(), dispatch.on_click(Action::AcceptOffer)) }
                { button(catalogue.offer_decline_button(), dispatch.on_click(Action::DeclineOffer)) }
            </div>
        </section>
    }
}
