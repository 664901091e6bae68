//! The document, and the panel next to it.

mod desk_screen;

pub(super) use desk_screen::desk_screen;
