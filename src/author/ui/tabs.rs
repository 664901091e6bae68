//! Buttons that choose one of several parts of the page.

use yew::prelude::*;

/// A part of the page: its title, and whether it is shown.
pub(in crate::author) struct Tab {
    /// The title
    pub(in crate::author) title: AttrValue,
    /// Whether it is shown
    pub(in crate::author) is_shown: bool,
    /// Shows it
    pub(in crate::author) onclick: Callback<MouseEvent>,
}

/// The buttons. `label` names what they choose.
pub(in crate::author) fn tabs(label: &'static str, tabs: Vec<Tab>) -> Html {
    let button = |tab: Tab| {
        html! {
            <button
                class="au-tab"
                type="button"
                aria-pressed={tab.is_shown.to_string()}
                onclick={tab.onclick}
            >
                { tab.title }
            </button>
        }
    };
    html! { <div class="au-tabs" role="group" aria-label={label}>{ for tabs.into_iter().map(button) }</div> }
}
