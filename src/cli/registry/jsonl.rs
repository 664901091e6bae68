//! JSON Lines: one case per line.

use std::io::{BufRead, Read};

use jiff::civil::Date;

use crate::cli::CliError;
use crate::cli::case::{MAX_CASE_SIZE, parse_case};
use crate::engine::CaseError;
use crate::rulebook::RulePack;

use super::row::{Position, Row, RowError};
use super::{MAX_BYTES, MAX_ROWS};

/// Reads lines.
pub(in crate::cli) struct LineReader<R> {
    input: R,
    /// The input in messages
    name: String,
    /// The number of the last line
    line: u64,
    failed: Option<CliError>,
}

/// Some lines that are not blank.
#[derive(Default)]
pub(in crate::cli) struct Lines {
    text: Vec<u8>,
    /// The number of each line, and its end in the text
    ends: Vec<(u64, usize)>,
}

impl<R: BufRead> LineReader<R> {
    pub(super) fn new(input: R, name: String) -> LineReader<R> {
        LineReader { input, name, line: 0, failed: None }
    }

    pub(super) fn next_batch(&mut self) -> Result<Option<Lines>, CliError> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let mut lines = Lines::default();
        while lines.ends.len() < MAX_ROWS && lines.text.len() < MAX_BYTES {
            let start = lines.text.len();
            match read_line(&mut self.input, &mut lines.text) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    lines.text.truncate(start);
                    let action = format!("cannot read {}", self.name);
                    self.failed = Some(CliError::Io { action, source: error, help: None });
                    break;
                }
            }
            self.line += 1;
            let is_blank = |line: &[u8]| line.iter().all(u8::is_ascii_whitespace);
            match lines.text.get(start..).is_none_or(is_blank) {
                true => lines.text.truncate(start),
                false => lines.ends.push((self.line, lines.text.len())),
            }
        }
        match (lines.ends.is_empty(), self.failed.take()) {
            (true, Some(error)) => Err(error),
            (true, None) => Ok(None),
            (false, failed) => {
                self.failed = failed;
                Ok(Some(lines))
            }
        }
    }
}

impl Lines {
    pub(super) fn each_row(&self, pack: &RulePack, as_of: Date, visit: &mut dyn FnMut(Row)) {
        let mut start = 0;
        for (line, end) in &self.ends {
            let text = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            let (id, case) = match parse_case(pack, text, as_of) {
                Ok((id, case)) => (id, Ok(case)),
                Err((id, error)) => (id, Err(RowError::Case(without_line(error)))),
            };
            visit(Row { position: Position::Line(*line), id, case });
        }
    }
}

/// The error without the line of a syntax error: it is that inside the case, always 1.
fn without_line(error: CaseError) -> CaseError {
    match error {
        CaseError::Malformed(message) => {
            CaseError::Malformed(message.replace(" at line 1 column ", " at column "))
        }
        other => other,
    }
}

/// Appends a line to the buffer, without its line break. Keeps one byte more than the longest
/// permitted line, and skips the rest, so that memory is constant. False at the end of the input.
fn read_line(input: &mut impl BufRead, text: &mut Vec<u8>) -> std::io::Result<bool> {
    let length = input.by_ref().take(MAX_CASE_SIZE + 1).read_until(b'\n', text)?;
    if length == 0 {
        return Ok(false);
    }
    if text.last() == Some(&b'\n') {
        text.pop();
    } else if length as u64 > MAX_CASE_SIZE {
        skip_line(input)?;
    }
    Ok(true)
}

/// Skips the rest of a line.
fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(buffer.len(), |index| index + 1);
        input.consume(length);
        if end.is_some() || length == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(text: &str) -> LineReader<std::io::BufReader<&[u8]>> {
        let input = std::io::BufReader::with_capacity(1_000, text.as_bytes());
        LineReader::new(input, "the test".to_owned())
    }

    #[test]
    fn an_overlong_line_is_cut_and_the_next_line_is_complete() {
        let text = format!("{}\nnext\n \nlast", "x".repeat(3_000_000));
        let mut reader = reader(&text);
        let mut lines = Vec::new();
        while let Ok(Some(batch)) = reader.next_batch() {
            let mut start = 0;
            for (line, end) in batch.ends {
                lines.push((line, end - start, batch.text.get(start).copied()));
                start = end;
            }
        }
        let expected = [(1, 1_000_001, Some(b'x')), (2, 4, Some(b'n')), (4, 4, Some(b'l'))];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_batch_is_bounded_by_rows_and_by_bytes() {
        let sizes = |text: &str| {
            let mut reader = reader(text);
            let mut sizes = Vec::new();
            while let Ok(Some(batch)) = reader.next_batch() {
                sizes.push((batch.ends.len(), batch.text.len()));
            }
            sizes
        };
        assert_eq!(sizes(&"{}\n".repeat(1_000)), [(512, 1024), (488, 976)]);
        let long = format!("{}\n", "x".repeat(200_000));
        assert_eq!(sizes(&long.repeat(3)), [(2, 400_000), (1, 200_000)]);
        assert!(sizes("\n\n\n").is_empty());
    }
}
