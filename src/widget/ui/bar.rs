//! The bar at the top of a screen, and the footer with its main buttons.

use yew::prelude::*;

use super::menu::Menu;
use crate::widget::policies::ToPolicies;

/// The bar: the way back, where the user is, and a way on. It ends with the menu.
pub(in crate::widget) fn bar(left: Html, title: Html, right: Html) -> Html {
    html! {
        <div class="ec-topbar">
            <div class="ec-topbar__left">{ left }</div>
            <div class="ec-topbar__title">{ title }</div>
            <div class="ec-topbar__right">{ right }</div>
            <Menu />
        </div>
    }
}

/// The bar of a screen without a way back: a title and the menu.
pub(in crate::widget) fn title_bar(title: Html) -> Html {
    html! {
        <div class="ec-topbar ec-topbar--start">
            <ToPolicies />
            <div class="ec-topbar__title">{ title }</div>
            <Menu />
        </div>
    }
}

/// The footer: the main buttons of a screen, always in view.
pub(in crate::widget) fn footer(buttons: Html) -> Html {
    html! { <div class="ec-footer">{ buttons }</div> }
}
