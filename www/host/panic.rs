//! The panic hook: reports to the element that this instance is broken.

use std::cell::RefCell;

use crate::script::Listener;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Installs a panic hook that reports to a listener. An instance has only one widget.
pub(crate) fn report_to(listener: &Listener) {
    LISTENER.set(Some(listener.clone()));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        LISTENER.with_borrow(|listener| {
            listener.iter().for_each(|listener| listener.on_panic(&message))
        });
    }));
}
