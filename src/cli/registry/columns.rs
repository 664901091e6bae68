//! The file of `--columns`.

use std::path::Path;

use crate::cli::CliError;
use crate::cli::input::{parse_json, read_text};
use crate::cli::pack::count;
use crate::cli::report::Report;
use crate::diagnostics::{Diagnostic, of_scenario_faults};
use crate::rulebook::RulePack;
use crate::scenario::ScenarioFault;
use crate::sql::{ColumnFault, ColumnMap};

/// The mapping of a file, or the derived one without a file. Prints all faults of the file.
pub(in crate::cli) fn load(pack: &RulePack, path: Option<&Path>) -> Result<ColumnMap, CliError> {
    let Some(path) = path else { return Ok(ColumnMap::derived(pack)) };
    let help = "pass a mapping file; docs/reference/command-line.md describes it";
    let source = read_text(path).map_err(|error| error.help_if_missing(help))?;
    let json = parse_json(path, &source)?;
    ColumnMap::from_json(pack, &json).map_err(|faults| {
        let path = path.display().to_string();
        let count = count(faults.len(), "fault");
        let diagnostics = diagnostics(&source, faults);
        errln!("{}", Report { path: &path, source: &source, diagnostics: &diagnostics }.text());
        errln!("\nerror: `{path}` cannot be used: {count}");
        CliError::Reported
    })
}

/// The diagnostics of faults, which have the form of faults of scenarios.
fn diagnostics(source: &str, faults: Vec<ColumnFault>) -> Vec<Diagnostic> {
    let faults = faults.into_iter().map(|fault| {
        let ColumnFault { pointer, message, suggestion, is_key } = fault;
        ScenarioFault { pointer, message, suggestion, is_key }
    });
    let diagnostics = of_scenario_faults(source, &faults.collect::<Vec<_>>()).into_iter();
    diagnostics.map(|diagnostic| Diagnostic { code: "columns", ..diagnostic }).collect()
}
