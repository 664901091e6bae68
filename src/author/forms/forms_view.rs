//! The forms of a document.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::utils::document as page;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::author::checks::{Checks, QuotePlace};
use crate::author::document::{Document, EditError, Edits};
use crate::author::model::{Facts, PackOutline, languages};
use crate::author::text::{Texts, fill};
use crate::author::ui::tool;
use crate::rulebook::{Locale, SyntaxError};

use super::definition_card::definition_card;
use super::form_pack::{Change, FormPack};
use super::outline_panel::outline_panel;
use super::problems_by_place::ProblemsByPlace;
use super::use_valid_pack::use_valid_pack;

/// The props of the forms.
#[derive(Clone, PartialEq, Properties)]
pub struct FormsProps {
    /// The text of the pack
    pub text: Rc<str>,
    /// The result of the checks of the text: its problems are shown at the fields
    #[prop_or_default]
    pub checks: Option<Rc<Checks>>,
    /// The language of the page
    pub locale: Locale,
    /// Whether the forms are shown. Hidden ones keep what they show, and read nothing
    #[prop_or(true)]
    pub is_shown: bool,
    /// The pointer to the definition that is shown first; the pack if it is empty
    #[prop_or_default]
    pub selected: AttrValue,
    /// Changes the text
    #[prop_or_default]
    pub on_edit: Callback<Edits>,
    /// Corrects the problem with an index in `checks`
    #[prop_or_default]
    pub on_fix: Callback<usize>,
    /// Selects a range of the text
    #[prop_or_default]
    pub on_select: Callback<(usize, usize)>,
    /// Takes back the last change, or makes it again
    #[prop_or_default]
    pub on_history: Callback<HistoryStep>,
}

/// A step in the history of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// Takes back the last change
    Undo,
    /// Makes it again
    Redo,
}

/// The element that gets the keyboard focus.
struct Focus {
    id: String,
    /// The text that an edit changes: the element is that of the next one
    before: Option<Rc<str>>,
}

impl Focus {
    fn is_due(&self, text: &Rc<str>) -> bool {
        self.before.as_ref() != Some(text)
    }
}

/// What was read of a text.
struct Reading {
    document: Rc<Document>,
    facts: Rc<Facts>,
    outline: Rc<PackOutline>,
    language: Locale,
}

impl Reading {
    fn new(text: &Rc<str>, locale: Locale) -> Result<Reading, EditError> {
        let document = Document::parse(Rc::clone(text))?;
        let tags = languages(document.json());
        let first = || tags.first().and_then(|tag| Locale::from_any_tag(tag));
        let has_locale = tags.iter().any(|tag| tag == locale.tag());
        let language = if has_locale { locale } else { first().unwrap_or(locale) };
        Ok(Reading {
            facts: Rc::new(Facts::read(document.json(), language.tag())),
            outline: Rc::new(PackOutline::read(document.json(), language.tag())),
            document: Rc::new(document),
            language,
        })
    }
}

