//! The native command `eligibility`: one file for each command.
//!
//! Exit status: 0 fine; 1 findings, failed scenarios or lines that could not be used; 2 usage, or a file
//! that cannot be read or is not a sound pack.

// First, because its macros are known only to what follows.
#[macro_use]
mod say;

mod assess;
mod bundle;
mod coverage;
mod diagnostic;
mod diff;
mod exercised;
mod explain;
mod leaves;
mod lint;
mod locate;
mod offline;
mod pack;
mod print;
mod receipt;
mod report;
mod rulebook;
mod scenario;
mod scenario_files;
mod scenario_read;
mod schema;
mod site;
mod slip;
mod sums;
mod swap;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::civil::Date;

use crate::rulebook::parse_date;

/// Checks, tests and applies a rule pack for an eligibility self-check
#[derive(Debug, Parser)]
#[command(name = "eligibility", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Assess cases: JSON Lines in, JSON Lines out, in constant memory
    Assess(assess::Assess),
    /// Explain one case: every criterion with its truth, the answer and the provision
    Explain(explain::Explain),
    /// Print the checklist for a case: a page that needs nothing else
    Print(print::Print),
    /// Check that a pack is sound
    Lint(lint::Lint),
    /// Run scenarios: people, with the outcomes they should get
    Test(test::Test),
    /// Compare two packs: what changed in meaning, and which scenarios come to something else
    Diff(diff::Diff),
    /// Write the rules into a site: packs for browsers, the rules in full, and the offline page
    Bundle(bundle::Bundle),
    /// Write the rules in full as a page without script, or as a table to sign
    Rulebook(rulebook::Rulebook),
    /// Print the JSON Schema of rule packs, for editors
    Schema(schema::Schema),
}

/// Where the rule pack is
#[derive(Debug, clap::Args)]
struct PackPath {
    /// The rule pack
    #[arg(long, value_name = "FILE", default_value = "rules.json")]
    pack: PathBuf,
}

/// Why a command stopped; printed by `main`, which exits with status 2
#[derive(Debug, thiserror::Error)]
enum Stop {
    /// A file or stream cannot be read or written
    #[error("{path}: {source}")]
    File {
        /// Which
        path: String,
        /// Why
        source: std::io::Error,
    },
    /// A file can be read but not used
    #[error("{0}")]
    Unusable(String),
    /// The diagnostics have been printed already
    #[error("")]
    Reported,
}

impl Stop {
    fn file(path: impl AsRef<std::path::Path>, source: std::io::Error) -> Stop {
        Stop::File { path: path.as_ref().display().to_string(), source }
    }
}

/// What a command that ran through found
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Fine,
    Findings,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> ExitCode {
    let result = match &arguments.command {
        Command::Assess(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Print(command) => command.run(),
        Command::Lint(command) => command.run(),
        Command::Test(command) => command.run(),
        Command::Diff(command) => command.run(),
        Command::Bundle(command) => command.run(),
        Command::Rulebook(command) => command.run(),
        Command::Schema(command) => command.run(),
    };
    let status = match result {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        // A reader that has seen enough (`| head`) is no error.
        Err(Stop::File { source, .. }) if source.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(stop) => {
            let message = stop.to_string();
            if !message.is_empty() {
                complain!("error: {message}");
            }
            ExitCode::from(2)
        }
    };
    match say::finish() {
        None => status,
        Some((_, error))
            if error.kind() == std::io::ErrorKind::BrokenPipe && status != ExitCode::from(2) =>
        {
            ExitCode::SUCCESS
        }
        Some((stream, error)) => {
            complain!("error: {stream}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Today in the machine's time zone.
fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Reads a date argument.
fn date_argument(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "expected a day that exists, written YYYY-MM-DD".to_owned())
}
