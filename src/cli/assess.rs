//! `eligibility assess`: evaluates cases, one JSON line each.

use std::io::{BufRead, BufWriter, Read, Write};

use jiff::civil::Date;

use crate::engine::{CaseError, CompiledCache, EvalContext, assess_json, reply_text};

use super::case::{MAX_CASE_SIZE, find_topics, parse_case};
use super::{CliError, PackPath, Status, pack, parse_date_argument, today};

/// Evaluate cases in bulk: JSON Lines in, JSON Lines out
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Reads one case per line from standard input, such as
{\"id\": 1, \"as-of\": \"2019-05-10\", \"answers\": {…}}, and writes one reply per line, in constant
memory.

Exit status:
  0  every case was evaluated
  1  a case has an error
  2  the pack cannot be used")]
pub(super) struct Assess {
    #[command(flatten)]
    pack: PackPath,
    /// The as-of date of cases without one [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date_argument)]
    as_of: Option<Date>,
    /// The topic of cases without one; may be repeated [default: all measures]
    #[arg(long, value_name = "ID")]
    topic: Vec<String>,
}

impl Assess {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let pack = pack::load(&self.pack.pack)?;
        let as_of = self.as_of.unwrap_or_else(today);
        let default_topics = find_topics(&pack, &self.topic)?;
        let mut output = BufWriter::new(std::io::stdout().lock());
        let mut status = Status::Success;
        let mut days = CompiledCache::default();
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        let write_error = |error| CliError::stream("standard output", error);
        for number in 1.. {
            if !read_line(&mut input, &mut line).map_err(CliError::stdin)? {
                break;
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let reply = match parse_case(&pack, &line, as_of) {
                Ok((id, case)) => {
                    let as_of = case.as_of.unwrap_or(as_of);
                    let context = EvalContext { pack: &pack, answers: &case.answers, as_of };
                    let topics =
                        if case.topics.is_empty() { &default_topics } else { &case.topics };
                    reply_text(&id, &assess_json(&days.get(&pack, as_of), &context, topics))
                }
                Err((id, error)) => {
                    status = Status::Findings;
                    reply_text(&id, &without_line(error).json(number))
                }
            };
            writeln!(output, "{reply}").map_err(write_error)?;
        }
        output.flush().map_err(write_error)?;
        Ok(status)
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

/// Reads a line into the buffer, without its line break. Keeps one byte more than the longest
/// permitted line, and skips the rest, so that memory is constant. False at the end of the input.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    if input.by_ref().take(MAX_CASE_SIZE + 1).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > MAX_CASE_SIZE {
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

    #[test]
    fn an_overlong_line_is_cut_and_the_next_line_is_complete() {
        let long = "x".repeat(3_000_000);
        let mut input = std::io::BufReader::with_capacity(
            1_000,
            std::io::Read::chain(long.as_bytes(), &b"\nnext\nlast"[..]),
        );
        let mut lines = Vec::new();
        let mut line = Vec::new();
        while let Ok(true) = read_line(&mut input, &mut line) {
            lines.push((line.len(), line.first().copied()));
        }
        assert_eq!(lines, [(1_000_001, Some(b'x')), (4, Some(b'n')), (4, Some(b'l'))]);
    }
}
