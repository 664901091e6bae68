//! `eligibility assess`: JSON Lines in, JSON Lines out, one case at a time.

use std::io::{BufRead, Write};

use jiff::civil::Date;
use serde_json::Value;

use crate::engine::{BadCase, Case, Days, Situation, assess_json, reply_text};
use crate::rulebook::RuleBook;

use super::{PackPath, Stop, Verdict, date_argument, pack, today};

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
        let mut days = Days::default();
        for (place, line) in std::io::stdin().lock().split(b'\n').enumerate() {
            let line = line.map_err(|error| Stop::file("standard input", error))?;
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let reply = match read(&book, &line) {
                Ok((id, case)) => {
                    let as_of = case.as_of.unwrap_or(as_of);
                    let situation = Situation { book: &book, answers: &case.answers, as_of };
                    reply_text(&id, &assess_json(&days.on(&book, as_of), &situation))
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

/// Reads a case, and its id as JSON text: the id goes back as it came, whatever it is.
pub(super) fn read(book: &RuleBook, line: &[u8]) -> Result<(String, Case), (String, BadCase)> {
    let Ok(text) = std::str::from_utf8(line) else {
        return Err(("null".to_owned(), BadCase::NotACase("not UTF-8 text".to_owned())));
    };
    // By another reader than the core's, which keeps no fraction that is not a decimal.
    let id = serde_json::from_str::<Value>(text).ok().and_then(|case| case.get("id").map(Value::to_string));
    let id = id.unwrap_or_else(|| "null".to_owned());
    match Case::read(book, text) {
        Ok(case) => Ok((id, case)),
        Err(bad) => Err((id, bad)),
    }
}
