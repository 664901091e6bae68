//! Applies the stylesheet to a document without a request and without inline style, which strict policies forbid.

use gloo::utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlLinkElement, Window};

use crate::widget::props::Style;

/// Whether this browser can construct stylesheets. Safari before 16.4 cannot.
pub(super) fn can_construct_sheets() -> bool {
    new_sheet(&window()).is_some()
}

/// Applies the stylesheet and the margins. Where sheets cannot be constructed, the stylesheet is a file, which is returned as
/// a link that is loading; or an element, whose hash the policy of the offline page names.
pub(super) fn apply_style(
    page: &Document,
    style: &Style,
    margins: &str,
) -> Option<HtmlLinkElement> {
    if adopt(page, &format!("{}{margins}", style.text)).is_some() {
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
    // Unchecked, because elements of a frame are no instances of the classes of this window.
    style.url.is_some().then(|| element.unchecked_into())
}

/// `None` where sheets cannot be constructed.
fn adopt(page: &Document, text: &str) -> Option<()> {
    // A sheet belongs to the document of the window that constructed it.
    let (sheet, replace) = new_sheet(&page.default_view()?)?;
    replace.call1(&sheet, &text.into()).ok()?;
    Reflect::set(page, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).ok()?;
    Some(())
}

/// An empty stylesheet with its method `replaceSync`.
fn new_sheet(view: &Window) -> Option<(JsValue, Function)> {
    let class: Function = Reflect::get(view, &"CSSStyleSheet".into()).ok()?.dyn_into().ok()?;
    let sheet = Reflect::construct(&class, &Array::new()).ok()?;
    let replace = Reflect::get(&sheet, &"replaceSync".into()).ok()?.dyn_into().ok()?;
    Some((sheet, replace))
}
