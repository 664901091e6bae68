//! The callbacks of the app that call the element's listener.

use std::rc::Rc;

use eligibility_check::engine::Outcome;
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::{CopyRequest, Host, PictureRequest, ScanRequest, ScanResult};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
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
        on_policy: callback(listener, |listener, id: AttrValue| listener.on_policy(&id)),
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
        copy: callback(listener, |listener, request: CopyRequest| {
            let listener = listener.clone();
            spawn_local(async move {
                let copied = listener.copy(&request.text).await;
                request.reply.emit(copied.is_ok_and(|copied| copied.is_truthy()));
            });
        }),
        picture: callback(listener, |listener, request: PictureRequest| {
            let drawn = listener.picture(&picture(&request));
            request.reply.emit(drawn.map(AttrValue::from));
        }),
    }
}

fn picture(request: &PictureRequest) -> Object {
    let texts = |texts: &[AttrValue]| -> JsValue {
        texts.iter().map(|text| JsValue::from(text.as_str())).collect::<Array>().into()
    };
    let object = Object::new();
    for (name, value) in [
        ("title", request.title.as_str().into()),
        ("lines", texts(&request.lines)),
        ("code", texts(&request.code)),
        ("symbol", request.symbol.as_str().into()),
        ("side", request.side.into()),
    ] {
        // OK because setting a property of a plain object never fails.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
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
