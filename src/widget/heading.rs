//! Headings that continue the host page's levels.

use super::element::{Element, el};

/// Id of the heading of what is shown: the focus goes there when it changes.
pub(super) const HEADING_ID: &str = "ec-title";

/// A heading level, 1 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Level(u8);

impl Level {
    pub(super) fn new(level: u8) -> Level {
        Level(level.clamp(1, 6))
    }

    /// So many levels further down; 6 is the last there is.
    pub(super) fn below(self, steps: u8) -> Level {
        Level::new(self.0.saturating_add(steps))
    }

    pub(super) fn number(self) -> u8 {
        self.0
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

/// A heading, still without its text.
pub(super) fn heading(level: Level, class: &'static str) -> Element {
    el(level.tag(), class)
}

/// A heading that the focus can be moved to.
pub(super) fn target(level: Level, class: &'static str, id: &'static str) -> Element {
    heading(level, class).attribute("id", id).attribute("tabindex", "-1")
}
