//! The six icons. Each is drawn in the colour of its text, and hidden from screen readers, because
//! the same word is next to it.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Icon {
    /// A tick: every condition is met
    Met,
    /// A diamond: the office decides
    Direction,
    /// A house: can be applied for after settling
    Settled,
    /// Three dots in a circle: needs an answer
    Open,
    /// An arrow below a line: one change is missing
    Near,
    /// A cross: a condition is not met
    NotMet,
}

/// The icon as an SVG element.
pub(in crate::widget) fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Met => "M3 8.5 6.5 12 13 4.5",
        Icon::Direction => "M8 2l6 6-6 6-6-6z",
        Icon::Settled => "M2 8l6-5 6 5M4 7v6h8V7",
        Icon::Open => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.3 8h.01M8 8h.01M10.7 8h.01",
        Icon::Near => "M3 3h10M8 13V6M5 9l3-3 3 3",
        Icon::NotMet => "M4 4l8 8M12 4l-8 8",
    };
    html! {
        <svg class="ec-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
