//! The browser's `beforeunload` warning while there are unsaved answers.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;
use yew::prelude::*;

/// While `is_unsaved`, the browser asks for confirmation before it leaves the page. Browsers show
/// their own text.
#[hook]
pub(crate) fn use_unload_warning(is_unsaved: bool) {
    use_effect_with(is_unsaved, |is_unsaved| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = is_unsaved.then(|| {
            EventListener::new_with_options(&window(), "beforeunload", options, |event| {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    // Chromium before 119 ignores `preventDefault`.
                    event.set_return_value("1");
                }
            })
        });
        move || drop(listener)
    });
}
