//! The buttons that print and save a page.

use web_sys::HtmlIFrameElement;
use yew::prelude::*;

use crate::author::host::AuthorHost;
use crate::author::text::PreviewTexts;
use crate::widget::download_text;

use super::pages::Page;

/// The buttons for the page in a frame.
pub(super) fn print_bar(
    page: &Page,
    frame: &NodeRef,
    host: &AuthorHost,
    texts: &PreviewTexts,
) -> Html {
    let print = {
        let (print, frame) = (host.print.clone(), frame.clone());
        let margins = AttrValue::from(page.margins.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(frame) = frame.cast::<HtmlIFrameElement>() {
                print.emit((frame, margins.clone()));
            }
        })
    };
    let save = {
        let (name, html) = (page.file_name.clone(), page.html.clone());
        Callback::from(move |_: MouseEvent| {
            download_text("text/html;charset=utf-8", &name, &html);
        })
    };
    html! {
        <p class="au-start__ways">
            <button class="au-button" type="button" onclick={print}>{ texts.print }</button>
            <button class="au-button" type="button" onclick={save}>{ texts.save }</button>
        </p>
    }
}
