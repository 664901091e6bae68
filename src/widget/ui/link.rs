//! Links to other websites, and telephone numbers.

use yew::prelude::*;

use crate::rulebook::{Phone, Url};

/// A link to a web page, in a new tab so that no answer is lost.
pub(in crate::widget) fn web_link(url: &Url, content: Html) -> Html {
    let href = AttrValue::from(url.as_str().to_owned());
    html! { <a class="ec-link" {href} target="_blank" rel="noopener">{ content }</a> }
}

/// A link that looks like a button.
pub(in crate::widget) fn page_link(url: &Url, class: &'static str, text: &AttrValue) -> Html {
    let href = AttrValue::from(url.as_str().to_owned());
    html! { <a {class} {href} target="_blank" rel="noopener">{ text }</a> }
}

/// A link that calls a number.
pub(in crate::widget) fn phone_link(phone: &Phone) -> Html {
    html! { <a class="ec-link" href={phone.address()}>{ phone.as_str().to_owned() }</a> }
}
