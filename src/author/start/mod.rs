//! Opening a pack: a file, a dropped file, or the template.

mod read_file;
mod start_screen;

pub(super) use read_file::{FileError, read_pack};
pub(super) use start_screen::StartScreen;
