//! The callbacks of the app that call the element's listener.

use std::rc::Rc;

use eligibility_check::engine::Outcome;
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::{Host, ScanRequest, ScanResult};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Blob;
use yew::platform::spawn_local;
use yew::{AttrValue, Callback};

use crate::script::{Listener, Scanner};

/// A host whose callbacks call the listener.
pub(crate) fn host(listener: &Rc<Listener>) -> Host {
    Host {
        on_change: callback(listener, |listener, counts: Rc<[(Outcome, usize)]>| {
            let object = Object::new();
            for (outcome, count) in counts.iter() {
                // OK because setting a property of a plain object never fails.
                let _ = Reflect::set(&object, &outcome.name().into(), &(*count).into());
            }
            listener.on_change(&object);
        }),
        on_language: callback(listener, |listener, locale: Locale| {
            listener.on_language(locale.tag())
        }),
        on_second_language: callback(listener, |listener, locale: Locale| {
            listener.on_second_language(locale.tag())
        }),
        on_progress: callback(listener, |listener, code: AttrValue| listener.on_progress(&code)),
        on_error: callback(listener, |listener, message: AttrValue| listener.on_error(&message)),
        scan: callback(listener, |listener, request: ScanRequest| {
            let listener = listener.clone();
            spawn_local(async move {
                request.reply.emit(scan(&listener, &request.picture).await);
            });
        }),
    }
}

async fn scan(listener: &Listener, picture: &Blob) -> ScanResult {
    let Ok(scanner) = listener.scanner().await else { return ScanResult::NoReader };
    match scanner.unchecked_into::<Scanner>().scan(picture).await.map(|text| text.as_string()) {
        Ok(Some(text)) => ScanResult::Symbol(text),
        Ok(None) => ScanResult::NoSymbol,
        Err(_) => ScanResult::NotAPicture,
    }
}

fn callback<T: 'static>(
    listener: &Rc<Listener>,
    call: impl Fn(&Rc<Listener>, T) + 'static,
) -> Callback<T> {
    let listener = Rc::clone(listener);
    Callback::from(move |value| call(&listener, value))
}
