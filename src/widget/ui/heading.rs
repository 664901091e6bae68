//! Headings that continue the heading levels of the host page.

use yew::prelude::*;

/// A heading level, 1 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(u8);

impl Level {
    /// Creates a level, clamped to 1–6.
    pub fn new(level: u8) -> Level {
        Level(level.clamp(1, 6))
    }

    /// The level `steps` below this one, at most 6.
    pub(in crate::widget) fn below(self, steps: u8) -> Level {
        Level::new(self.0.saturating_add(steps))
    }

    fn tag(self) -> &'static str {
        match self.0 {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

/// A heading.
pub(in crate::widget) fn heading(level: Level, class: &'static str, content: Html) -> Html {
    html! { <@{level.tag()} {class}>{ content }</@> }
}

/// A heading that can receive the focus.
pub(in crate::widget) fn heading_target(
    level: Level,
    class: &'static str,
    id: &'static str,
    content: Html,
) -> Html {
    html! { <@{level.tag()} {class} {id} tabindex="-1">{ content }</@> }
}
