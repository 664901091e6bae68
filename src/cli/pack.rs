//! Reads the rule pack that a command works on.

use std::fs;
use std::path::Path;

use crate::rulebook::RuleBook;

use super::Stop;
use super::report::Report;

/// The text of a file, which must be UTF-8.
pub(super) fn read_text(path: &Path) -> Result<String, Stop> {
    let bytes = fs::read(path).map_err(|error| Stop::file(path, error))?;
    String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        Stop::Unusable(format!("{}: not UTF-8 text (byte {place}); save it as UTF-8", path.display()))
    })
}

/// The pack, or its faults printed.
pub(super) fn load(path: &Path) -> Result<RuleBook, Stop> {
    let source = read_text(path)?;
    RuleBook::from_json(&source).map_err(|error| {
        let shown = path.display().to_string();
        let report = Report::new(&shown, &source, error.faults());
        anstream::eprintln!("{}", report.text());
        anstream::eprintln!("\nerror: {shown} cannot be used; faults: {}", error.faults().len());
        Stop::Reported
    })
}
