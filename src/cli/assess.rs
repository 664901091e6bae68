//! `eligibility assess`: JSON Lines in, JSON Lines out, one case at a time.

use std::io::{BufRead, Read, Write};

use jiff::civil::Date;
use serde_json::Value;

use crate::engine::{Case, CaseError, CompiledCache, EvalContext, assess_json, reply_text};
use crate::rulebook::RulePack;

use super::{PackPath, Stop, Verdict, date_argument, pack, today};

/// Most bytes of a case; one in which everything is answered has about two thousand.
const LONGEST_LINE: u64 = 1_000_000;

/// Assess cases: JSON Lines in, JSON Lines out, in constant memory
#[derive(Debug, clap::Args)]
pub(super) struct Assess {
    #[command(flatten)]
    pack: PackPath,
    /// The day for cases that name none; today if not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date_argument)]
    as_of: Option<Date>,
}

impl Assess {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = pack::load(&self.pack.pack)?;
        let as_of = self.as_of.unwrap_or_else(today);
        let mut output = std::io::BufWriter::new(std::io::stdout().lock());
        let mut verdict = Verdict::Fine;
        let mut days = CompiledCache::default();
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        for place in 0.. {
            let read_line = next_line(&mut input, &mut line);
            if !read_line.map_err(|error| Stop::file("standard input", error))? {
                break;
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let reply = match read(&book, &line) {
                Ok((id, case)) => {
                    let as_of = case.as_of.unwrap_or(as_of);
                    let context = EvalContext { pack: &book, answers: &case.answers, as_of };
                    reply_text(&id, &assess_json(&days.get(&book, as_of), &context))
                }
                Err((id, bad)) => {
                    verdict = Verdict::Findings;
                    reply_text(&id, &bad.json(place + 1))
                }
            };
            writeln!(output, "{reply}").map_err(|error| Stop::file("standard output", error))?;
        }
        output.flush().map_err(|error| Stop::file("standard output", error))?;
        Ok(verdict)
    }
}

/// Reads a line without its end into a buffer, and nothing beyond the longest line: memory stays constant whatever
/// comes. False at the end of the input.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    if input.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > LONGEST_LINE {
        skip_line(input)?;
    }
    Ok(true)
}

/// Goes on to the next line without keeping any of this one.
fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let some = input.fill_buf()?;
        let end = some.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(some.len(), |place| place + 1);
        input.consume(length);
        if end.is_some() || length == 0 {
            return Ok(());
        }
    }
}

/// Reads a case, and its id as JSON text: the id goes back as it came, whatever it is.
pub(super) fn read(book: &RulePack, line: &[u8]) -> Result<(String, Case), (String, CaseError)> {
    if line.len() as u64 > LONGEST_LINE {
        let limit = LONGEST_LINE / 1_000_000;
        return Err((
            "null".to_owned(),
            CaseError::Malformed(format!("a line longer than {limit} MB")),
        ));
    }
    let Ok(text) = std::str::from_utf8(line) else {
        return Err(("null".to_owned(), CaseError::Malformed("not UTF-8 text".to_owned())));
    };
    // By another reader than the core's, which keeps no fraction that is not a decimal.
    let id = serde_json::from_str::<Value>(text)
        .ok()
        .and_then(|case| case.get("id").map(Value::to_string));
    let id = id.unwrap_or_else(|| "null".to_owned());
    match Case::parse(book, text) {
        Ok(case) => Ok((id, case)),
        Err(bad) => Err((id, bad)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_cut_off_and_the_next_is_whole() {
        let long = "x".repeat(3_000_000);
        let mut input = std::io::BufReader::with_capacity(
            1_000,
            std::io::Read::chain(long.as_bytes(), &b"\nnext\nlast"[..]),
        );
        let mut lines = Vec::new();
        let mut line = Vec::new();
        while let Ok(true) = next_line(&mut input, &mut line) {
            lines.push((line.len(), line.first().copied()));
        }
        assert_eq!(lines, [(1_000_001, Some(b'x')), (4, Some(b'n')), (4, Some(b'l'))]);
    }
}
