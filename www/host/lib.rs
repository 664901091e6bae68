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

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, parse_date};
use eligibility_check::widget::{self, Abilities, App, AppProps, Style};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use yew::{AppHandle, AttrValue, Renderer};

pub use script::{Listener, Options};

/// A decoded pack in one language.
#[wasm_bindgen]
pub struct Pack(widget::Pack);

#[wasm_bindgen]
impl Pack {
    /// Decodes the text of a pack file. Throws if the pack cannot be used; the message contains a
    /// remedy.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Pack, JsError> {
        Ok(Pack(widget::Pack::decode(text)?))
    }

    /// The tag of its language.
    #[wasm_bindgen(getter)]
    pub fn language(&self) -> String {
        self.0.locale.tag().to_owned()
    }

    /// The tags of all languages of the rules, for which there are other packs.
    #[wasm_bindgen(getter)]
    pub fn languages(&self) -> Vec<String> {
        let offered = self.0.rules.offered.iter();
        offered.map(|language| language.locale.tag().to_owned()).collect()
    }
}

/// A mounted widget.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    props: AppProps,
    /// The ids of the chosen topics
    topic: String,
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
        let topic = options.topic();
        let (topics, unknown) = pack.0.topics(&topic);
        let props = AppProps {
            topics,
            pack: pack.0,
            second_pack: None,
            languages: languages(options),
            as_of: parse_date(&options.as_of()).ok_or_else(invalid_day)?,
            heading_level: options.heading_level(),
            rules_page: options.rules_page().map(AttrValue::from),
            page_address: options.page_address().map(AttrValue::from),
            abilities: Abilities::of(&options.user_agent()),
            linked_code: None,
            is_built_in: options.is_built_in(),
            has_language_failed: options.has_language_failed(),
            resume: options.resume().map(AttrValue::from),
            state: None,
            style: Style {
                text: options.style().into(),
                url: options.style_url().map(AttrValue::from),
            },
            host: connect::host(&Rc::new(listener)),
        };
        let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
        report(&props, unknown);
        Ok(Widget { app, props, topic })
    }

    /// Renders the widget with new options and keeps the answers. Throws if an option is invalid,
    /// without any change.
    pub fn update(&mut self, options: &Options) -> Result<(), JsError> {
        self.props.as_of = parse_date(&options.as_of()).ok_or_else(invalid_day)?;
        let topic = options.topic();
        if topic != self.topic {
            let (topics, unknown) = self.props.pack.topics(&topic);
            (self.props.topics, self.topic) = (topics, topic);
            report(&self.props, unknown);
        }
        self.props.languages = languages(options);
        self.props.heading_level = options.heading_level();
        self.props.rules_page = options.rules_page().map(AttrValue::from);
        self.props.page_address = options.page_address().map(AttrValue::from);
        self.props.has_language_failed = options.has_language_failed();
        self.app.update(self.props.clone());
        Ok(())
    }

    /// Renders the widget in another language. Returns false, without any change, if the rules
    /// differ.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&mut self, pack: Pack, options: &Options) -> Result<bool, JsError> {
        if !self.has_same_rules(&pack) {
            return Ok(false);
        }
        self.props.pack = pack.0;
        self.update(options)?;
        Ok(true)
    }

    /// Sets the second pack of a bilingual checklist. Returns false, without any change, if the
    /// rules differ.
    #[wasm_bindgen(js_name = setSecondLanguage)]
    pub fn set_second_language(&mut self, pack: Pack, options: &Options) -> Result<bool, JsError> {
        if !self.has_same_rules(&pack) {
            return Ok(false);
        }
        self.props.second_pack = Some(pack.0);
        self.update(options)?;
        Ok(true)
    }

    /// Opens the receipt code of a link. Asks the user before answers are replaced.
    #[wasm_bindgen(js_name = openCode)]
    pub fn open_code(&mut self, code: String) {
        let number = self.props.linked_code.as_ref().map_or(0, |(number, _)| number + 1);
        self.props.linked_code = Some((number, code.into()));
        self.app.update(self.props.clone());
    }

    /// Unmounts the app; its effects clean up.
    pub fn unmount(self) {
        self.app.destroy();
    }

    fn has_same_rules(&self, pack: &Pack) -> bool {
        pack.0.rules.fingerprint == self.props.pack.rules.fingerprint
    }
}

/// Reports errors to the page. They do not stop the widget.
fn report(props: &AppProps, messages: Vec<String>) {
    messages.into_iter().for_each(|message| props.host.on_error.emit(message.into()));
}

fn invalid_day() -> JsError {
    JsError::new("as-of: expected a valid date, as YYYY-MM-DD")
}

fn languages(options: &Options) -> Rc<[Locale]> {
    options.languages().iter().filter_map(|tag| Locale::from_any_tag(tag)).collect()
}
