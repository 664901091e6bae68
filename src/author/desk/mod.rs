//! The document, and the panel next to it.

mod desk_screen;
mod tabs;

pub(super) use desk_screen::desk_screen;
pub(super) use tabs::{Tab, tabs};
