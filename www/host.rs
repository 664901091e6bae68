//! The browser host: mounts the widget and passes on what it asks for. No logic.
//!
//! What only a page can do (move the focus, print, tell others) is a few lines of script in `embed.js`:
//! the same through `web_sys` adds 3 KB to the module.

use std::rc::Rc;

use eligibility_check::engine::Outcome;
use eligibility_check::rulebook::{Date, Locale, RuleBook, SlimError, parse_date};
use eligibility_check::widget::{Ask, Catalogue, Effect, EligibilityCheck, OnAsk, Props, State, Told};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

/// A widget that stands on a page.
#[wasm_bindgen]
pub struct Widget {
    handle: AppHandle<EligibilityCheck>,
    props: Props,
    listener: Function,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts the widget in `root`, an empty element, and tells `listener` what it asks for: `("focus", id)`,
    /// `("print", "")`, `("change", counts as JSON)`, `("keep", what has been said)`, which a later widget goes on from if it
    /// is given as `kept`. Asked for `("details", what)`, it returns what the `Details` of
    /// `www/details` write, undefined as long as that is being loaded, and null if it cannot be.
    ///
    /// Throws an error that says what to do if the pack cannot be used; nothing has been mounted then.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        pack: &str,
        options: &Options,
        kept: &str,
        listener: Function,
    ) -> Result<Widget, JsError> {
        let (book, catalogue) = read(pack).map_err(|error| JsError::new(&error.to_string()))?;
        let book = Rc::new(book);
        let state = State::restored(Rc::clone(&book), options.as_of, kept);
        let props = Props {
            book,
            catalogue: Rc::new(catalogue),
            locale: options.locale,
            as_of: options.as_of,
            heading_level: options.heading_level,
            state: Some(Rc::new(state)),
            on_effect: Callback::from({
                let listener = listener.clone();
                move |effect| pass_on(&listener, &effect)
            }),
            on_ask: on_ask(&listener),
        };
        let handle = Renderer::<EligibilityCheck>::with_root_and_props(root, props.clone()).render();
        Ok(Widget { handle, props, listener })
    }

    /// Shows the widget with other options; answers stay.
    pub fn update(&mut self, options: &Options) {
        self.props.locale = options.locale;
        self.props.as_of = options.as_of;
        self.props.heading_level = options.heading_level;
        // Another one, so that whoever was told to wait asks again.
        self.props.on_ask = on_ask(&self.listener);
        self.handle.update(self.props.clone());
    }

    /// Takes the widget off the page.
    pub fn unmount(self) {
        self.handle.destroy();
    }
}

/// The rules, and what the widget says in their language.
fn read(pack: &str) -> Result<(RuleBook, Catalogue), SlimError> {
    let slim = RuleBook::from_slim(pack)?;
    Ok((slim.book, Catalogue::from_interface(&slim.interface)?))
}

/// How a widget is shown.
#[wasm_bindgen]
pub struct Options {
    locale: Locale,
    as_of: Date,
    heading_level: u8,
}

#[wasm_bindgen]
impl Options {
    /// Language tag, day (`YYYY-MM-DD`) and heading level. Throws an error if the day does not exist.
    #[wasm_bindgen(constructor)]
    pub fn new(language: &str, as_of: &str, heading_level: u8) -> Result<Options, JsError> {
        Ok(Options {
            locale: Locale::from_tag(language).unwrap_or(Locale::ZhHans),
            as_of: parse_date(as_of)
                .ok_or_else(|| JsError::new("as-of: expected a day written YYYY-MM-DD"))?,
            heading_level,
        })
    }
}

fn on_ask(listener: &Function) -> OnAsk {
    let listener = listener.clone();
    Callback::from(move |ask: Ask| {
        let told = listener.call2(&JsValue::NULL, &"details".into(), &ask.written().into());
        match told {
            Ok(told) if told.is_undefined() => Told::NotYet,
            Ok(told) => told.as_string().map_or(Told::Never, |text| Told::Text(text.into())),
            Err(_) => Told::Never,
        }
    })
}

fn pass_on(listener: &Function, effect: &Effect) {
    let (kind, value) = match effect {
        Effect::Focus(id) => ("focus", id.to_string()),
        Effect::Print => ("print", String::new()),
        Effect::Changed(counts) => ("change", counts_json(counts)),
        Effect::Keep(kept) => ("keep", kept.clone()),
    };
    // What goes wrong in there is the page's to tell: the widget stands as it stood.
    let _ = listener.call2(&JsValue::NULL, &kind.into(), &value.into());
}

/// The counts as a JSON object; outcome names need no escapes.
fn counts_json(counts: &[(Outcome, usize)]) -> String {
    let mut json = String::new();
    for (outcome, count) in counts {
        json.push(if json.is_empty() { '{' } else { ',' });
        json.push_str(&format!("\"{}\":{count}", outcome.name()));
    }
    json.push('}');
    json
}