/// The forms: the list of definitions, and the card of one. While the text is not JSON, they show
/// the last readable text and change nothing.
#[component]
pub fn FormsView(props: &FormsProps) -> Html {
    let texts = use_memo(props.locale, |locale| Texts::of(*locale));
    let selected = use_state_eq(|| props.selected.clone());
    let query = use_state_eq(String::new);
    let focus = use_mut_ref(|| None::<Focus>);
    let last = use_mut_ref(|| None::<Rc<Reading>>);

    let key = (props.is_shown.then(|| Rc::clone(&props.text)), props.locale);
    let reading = use_memo(key, |(text, locale)| {
        text.as_ref().map(|text| Reading::new(text, *locale).map(Rc::new))
    });
    let valid = use_valid_pack(props.is_shown.then(|| Rc::clone(&props.text)));
    let problems = use_memo(props.checks.clone(), |checks| ProblemsByPlace::new(checks.clone()));
    // While the text is checked, the last quotes stay.
    let last_quotes = use_mut_ref(Rc::<BTreeMap<String, QuotePlace>>::default);
    let quotes = use_memo(props.checks.clone(), |checks| checks.as_deref().map(quotes));
    if let Some(quotes) = quotes.as_ref() {
        *last_quotes.borrow_mut() = Rc::clone(quotes);
    }
    use_effect_with((Rc::clone(&props.text), selected.clone()), {
        let focus = Rc::clone(&focus);
        move |(text, _)| {
            let mut wanted = focus.borrow_mut();
            if wanted.as_ref().is_some_and(|wanted| wanted.is_due(text) && move_focus(&wanted.id)) {
                *wanted = None;
            }
        }
    });
    let change = {
        let (on_edit, selected) = (props.on_edit.clone(), selected.clone());
        let (focus, text) = (Rc::clone(&focus), Rc::clone(&props.text));
        Callback::from(move |change: Change| {
            let is_same = change.select.as_ref().is_none_or(|pointer| *selected == **pointer);
            if change.edits.is_empty() && is_same {
                // Nothing is rendered.
                change.focus.as_deref().map(move_focus);
                return;
            }
            let before = (!change.edits.is_empty()).then(|| Rc::clone(&text));
            *focus.borrow_mut() = change.focus.map(|id| Focus { id, before });
            if let Some(pointer) = change.select {
                selected.set(pointer.into());
            }
            if !change.edits.is_empty() {
                on_edit.emit(change.edits);
            }
        })
    };

    let Some(reading) = reading.as_ref() else { return html! {} };
    if let Ok(reading) = reading {
        *last.borrow_mut() = Some(Rc::clone(reading));
    }
    let shown = last.borrow().clone();
    let error = reading.as_ref().err();
    let form = |reading: &Reading| {
        let pack = FormPack {
            document: Rc::clone(&reading.document),
            facts: Rc::clone(&reading.facts),
            outline: Rc::clone(&reading.outline),
            valid,
            language: reading.language,
            problems: Rc::clone(&problems),
            quotes: Rc::clone(&last_quotes.borrow()),
            texts: Rc::clone(&texts),
            change: change.clone(),
            on_fix: props.on_fix.clone(),
        };
        let set_query = {
            let query = query.setter();
            Callback::from(move |text| query.set(text))
        };
        let select_text = {
            let (on_select, document) = (props.on_select.clone(), Rc::clone(&reading.document));
            Callback::from(move |pointer: String| {
                if let Some(range) = document.range(&pointer) {
                    on_select.emit((range.start, range.end));
                }
            })
        };
        let is_there = reading.document.value(&selected).is_some();
        let pointer = if is_there { selected.as_str() } else { "" };
        html! {
            <fieldset class="au-forms__all" disabled={error.is_some()}>
                <legend class="au-hidden">{ texts.view_forms }</legend>
                { outline_panel(&pack, pointer, &query, &set_query) }
                <div class="au-forms__card">
                    { history_tools(&pack, &props.on_history) }
                    { definition_card(&pack, pointer, &select_text) }
                </div>
            </fieldset>
        }
    };
    html! {
        <div class="au-forms" onkeydown={on_history_key(&props.on_history)}>
            if let Some(error) = error {
                { not_json(error, &props.text, &texts, &props.on_select) }
            }
            { for shown.as_deref().map(form) }
        </div>
    }
}

fn history_tools(pack: &FormPack, on_history: &Callback<HistoryStep>) -> Html {
    let step = |step: HistoryStep| {
        let on_history = on_history.clone();
        Callback::from(move |_: MouseEvent| on_history.emit(step))
    };
    html! {
        <div class="au-tools">
            { tool(None, pack.words().undo, "", false, step(HistoryStep::Undo)) }
            { tool(None, pack.words().redo, "", false, step(HistoryStep::Redo)) }
        </div>
    }
}

/// Ctrl+Z and Ctrl+Y outside text boxes, which have a history of their own.
fn on_history_key(on_history: &Callback<HistoryStep>) -> Callback<KeyboardEvent> {
    let on_history = on_history.clone();
    Callback::from(move |event: KeyboardEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        let is_text = input.is_some_and(|input| input.type_() != "checkbox")
            || event.target_dyn_into::<HtmlTextAreaElement>().is_some();
        if is_text || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        let step = match (&*event.key().to_lowercase(), event.shift_key()) {
            ("z", false) => HistoryStep::Undo,
            ("z", true) | ("y", false) => HistoryStep::Redo,
            _ => return,
        };
        event.prevent_default();
        on_history.emit(step);
    })
}

/// The reason why the forms cannot be changed, and a button that selects the place.
fn not_json(
    error: &EditError,
    text: &Rc<str>,
    texts: &Texts,
    on_select: &Callback<(usize, usize)>,
) -> Html {
    let EditError::NotJson(error) = error else { return html! {} };
    let offset = offset_of(text, error);
    let onclick = {
        let on_select = on_select.clone();
        Callback::from(move |_: MouseEvent| on_select.emit((offset, offset)))
    };
    html! {
        <p class="au-error" role="status">
            { fill(texts.forms.forms_not_json, &[&error.line.to_string()]) }
            { " " }
            <button class="au-link" type="button" {onclick}>{ texts.show_place }</button>
        </p>
    }
}

/// The byte offset of a syntax error.
fn offset_of(text: &str, error: &SyntaxError) -> usize {
    let lines = text.split_inclusive('\n').take(error.line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let mut offset = (start + error.column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The quotes that were looked up, by provision.
fn quotes(checks: &Checks) -> Rc<BTreeMap<String, QuotePlace>> {
    let quotes = checks.quotes.iter();
    Rc::new(quotes.map(|quote| (quote.provision.clone(), quote.clone())).collect())
}

/// Moves the focus to the element with an id. Returns whether there is one.
fn move_focus(id: &str) -> bool {
    let found = page().get_element_by_id(id);
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    // A key replaces the value of a new cell.
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    element.focus().is_ok()
}
