//! Reading what stands in an input: the one thing for which the widget touches the browser.

use web_sys::HtmlInputElement;
use yew::{Event, TargetCast};

/// The text of the input that changed.
pub(super) fn text(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// Whether the checkbox that changed is now ticked.
pub(super) fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}
