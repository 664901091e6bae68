//! Reading what stands in an input: the one thing for which the widget touches the browser.

use web_sys::{Element, HtmlInputElement};
use yew::{Event, TargetCast};

/// The text of the input that changed.
pub(super) fn text(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// Whether the checkbox that changed is now ticked.
pub(super) fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// What is written in an attribute of the element that an event is about, or of the next one around it that has it.
pub(super) fn written(event: &Event, selector: &str, attribute: &str) -> Option<String> {
    event.target_dyn_into::<Element>()?.closest(selector).ok()??.get_attribute(attribute)
}
