//! Opening a pack: a draft, a file, a dropped file, or the template.

mod read_file;
mod start_screen;
mod use_open_pack;

pub(super) use read_file::{FileError, read_pack};
pub(super) use start_screen::StartScreen;
pub(super) use use_open_pack::use_open_pack;
