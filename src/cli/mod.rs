//! The native command `eligibility`: one module per subcommand, and shared helpers.
//!
//! | exit status | meaning |
//! |---|---|
//! | 0 | success, nothing to report |
//! | 1 | findings, differences, failed scenarios, gaps in coverage, or cases with errors |
//! | 2 | wrong usage, or a file that cannot be read, written or used |
//!
//! `docs/reference/command-line.md` describes options and formats.

// The macros for output. They come first, because macros are visible only in later modules.
#[macro_use]
mod output;

// The error that ends a command with exit status 2.
mod error;

// Subcommands that check a pack: `lint`, `test` and `diff`.
mod diff;
mod lint;
mod test;

// Subcommands that apply a pack to cases: `assess`, `invite`, `explain` and `print`.
mod assess;
mod explain;
mod invite;
mod print;

// The subcommand that writes a pack as SQL: `sql`.
mod sql;

// The subcommand that exchanges texts with colleagues: `texts`.
mod texts;
mod texts_report;

// Subcommands that publish a pack: `rulebook`, `schema` and `bundle`.
mod bundle;
mod rulebook;
mod schema;

// Input: files, packs, cases, receipt codes, and the registry of firms.
mod case;
mod input;
mod pack;
mod receipt;
mod registry;

// Diagnostics as annotated source snippets.
mod report;

// Files of scenarios.
mod scenario_files;

// The site and the policies of `bundle`, and the replacement of files.
mod disk_folder;
mod policies;
mod replace_files;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::civil::Date;

use crate::engine::parse_day;
use crate::rulebook::{Locale, RulePack};

use error::CliError;

/// Check, test, apply and publish a rule pack for an eligibility self-check
#[derive(Debug, Parser)]
#[command(name = "eligibility", version)]
#[command(
    after_help = "docs/reference/command-line.md describes options, exit status and JSON formats."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Lint(lint::Lint),
    Test(test::Test),
    Diff(diff::Diff),
    Assess(assess::Assess),
    Invite(invite::Invite),
    Explain(explain::Explain),
    Print(print::Print),
    Sql(sql::Sql),
    Texts(texts::Texts),
    Rulebook(rulebook::Rulebook),
    Schema(schema::Schema),
    Bundle(bundle::Bundle),
}

/// The path of the rule pack
#[derive(Debug, clap::Args)]
struct PackPath {
    /// The rule pack
    #[arg(long, value_name = "FILE", default_value = "rules.json")]
    pack: PathBuf,
}

/// The result of a command that completed
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Exit status 0
    Success,
    /// Exit status 1: findings, differences, failures or gaps
    Findings,
}

/// Runs the command and prints its error.
pub fn run(arguments: &Arguments) -> ExitCode {
    let result = match &arguments.command {
        Command::Lint(command) => command.run(),
        Command::Test(command) => command.run(),
        Command::Diff(command) => command.run(),
        Command::Assess(command) => command.run(),
        Command::Invite(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Print(command) => command.run(),
        Command::Sql(command) => command.run(),
        Command::Texts(command) => command.run(),
        Command::Rulebook(command) => command.run(),
        Command::Schema(command) => command.run(),
        Command::Bundle(command) => command.run(),
    };
    let status = match result {
        Ok(Status::Success) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let message = error.to_string();
            if !message.is_empty() {
                errln!("error: {message}");
            }
            ExitCode::from(2)
        }
    };
    match output::finish() {
        None => status,
        Some((_, error))
            if error.kind() == std::io::ErrorKind::BrokenPipe && status != ExitCode::from(2) =>
        {
            ExitCode::SUCCESS
        }
        Some((stream, error)) => {
            errln!("error: {}", CliError::stream(stream, error));
            ExitCode::from(2)
        }
    }
}

/// The current date in the machine's time zone.
fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Parses the value of a date option.
fn parse_date_argument(text: &str) -> Result<Date, String> {
    parse_day(text).ok_or_else(|| "expected a valid date, as YYYY-MM-DD".to_owned())
}

/// Parses the value of a language option. [`check_language`] compares it with the pack.
fn parse_language_argument(text: &str) -> Result<Locale, String> {
    let expected = || "expected a language tag, such as `en` or `zh-Hans`".to_owned();
    Locale::from_any_tag(text).ok_or_else(expected)
}

/// Blocks until a page is rendered.
fn wait_for<T>(rendering: impl Future<Output = T>) -> Result<T, CliError> {
    let page = crate::widget::wait_for(rendering);
    page.map_err(|error| CliError::invalid(format!("the page cannot be rendered: {error}")))
}

/// Rejects a language that the pack does not have.
fn check_language(pack: &RulePack, locale: Locale) -> Result<(), CliError> {
    if pack.languages.contains(&locale) {
        return Ok(());
    }
    let tags: Vec<String> =
        pack.languages.iter().map(|locale| format!("`{}`", locale.tag())).collect();
    let message = format!("the pack has no texts in `{}`", locale.tag());
    Err(CliError::invalid(message).help(format!("choose one of {}", tags.join(", "))))
}
