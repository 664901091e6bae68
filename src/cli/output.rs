//! Output of the commands: `outln!` and `out!` for standard output, `errln!` for standard error.
//!
//! # Why
//!
//! `println!` panics if it cannot write, for example to a full disk. A closed pipe (`| head`) must
//! not stop a command halfway either. These macros keep the first error and skip all later output
//! to that stream. [`finish`] returns the error, and `run` reports it.

use std::fmt::Arguments;
use std::io::{self, Write};
use std::sync::Mutex;

/// The first error, and the stream that it occurred on.
static FIRST_ERROR: Mutex<Option<(&str, io::Error)>> = Mutex::new(None);

/// Prints a line to standard output.
macro_rules! outln {
    ($($text:tt)*) => {
        $crate::cli::output::write_out(format_args!("{}\n", format_args!($($text)*)))
    };
}

/// Prints text to standard output, without a line break.
macro_rules! out {
    ($($text:tt)*) => { $crate::cli::output::write_out(format_args!($($text)*)) };
}

/// Prints a line to standard error.
macro_rules! errln {
    ($($text:tt)*) => {
        $crate::cli::output::write_err(format_args!("{}\n", format_args!($($text)*)))
    };
}

pub(super) fn write_out(text: Arguments<'_>) {
    write("standard output", &mut anstream::stdout().lock(), text);
}

pub(super) fn write_err(text: Arguments<'_>) {
    write("standard error", &mut anstream::stderr().lock(), text);
}

fn write(name: &'static str, stream: &mut impl Write, text: Arguments<'_>) {
    // One call to `write_all`: a styled stream parses each part that it gets for escape codes.
    record_error(name, |stream| stream.write_all(text.to_string().as_bytes()), stream);
}

/// Flushes standard output. Returns the first error, with the name of its stream.
pub(super) fn finish() -> Option<(&'static str, io::Error)> {
    record_error("standard output", Write::flush, &mut anstream::stdout().lock());
    FIRST_ERROR.lock().ok()?.take()
}

/// Runs an operation on a stream and keeps its error. Does nothing if the stream failed before.
fn record_error<W: Write>(
    name: &'static str,
    operation: impl FnOnce(&mut W) -> io::Result<()>,
    stream: &mut W,
) {
    let Ok(mut first) = FIRST_ERROR.lock() else { return };
    if first.as_ref().is_none_or(|(failed, _)| *failed != name)
        && let Err(error) = operation(stream)
    {
        first.get_or_insert((name, error));
    }
}
