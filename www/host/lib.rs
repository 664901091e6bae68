//! The browser host: mounts the app in an element, and connects it to the element's script. No
//! logic.
//!
//! # One instance per element
//!
//! Each element has its own instance of the compiled module (`www/element/session.js`). Removing an
//! element therefore frees all memory, although Yew 0.23 never removes its root listeners. A panic
//! breaks only one widget.

// The types shared with JavaScript, and the callbacks that use them.
mod connect;
mod script;

// The panic hook.
mod panic;

// What is shown, as the props of the app.
mod shown;

use std::rc::Rc;

use eligibility_check::widget::{Published, Site};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use yew::{AppHandle, AttrValue, Renderer};

pub use script::{Listener, Options};
use shown::Shown;

/// A decoded file of a site in one language: the rules of a policy, or a list of policies.
#[wasm_bindgen]
pub struct Pack(Published);

#[wasm_bindgen]
impl Pack {
    /// Decodes the text of a file. Throws if it cannot be used; the message contains a remedy.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Pack, JsError> {
        Ok(Pack(Published::decode(text)?))
    }

    /// Whether it is a list of policies.
    #[wasm_bindgen(getter, js_name = isList)]
    pub fn is_list(&self) -> bool {
        matches!(self.0, Published::List(_))
    }

    /// The tag of its language.
    #[wasm_bindgen(getter)]
    pub fn language(&self) -> String {
        let locale = match &self.0 {
            Published::Policy(pack) => pack.locale,
            Published::List(list) => list.locale,
        };
        locale.tag().to_owned()
    }

    /// The tags of all languages of the rules or the list, for which there are other files.
    #[wasm_bindgen(getter)]
    pub fn languages(&self) -> Vec<String> {
        let languages = match &self.0 {
            Published::Policy(pack) => &pack.rules.offered[..],
            Published::List(list) => &list.languages[..],
        };
        languages.iter().map(|language| language.locale.tag().to_owned()).collect()
    }
}

/// A mounted widget.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Site>,
    shown: Shown,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts the app in `root`, an empty element. Throws if an option is invalid, without
    /// mounting.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        pack: Pack,
        options: &Options,
        listener: Listener,
    ) -> Result<Widget, JsError> {
        panic::report_to(&listener);
        let shown = Shown::new(pack.0, options, connect::host(&Rc::new(listener)));
        let app = Renderer::<Site>::with_root_and_props(root, shown.props(options)?).render();
        shown.report_topics();
        Ok(Widget { app, shown })
    }

    /// Renders the widget with new options and keeps the answers. Throws if an option is invalid,
    /// without any change.
    pub fn update(&mut self, options: &Options) -> Result<(), JsError> {
        let mut shown = self.shown.clone();
        if shown.set_topic(options.topic()) {
            shown.report_topics();
        }
        self.show(shown, options)
    }

    /// Shows a policy, or the list of policies. The answers to the others are kept.
    #[wasm_bindgen(js_name = open)]
    pub fn open(&mut self, pack: Pack, options: &Options) -> Result<(), JsError> {
        let shown = self.shown.opening(pack.0, options);
        shown.report_topics();
        self.show(shown, options)
    }

    /// Says that the policy with this id could not be loaded.
    #[wasm_bindgen(js_name = failToOpen)]
    pub fn fail_to_open(&mut self, id: String, options: &Options) -> Result<(), JsError> {
        let mut shown = self.shown.clone();
        shown.failed = Some((shown.failed.map_or(1, |(count, _)| count + 1), id.into()));
        self.show(shown, options)
    }

    /// Renders the widget in another language. Returns false, without any change, if the rules or
    /// the policies differ.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&mut self, pack: Pack, options: &Options) -> Result<bool, JsError> {
        let Some(shown) = self.shown.in_language(pack.0) else { return Ok(false) };
        self.show(shown, options).map(|()| true)
    }

    /// Sets the second pack of a bilingual checklist. Returns false, without any change, if the
    /// rules differ.
    #[wasm_bindgen(js_name = setSecondLanguage)]
    pub fn set_second_language(&mut self, pack: Pack, options: &Options) -> Result<bool, JsError> {
        let Some(shown) = self.shown.with_second_language(pack.0) else { return Ok(false) };
        self.show(shown, options).map(|()| true)
    }

    /// Opens the receipt code of a link. Asks the user before answers are replaced.
    #[wasm_bindgen(js_name = openCode)]
    pub fn open_code(&mut self, code: String, options: &Options) -> Result<(), JsError> {
        let mut shown = self.shown.clone();
        let number = shown.linked_code.map_or(0, |(number, _)| number + 1);
        shown.linked_code = Some((number, AttrValue::from(code)));
        self.show(shown, options)
    }

    /// Unmounts the app; its effects clean up.
    pub fn unmount(self) {
        self.app.destroy();
    }

    fn show(&mut self, shown: Shown, options: &Options) -> Result<(), JsError> {
        let props = shown.props(options)?;
        self.shown = shown;
        self.app.update(props);
        Ok(())
    }
}
