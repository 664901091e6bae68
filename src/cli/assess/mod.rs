//! `eligibility assess`: evaluates cases and writes one JSON line for each.

mod parallel; // Threads whose results keep the order of the input.
mod progress; // The rows so far, on a terminal.
mod reply; // The replies to a batch of rows.
mod summary; // The rows that cannot be used, by column.

use std::io::{BufWriter, Write};

use jiff::civil::Date;

use crate::diagnostics::AuthoredPack;
use crate::rulebook::MeasureId;

use super::case::{find_measure, find_topics};
use super::registry::RegistryInput;
use super::{CliError, PackPath, Status, pack, parse_date_argument, today};

use progress::Progress;
use reply::{Replies, Request};
use summary::Summary;

/// Most threads: far more than cores help.
const MAX_JOBS: usize = 256;

/// Evaluate cases in bulk: JSON Lines, CSV or Parquet in, JSON Lines out
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Reads cases, one per line, such as {\"id\": 1, \"as-of\": \"2019-05-10\", \"answers\": {…}}, or
firms, one per row of a table. Writes one reply per line, in the order of the input, in constant
memory.

Exit status:
  0  every case was evaluated
  1  a case has an error
  2  the pack or the input cannot be used")]
pub(super) struct Assess {
    #[command(flatten)]
    pack: PackPath,
    #[command(flatten)]
    input: RegistryInput,
    /// The as-of date of cases without one [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date_argument)]
    as_of: Option<Date>,
    /// The topic of cases without one; may be repeated [default: all measures]
    #[arg(long, value_name = "ID")]
    topic: Vec<String>,
    /// Evaluate only these measures; takes several, and may be repeated
    #[arg(long, value_name = "MEASURE", num_args = 1..)]
    only: Vec<String>,
    /// Write outcomes alone, without missing facts, amounts and the next question
    #[arg(long)]
    outcomes: bool,
    /// The number of threads; the output does not depend on it [default: one per core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

impl Assess {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let AuthoredPack { text, pack, .. } = &pack::load_with_source(&self.pack.pack)?.authored;
        let topics = find_topics(pack, &self.topic)?;
        let only = self.only.iter().map(|id| find_measure(pack, id));
        let mut only: Vec<MeasureId> = only.collect::<Result<_, _>>()?;
        // Replies list measures in the pack's order.
        only.sort_unstable();
        only.dedup();
        let (mut reader, layout) = self.input.open(pack)?;
        let request = Request {
            pack: text,
            as_of: self.as_of.unwrap_or_else(today),
            topics,
            only,
            is_outcomes_only: self.outcomes,
            layout,
        };
        let mut output = BufWriter::with_capacity(64_000, std::io::stdout());
        let write_error = |error| CliError::stream("standard output", error);
        let mut summary = Summary::default();
        let mut progress = Progress::start();
        let write = |replies: Replies| {
            output.write_all(replies.text.as_bytes()).map_err(write_error)?;
            summary.add(replies.summary);
            progress.show(summary.rows);
            Ok(())
        };
        let work = |batches: &mut dyn Iterator<Item = _>, send: &mut dyn FnMut(Replies) -> bool| {
            request.answer(batches, send);
        };
        let result = parallel::in_order(self.jobs(), || reader.next_batch(), work, write);
        progress.finish();
        output.flush().map_err(write_error)?;
        if request.layout.is_some() {
            summary.print();
        }
        result?;
        Ok(if summary.unusable_rows > 0 { Status::Findings } else { Status::Success })
    }

    /// The number of threads that evaluate.
    fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.map_or_else(cores, usize::from).min(MAX_JOBS)
    }
}
