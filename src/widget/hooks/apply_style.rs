//! Applies the stylesheet to a document without a request and without inline styles, which a strict
//! Content Security Policy forbids.

use gloo::utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlLinkElement, Window};

use crate::widget::props::Style;

/// Whether the browser supports constructable stylesheets. Safari before 16.4 does not.
pub(super) fn supports_constructable_stylesheets() -> bool {
    construct_stylesheet(&window()).is_some()
}

/// Applies the stylesheet and the `@page` rule for the margins to a document.
///
/// Without constructable stylesheets, it appends a `<link>` to the stylesheet's file and returns
/// it; the link is still loading. If there is no file, it appends a `<style>` element, whose hash
/// the CSP of the offline page allows.
pub(super) fn apply_style(
    page: &Document,
    style: &Style,
    margins: &str,
) -> Option<HtmlLinkElement> {
    if adopt_stylesheet(page, &format!("{}{margins}", style.text)).is_some() {
        return None;
    }
    let element = page.create_element(if style.url.is_some() { "link" } else { "style" }).ok()?;
    match &style.url {
        Some(url) => {
            element.set_attribute("rel", "stylesheet").ok()?;
            element.set_attribute("href", url).ok()?;
        }
        None => element.set_text_content(Some(&style.text)),
    }
    page.head()?.append_child(&element).ok()?;
    // Unchecked, because elements of a frame are not instances of this window's classes.
    style.url.is_some().then(|| element.unchecked_into())
}

/// Sets `adoptedStyleSheets`; `None` without constructable stylesheets.
fn adopt_stylesheet(page: &Document, text: &str) -> Option<()> {
    // A stylesheet can only be used in the document of the window that constructed it.
    let (sheet, replace) = construct_stylesheet(&page.default_view()?)?;
    replace.call1(&sheet, &text.into()).ok()?;
    Reflect::set(page, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).ok()?;
    Some(())
}

/// An empty stylesheet, and its method `replaceSync`.
fn construct_stylesheet(view: &Window) -> Option<(JsValue, Function)> {
    let class: Function = Reflect::get(view, &"CSSStyleSheet".into()).ok()?.dyn_into().ok()?;
    let sheet = Reflect::construct(&class, &Array::new()).ok()?;
    let replace = Reflect::get(&sheet, &"replaceSync".into()).ok()?.dyn_into().ok()?;
    Some((sheet, replace))
}
