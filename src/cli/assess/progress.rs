//! The rows so far, on a terminal.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use crate::cli::output::write_err;

/// Time between two updates.
const INTERVAL: Duration = Duration::from_millis(300);

/// Shows the number of rows on standard error.
///
/// Only if standard error is a terminal and standard output is not: in a pipe nobody looks, and
/// replies on the terminal are progress enough.
pub(super) struct Progress(Option<Shown>);

struct Shown {
    start: Instant,
    last: Instant,
    is_visible: bool,
}

impl Progress {
    pub(super) fn start() -> Progress {
        let is_shown = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        let now = Instant::now();
        Progress(is_shown.then_some(Shown { start: now, last: now, is_visible: false }))
    }

    /// Shows the number of rows, at most a few times a second.
    pub(super) fn show(&mut self, rows: u64) {
        let Some(shown) = &mut self.0 else { return };
        let now = Instant::now();
        if now.duration_since(shown.last) < INTERVAL {
            return;
        }
        shown.last = now;
        shown.is_visible = true;
        let text = text(rows, now.duration_since(shown.start));
        // Back to the start of the line; the rest of it is erased.
        write_err(format_args!("\r{text}\x1b[K"));
    }

    /// Erases the line.
    pub(super) fn finish(&mut self) {
        if self.0.take().is_some_and(|shown| shown.is_visible) {
            write_err(format_args!("\r\x1b[K"));
        }
    }
}

fn text(rows: u64, time: Duration) -> String {
    let per_second = u128::from(rows) * 1_000 / time.as_millis().max(1);
    format!("{rows} rows, {per_second} rows per second")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_counts_whole_rows_per_second() {
        assert_eq!(text(90_000, Duration::from_millis(1_500)), "90000 rows, 60000 rows per second");
        assert_eq!(text(5, Duration::ZERO), "5 rows, 5000 rows per second");
    }
}
