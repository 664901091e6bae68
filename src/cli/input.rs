//! Input files: size limit, encoding and JSON syntax.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::diagnostics;
use crate::rulebook::Json;

use super::CliError;
use super::report::Report;

/// Most bytes of an input file. The published pack in three languages has less than 500 KB.
const MAX_FILE_SIZE: usize = 10_000_000;

/// The text of a file: UTF-8 of at most 10 MB, without a byte order mark.
pub(super) fn read_text(path: &Path) -> Result<String, CliError> {
    let bytes = File::open(path).and_then(read_to_limit);
    text(&path.display().to_string(), bytes.map_err(|error| CliError::read(path, error))?)
}

/// The text of a file that `bundle` wrote, which may be larger than an input: the offline page has
/// all packs of a site.
pub(super) fn read_written(path: &Path) -> Result<String, CliError> {
    let bytes = std::fs::read(path).map_err(|error| CliError::read(path, error))?;
    decode(&path.display().to_string(), bytes)
}

/// The text of a file, or of standard input for `-`.
pub(super) fn read_text_or_stdin(path: &Path) -> Result<String, CliError> {
    if path.as_os_str() != "-" {
        return read_text(path);
    }
    let bytes = read_to_limit(io::stdin().lock());
    text("standard input", bytes.map_err(CliError::stdin)?)
}

/// Reads one byte more than the limit, so that the caller sees when a file is too large. The size
/// in the file's metadata is not used: devices and pipes have none.
fn read_to_limit(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_FILE_SIZE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, CliError> {
    if bytes.len() > MAX_FILE_SIZE {
        let limit = MAX_FILE_SIZE / 1_000_000;
        let message = format!("`{name}` is larger than the limit of {limit} MB");
        return Err(CliError::invalid(message).help("check that this is the right file"));
    }
    decode(name, bytes)
}

/// The text in UTF-8, without a byte order mark.
fn decode(name: &str, bytes: Vec<u8>) -> Result<String, CliError> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let message = format!("`{name}` is not UTF-8 text (at byte {offset})");
        CliError::invalid(message).help("save the file as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Parses a text as JSON. Prints the diagnostic if it is not JSON.
pub(super) fn parse_json(path: &Path, text: &str) -> Result<Json, CliError> {
    diagnostics::parse_json(text).map_err(|diagnostics| {
        let path = path.display().to_string();
        let report = Report { path: &path, source: text, diagnostics: &diagnostics };
        errln!("{}", report.text());
        errln!("\nerror: `{path}` cannot be used: it is not JSON");
        CliError::Reported
    })
}
