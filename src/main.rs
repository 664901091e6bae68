//! The native command `eligibility`: parse arguments, call one command, exit.

use std::process::ExitCode;

use clap::Parser;
use eligibility_check::cli;

fn main() -> ExitCode {
    cli::run(&cli::Arguments::parse())
}
