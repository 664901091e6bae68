//! The answer to a link that was opened while there are other answers, or while a question is open:
//! an offer to restore its answers, or what is wrong with it.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use super::error_text::error_text;
use super::import_error::ImportError;
use crate::widget::context::Dispatch;
use crate::widget::pack::Pack;
use crate::widget::state::Action;
use crate::widget::ui::{button, ids, primary_button};

/// Asks before the answers are replaced; for a link without valid answers, says so.
pub(in crate::widget) fn offer(
    pack: &Pack,
    as_of: Date,
    offered: &Result<Rc<str>, ImportError>,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &pack.catalogue;
    let text = match offered {
        Ok(_) => catalogue.offer_question().clone(),
        Err(ImportError::NotACode | ImportError::DamagedCode | ImportError::DamagedLine(_)) => {
            catalogue.link_damaged().clone()
        }
        Err(error) => error_text(pack, as_of, error).into(),
    };
    let decline = match offered {
        Ok(_) => catalogue.offer_decline_button(),
        Err(_) => catalogue.dismiss_button(),
    };
    html! {
        <section class="ec-inset" id={ids::OFFER} tabindex="-1" aria-label={text.clone()}>
            <p>{ text }</p>
            <div class="ec__actions">
                if offered.is_ok() {
                    { primary_button(catalogue.offer_accept_button(), dispatch.on_click(Action::AcceptOffer)) }
                }
                { button(decline, dispatch.on_click(Action::DeclineOffer)) }
            </div>
        </section>
    }
}
