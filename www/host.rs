//! The browser host: mounts the widget and passes on what it asks for. No logic.
//!
//! What only a page can do (move the focus, print, tell others) is a few lines of script in `embed.js`:
//! the same through `web_sys` adds 3 KB to the module.

use std::rc::Rc;

use eligibility_check::engine::Outcome;
use eligibility_check::rulebook::{BrowserPack, BrowserPackError, Date, Locale, RuleBook, parse_date};
use eligibility_check::widget::{Ask, Catalogue, Effect, EligibilityCheck, OnAsk, Opened, Props, Told};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

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
    /// `("print", "")`, `("change", counts as JSON)`, `("language", tag)`, `("open", id of the input)`, whose file's text it
    /// awaits in [`Widget::open`], `("save", what to ask the details for)`, and `("unsaved", "1")` when something has been said
    /// that would be lost with the page, with nothing when it has not. Asked for `("details", what)`, it returns what the `Details` of
    /// `www/details` write, undefined as long as that is being loaded, and null if it cannot be.
    ///
    /// Throws an error that says what to do if the pack cannot be used; nothing has been mounted then.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, pack: &str, options: &Options, listener: Function) -> Result<Widget, JsError> {
        let (book, catalogue) = read(pack).map_err(|error| JsError::new(&error.to_string()))?;
        let props = Props {
            book: Rc::new(book),
            catalogue: Rc::new(catalogue),
            locale: options.locale,
            as_of: options.as_of,
            heading_level: options.heading_level,
            languages: languages(&options.languages),
            rules_page: rules_page(options),
            opened: None,
            state: None,
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
        self.props.rules_page = rules_page(options);
        // Another one, so that whoever was told to wait asks again.
        self.props.on_ask = on_ask(&self.listener);
        self.handle.update(self.props.clone());
    }

    /// Goes on in another language, where everything stands as it stood. False, and nothing has changed, if the pack holds
    /// other rules. Throws an error if it cannot be used.
    pub fn speak(&mut self, pack: &str, options: &Options) -> Result<bool, JsError> {
        let (book, catalogue) = read(pack).map_err(|error| JsError::new(&error.to_string()))?;
        let is_same = book.fingerprint == self.props.book.fingerprint;
        if is_same {
            self.props.book = Rc::new(book);
            self.props.catalogue = Rc::new(catalogue);
            self.update(options);
        }
        Ok(is_same)
    }

    /// Goes on from a file that was saved, or says why that cannot be.
    pub fn open(&mut self, text: String) {
        let before = self.props.opened.as_ref().map_or(0, |opened| opened.before.saturating_add(1));
        self.props.opened = Some(Opened { before, text: text.into() });
        self.handle.update(self.props.clone());
    }

    /// Takes the widget off the page.
    pub fn unmount(self) {
        self.handle.destroy();
    }
}

/// The rules, and the interface's texts in their language.
fn read(pack: &str) -> Result<(RuleBook, Catalogue), BrowserPackError> {
    let pack = BrowserPack::decode(pack)?;
    Ok((pack.book, Catalogue::from_interface(&pack.interface)?))
}

/// How a widget is shown.
#[wasm_bindgen]
pub struct Options {
    locale: Locale,
    as_of: Date,
    heading_level: u8,
    languages: String,
    rules_page: String,
}

#[wasm_bindgen]
impl Options {
    /// Language tag, day (`YYYY-MM-DD`), heading level, the tags of all languages that can be chosen, with spaces between
    /// them, and the address of the rules in full or nothing. Throws an error if the day does not exist.
    #[wasm_bindgen(constructor)]
    pub fn new(
        language: &str,
        as_of: &str,
        heading_level: u8,
        languages: String,
        rules_page: String,
    ) -> Result<Options, JsError> {
        Ok(Options {
            locale: Locale::from_tag(language).unwrap_or(Locale::ZhHans),
            as_of: parse_date(as_of)
                .ok_or_else(|| JsError::new("as-of: expected a day written YYYY-MM-DD"))?,
            heading_level,
            languages,
            rules_page,
        })
    }
}

fn languages(tags: &str) -> Rc<[Locale]> {
    tags.split(' ').filter_map(Locale::from_tag).collect()
}

fn rules_page(options: &Options) -> Option<AttrValue> {
    (!options.rules_page.is_empty()).then(|| options.rules_page.clone().into())
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
        Effect::Unsaved(is) => ("unsaved", if *is { "1".to_owned() } else { String::new() }),
        Effect::Language(locale) => ("language", locale.tag().to_owned()),
        Effect::Save(ask) => ("save", ask.to_string()),
        Effect::Open(id) => ("open", id.to_string()),
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
