//! The receipt on the screen: code, copying, picture, link and QR symbol.

use std::rc::Rc;

use yew::prelude::*;

use super::picture::picture_request;
use crate::engine::code_lines;
use crate::widget::context::{CopyRequest, Dispatch, Host, on_click, use_dispatch, use_host};
use crate::widget::evaluation::Evaluation;
use crate::widget::export::download_picture;
use crate::widget::state::{Action, CopyTarget, PlanState};
use crate::widget::ui::{button, copy_field, heading, ids, qr::qr};

/// The props of [`ReceiptCard`].
#[derive(Clone, Properties)]
pub(in crate::widget) struct ReceiptCardProps {
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    pub(in crate::widget) plan: PlanState,
}

/// An evaluation is compared by pointer: a new one means that something changed.
impl PartialEq for ReceiptCardProps {
    fn eq(&self, other: &ReceiptCardProps) -> bool {
        Rc::ptr_eq(&self.evaluation, &other.evaluation) && self.plan == other.plan
    }
}

/// The code in lines of twenty, and what can be done with it in this browser.
#[component]
pub(in crate::widget) fn ReceiptCard(props: &ReceiptCardProps) -> Html {
    let (dispatch, host) = (use_dispatch(), use_host());
    let ReceiptCardProps { evaluation, plan } = props;
    let catalogue = &evaluation.pack.catalogue;
    let code = evaluation.receipt_code();
    let link = evaluation.receipt_link();
    let symbol = qr(link.as_ref().unwrap_or(&code), catalogue.qr_title());
    let lines = code_lines(&code);
    html! {
        <section class="ec-receipt">
            { heading(evaluation.level.below(1), "ec-receipt__label", html! { catalogue.receipt_card_title() }) }
            <p class="ec-receipt__code" translate="no">
                for line in lines {
                    <span>{ line }</span>
                }
            </p>
            <div class="ec-receipt__actions">
                { copy_button(&host, &dispatch, CopyTarget::Code, code.clone(), catalogue.copy_button()) }
                { picture_button(evaluation, &host, &dispatch, button) }
                if let Some(link) = link.clone() {
                    { copy_button(&host, &dispatch, CopyTarget::Link, link, catalogue.copy_link_button()) }
                }
            </div>
            // Always there, so that screen readers announce its text.
            <p class="ec-receipt__note" role="status">{ status(evaluation, plan) }</p>
            if let Some((target, false)) = plan.copied {
                {
                    copy_field(match target {
                        CopyTarget::Code => code,
                        CopyTarget::Link => link.clone().unwrap_or_default(),
                    }, catalogue.receipt_code_label())
                }
            }
            if let Some(picture) = &plan.picture {
                <img
                    class="ec-receipt__picture"
                    id={ids::RECEIPT_PICTURE}
                    tabindex="-1"
                    src={AttrValue::from(Rc::clone(picture))}
                    alt={catalogue.receipt_code_label()}
                />
            }
            if link.is_some() {
                <p class="ec-receipt__note">{ catalogue.link_note() }</p>
            }
            if let Some(symbol) = symbol {
                <div class="ec-receipt__symbol">
                    { symbol }
                    <p class="ec-receipt__note">{ catalogue.qr_title() }</p>
                </div>
            }
        </section>
    }
}

fn status(evaluation: &Evaluation, plan: &PlanState) -> AttrValue {
    let catalogue = &evaluation.pack.catalogue;
    match (plan.copied, &plan.picture) {
        _ if plan.has_picture_failed => catalogue.picture_failed().clone(),
        (Some((_, true)), _) => catalogue.copied_note().clone(),
        (Some((_, false)), _) => catalogue.copy_refused().clone(),
        (None, Some(_)) => catalogue.picture_note().clone(),
        (None, None) => AttrValue::default(),
    }
}

/// A button that copies a text.
fn copy_button(
    host: &Host,
    dispatch: &Dispatch,
    target: CopyTarget,
    text: String,
    label: &AttrValue,
) -> Html {
    let (copy, dispatch, text) = (host.copy.clone(), dispatch.clone(), AttrValue::from(text));
    let onclick = on_click(move || {
        let dispatch = dispatch.clone();
        let reply = Callback::from(move |copied| dispatch.emit(Action::Copied(target, copied)));
        copy.emit(CopyRequest { text: text.clone(), reply });
    });
    button(label, onclick)
}

/// A button that draws the picture of the receipt, shows it, and downloads it where that works.
pub(super) fn picture_button(
    evaluation: &Rc<Evaluation>,
    host: &Host,
    dispatch: &Dispatch,
    button: fn(AttrValue, Callback<MouseEvent>) -> Html,
) -> Html {
    let (evaluation, draw, dispatch) =
        (Rc::clone(evaluation), host.picture.clone(), dispatch.clone());
    let label = evaluation.pack.catalogue.picture_button().clone();
    let onclick = on_click(move || {
        let (dispatch, shown) = (dispatch.clone(), Rc::clone(&evaluation));
        let reply = Callback::from(move |picture: Option<AttrValue>| {
            if let Some(address) = picture.as_ref().filter(|_| shown.abilities.downloads) {
                download_picture(&shown, address);
            }
            dispatch.emit(Action::ShowPicture(picture.map(|address| address.as_str().into())));
        });
        draw.emit(picture_request(&evaluation, reply));
    });
    button(label, onclick)
}
