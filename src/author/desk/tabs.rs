//! Buttons that choose one of several parts of the page.

use yew::prelude::*;

/// A part of the page: its title, and whether it is shown.
pub(super) struct Tab {
    /// The title
    pub(super) title: AttrValue,
    /// Whether it is shown
    pub(super) is_shown: bool,
    /// Shows it
    pub(super) onclick: Callback<MouseEvent>,
}

/// The buttons. `label` names what they choose.
pub(super) fn tabs(label: &'static str, tabs: Vec<Tab>) -> Html {
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
