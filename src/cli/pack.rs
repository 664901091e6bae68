//! Reads the files that a command works on.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::rulebook::{BrowserPack, Fault, FaultCode, Json, RulePack};

use super::Stop;
use super::report::Report;

/// Most bytes of a file that is read. The published pack in three languages has less than half a megabyte.
pub(super) const MOST: usize = 10_000_000;

/// The text of a file, which must be UTF-8 and not too large.
pub(super) fn read_text(path: &Path) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    // Read up to the limit and not by the size that the system tells: a device or a pipe has none.
    let file = File::open(path).map_err(|error| Stop::file(path, error))?;
    file.take(MOST as u64 + 1).read_to_end(&mut bytes).map_err(|error| Stop::file(path, error))?;
    if bytes.len() > MOST {
        let limit = MOST / 1_000_000;
        return Err(Stop::Unusable(format!(
            "{}: larger than {limit} MB, which is the limit; is it the right file?",
            path.display()
        )));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        Stop::Unusable(format!(
            "{}: not UTF-8 text (byte {place}); save it as UTF-8",
            path.display()
        ))
    })?;
    // Some editors begin a file with a mark that is not part of it.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// A pack as it was written, and what it says.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) json: Json,
    pub(super) book: RulePack,
}

/// The pack, or its faults printed.
pub(super) fn load(path: &Path) -> Result<RulePack, Stop> {
    load_source(path).map(|source| source.book)
}

/// The pack with its text, or its faults printed.
pub(super) fn load_source(path: &Path) -> Result<Source, Stop> {
    let text = read_authored(path)?;
    let path = path.display().to_string();
    match RulePack::from_json(&text) {
        Ok(book) => {
            // OK because what a book was made from is JSON.
            let json = Json::parse(&text).unwrap_or(Json::Null);
            Ok(Source { path, text, json, book })
        }
        Err(error) => {
            let report = Report::of_faults(&path, &text, error.faults());
            complain!("{}", report.text());
            complain!("\nerror: {path} cannot be used; faults: {}", error.faults().len());
            Err(Stop::Reported)
        }
    }
}

/// A text as JSON, or the place printed where it stops being that.
pub(super) fn parse(path: &Path, text: &str) -> Result<Json, Stop> {
    Json::parse(text).map_err(|error| {
        let path = path.display().to_string();
        let fault = Fault {
            code: FaultCode::Syntax,
            pointer: String::new(),
            expected: "JSON".into(),
            found: error.to_string().into(),
            suggestion: None,
            related: None,
        };
        complain!("{}", Report::of_faults(&path, text, &[fault]).text());
        complain!("\nerror: {path} cannot be used; it is not JSON");
        Stop::Reported
    })
}

/// The text of a pack in the form that people write.
pub(super) fn read_authored(path: &Path) -> Result<String, Stop> {
    let text = read_text(path)?;
    if BrowserPack::is_marked(&text) {
        return Err(Stop::Unusable(format!(
            "{}: this is the file for browsers; give the pack it was made from, such as rules.json",
            path.display()
        )));
    }
    Ok(text)
}
