//! The menu in the bar: language and text size.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::ids;
use crate::rulebook::{Language, Locale};
use crate::widget::context::{on_click, use_dispatch, use_host};
use crate::widget::state::Action;
use crate::widget::text::Catalogue;

/// What the menu shows. A context, because every screen has the menu in its bar.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::widget) struct MenuSettings {
    /// The interface texts
    pub(in crate::widget) catalogue: Rc<Catalogue>,
    /// The current language
    pub(in crate::widget) locale: Locale,
    /// The available languages; omitted if there is only one
    pub(in crate::widget) languages: Rc<[Language]>,
    /// Whether the text is large
    pub(in crate::widget) is_large_text: bool,
}

/// A disclosure with a radio button for each language, labelled with the language's own name, and
/// a checkbox for large text. Renders nothing outside the app.
///
/// The Escape key closes it, and so does moving the focus out of it.
#[component]
pub(in crate::widget) fn Menu() -> Html {
    let (dispatch, host) = (use_dispatch(), use_host());
    let details = use_node_ref();
    let Some(settings) = use_context::<MenuSettings>() else { return Html::default() };
    let MenuSettings { catalogue, locale: current, languages, is_large_text } = settings;
    // The click does not check the radio button: the language changes when its texts have loaded.
    // If that fails, the user can choose it again.
    let choose = |locale| {
        let on_language = host.on_language.clone();
        on_click(move || on_language.emit(locale))
    };
    let onkeydown = {
        let details = details.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close(&details);
                focus_summary(&details);
            }
        })
    };
    let onfocusout = {
        let details = details.clone();
        Callback::from(move |event: FocusEvent| {
            let target = event.related_target().and_then(|to| to.dyn_into::<HtmlElement>().ok());
            let inside = details.cast::<HtmlElement>().zip(target);
            if !inside.is_some_and(|(details, target)| details.contains(Some(&target))) {
                close(&details);
            }
        })
    };
    html! {
        <details class="ec-menu" ref={details} {onkeydown} {onfocusout}>
            <summary class="ec-menu__button">
                { "Aa" }
                <span class="ec-hidden">{ catalogue.menu_label() }</span>
            </summary>
            // Focusable, so that a click on its background does not move the focus out of it.
            <div class="ec-menu__panel" tabindex="-1">
                if languages.len() > 1 {
                    <fieldset class="ec-menu__group">
                        <legend class="ec-menu__legend">{ catalogue.language_label() }</legend>
                        for Language { locale, name } in languages.iter().cloned() {
                            <label class="ec-menu__item" lang={locale.tag()}>
                                <input
                                    type="radio"
                                    name="ec-language"
                                    autocomplete="off"
                                    checked={locale == current}
                                    onclick={choose(locale)}
                                />
                                { AttrValue::Rc(name) }
                            </label>
                        }
                    </fieldset>
                }
                <label class="ec-menu__item">
                    <input
                        type="checkbox"
                        id={ids::LARGE_TEXT}
                        autocomplete="off"
                        checked={is_large_text}
                        onchange={Callback::from(move |_| dispatch.emit(Action::ToggleLargeText))}
                    />
                    { catalogue.large_text_button() }
                </label>
            </div>
        </details>
    }
}

fn close(details: &NodeRef) {
    if let Some(details) = details.cast::<HtmlElement>() {
        // Fails only for an invalid name.
        let _ = details.remove_attribute("open");
    }
}

fn focus_summary(details: &NodeRef) {
    let summary = details.cast::<HtmlElement>().and_then(|details| details.first_element_child());
    if let Some(summary) = summary.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for an element without focus.
        let _ = summary.focus();
    }
}
