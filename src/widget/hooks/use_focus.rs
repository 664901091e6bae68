//! Moves the keyboard focus to the target that the state requests.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};
use yew::prelude::*;

use crate::rulebook::RulePack;
use crate::widget::state::{FocusRequest, FocusTarget};
use crate::widget::ui::ids;

/// Moves the focus to the requested target within `root`, after it has rendered.
#[hook]
pub(crate) fn use_focus(root: &NodeRef, request: FocusRequest, pack: &RulePack) {
    let id = request.target.map(|target| element_id(target, pack));
    let root = root.clone();
    use_effect_with(request.serial, move |_| {
        if let (Some(id), Some(root)) = (id, root.cast::<Element>()) {
            focus(&root, &id);
            if request.target == Some(FocusTarget::Heading) {
                scroll_to_top(&root);
            }
        }
    });
}

/// Moves the focus to the heading of a screen that takes the place of another one, once.
#[hook]
pub(crate) fn use_heading_focus(root: &NodeRef, takes_focus: bool) {
    let root = root.clone();
    use_effect_with((), move |()| {
        if let Some(root) = root.cast::<Element>().filter(|_| takes_focus) {
            focus(&root, ids::HEADING);
            scroll_to_top(&root);
        }
    });
}

fn element_id(target: FocusTarget, pack: &RulePack) -> AttrValue {
    AttrValue::Static(match target {
        FocusTarget::Question(fact) => return AttrValue::Rc(pack.facts[fact].id.clone()),
        FocusTarget::Heading => ids::HEADING,
        FocusTarget::AsOf => ids::AS_OF,
        FocusTarget::TopicsError => ids::TOPICS_ERROR,
        FocusTarget::ErrorSummary => ids::ERROR_SUMMARY,
        FocusTarget::Results => ids::RESULTS_HEADING,
        FocusTarget::ClearQuestion => ids::CLEAR_QUESTION,
        FocusTarget::ClearButton => ids::CLEAR_BUTTON,
        FocusTarget::RestoreNotice => ids::RESTORE_NOTICE,
        FocusTarget::Code => ids::CODE,
        FocusTarget::File => ids::FILE,
        FocusTarget::Picture => ids::PICTURE,
        FocusTarget::Offer => ids::OFFER,
        FocusTarget::ReceiptPicture => ids::RECEIPT_PICTURE,
        FocusTarget::CopyField => ids::COPY_FIELD,
    })
}

/// Shows the top of a new screen, at the same place each time: the top of the page if the widget
/// begins near it, or else the top of the widget.
fn scroll_to_top(root: &Element) {
    let window = window();
    root.scroll_into_view();
    let scrolled = window.scroll_y().unwrap_or_default();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if root.get_bounding_client_rect().top() + scrolled < height / 4.0 {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Focuses the element with an id within `root`; `root` itself if there is none.
///
/// Not by `getElementById`: the widget is usually inside a shadow root.
pub(super) fn focus(root: &Element, id: &str) {
    let found = root.query_selector(&format!("[id=\"{id}\"]")).ok().flatten();
    let target = found.as_ref().unwrap_or(root);
    // An element in a folded disclosure cannot be focused.
    while let Ok(Some(folded)) = target.closest("details:not([open])") {
        if folded.set_attribute("open", "").is_err() {
            break;
        }
    }
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        // If the target cannot be focused, the focus does not move.
        let _ = target.focus();
    }
}

/// The focused element within `root`.
pub(super) fn active_element(root: &Element) -> Option<Element> {
    let node: &Node = root;
    let active = match node.get_root_node().dyn_into::<ShadowRoot>() {
        Ok(shadow_root) => shadow_root.active_element(),
        Err(_) => window().document().and_then(|document| document.active_element()),
    };
    active.filter(|active| root.contains(Some(active)))
}
