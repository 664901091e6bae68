//! What commands print: `say!` on standard output, `complain!` on standard error.
//!
//! # Why
//!
//! The usual macros panic where nothing can be written, such as on a full disk, and a reader that has seen enough
//! (`| head`) would end a command in the middle of its work. Here the first failure is kept, whatever follows is not
//! written, and `run` says at the end what came of it.

use std::fmt::Arguments;
use std::io::{self, Write};
use std::sync::Mutex;

/// Where something could not be written, and why.
static FAILURE: Mutex<Option<(&str, io::Error)>> = Mutex::new(None);

/// Prints a line on standard output.
macro_rules! say {
    ($($text:tt)*) => { $crate::cli::say::out(format_args!("{}\n", format_args!($($text)*))) };
}

/// Prints text on standard output as it is.
macro_rules! say_as_is {
    ($($text:tt)*) => { $crate::cli::say::out(format_args!($($text)*)) };
}

/// Prints a line on standard error.
macro_rules! complain {
    ($($text:tt)*) => { $crate::cli::say::err(format_args!("{}\n", format_args!($($text)*))) };
}

pub(super) fn out(text: Arguments<'_>) {
    write("standard output", &mut anstream::stdout().lock(), text);
}

pub(super) fn err(text: Arguments<'_>) {
    write("standard error", &mut anstream::stderr().lock(), text);
}

fn write(name: &'static str, stream: &mut impl Write, text: Arguments<'_>) {
    // In one piece: a styled stream would else be asked about each part of the text.
    keep(name, |stream| stream.write_all(text.to_string().as_bytes()), stream);
}

/// Writes out what is left, and says whether and where something could not be written.
pub(super) fn finish() -> Option<(&'static str, io::Error)> {
    keep("standard output", Write::flush, &mut anstream::stdout().lock());
    FAILURE.lock().ok()?.take()
}

/// Does something with a stream, unless an earlier try on it has failed.
fn keep<W: Write>(name: &'static str, act: impl FnOnce(&mut W) -> io::Result<()>, stream: &mut W) {
    let Ok(mut failure) = FAILURE.lock() else { return };
    if failure.as_ref().is_none_or(|(failed, _)| *failed != name)
        && let Err(error) = act(stream)
    {
        failure.get_or_insert((name, error));
    }
}
