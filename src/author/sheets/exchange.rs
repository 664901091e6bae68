//! The tasks of the worker: it writes a spreadsheet of the pack, and compares one with the pack.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::author::sheet::{
    Export, Import, SheetError, TableKind, export_csv, export_xlsx, import, text_edits,
};
use crate::author::state::TextEdit;
use crate::rulebook::{Json, Locale, RulePack};

/// A spreadsheet to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetExport {
    /// The text of the pack
    pub text: Rc<str>,
    /// The kind of file
    pub format: SheetFormat,
    /// A language to translate into, which gets an empty column
    pub further: Option<Locale>,
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetFormat {
    /// A workbook with both tables
    Xlsx,
    /// The table of texts
    Texts,
    /// The table of measures and criteria
    Measures,
}

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetReview {
    /// The comparison with the pack
    pub import: Import,
    /// The changes as edits of the text, for one transaction of the editor
    pub edits: Vec<TextEdit>,
    /// The number of faults that a pack without faults would have
    pub new_faults: usize,
}

/// Why a spreadsheet can be neither written nor compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetFailure {
    /// The text of the pack is not JSON
    NotJson,
    /// The spreadsheet
    Sheet(SheetError),
}

impl From<SheetError> for SheetFailure {
    fn from(error: SheetError) -> SheetFailure {
        SheetFailure::Sheet(error)
    }
}

/// Writes a spreadsheet.
///
/// # Errors
///
/// The text is not JSON, or the table cannot be written.
pub fn export_sheet(input: &SheetExport) -> Result<Vec<u8>, SheetFailure> {
    let document = Json::parse(&input.text).map_err(|_| SheetFailure::NotJson)?;
    let pack = RulePack::from_json(&input.text).ok();
    let further: Vec<Locale> = input.further.into_iter().collect();
    let export =
        Export { document: &document, pack: pack.as_ref(), further: &further, review: None };
    Ok(match input.format {
        SheetFormat::Xlsx => export_xlsx(&export),
        SheetFormat::Texts => export_csv(&export, TableKind::Texts),
        SheetFormat::Measures => export_csv(&export, TableKind::Measures),
    }?)
}

/// Compares a spreadsheet with the text of a pack.
///
/// # Errors
///
/// The text is not JSON, or the file is not a spreadsheet of a pack.
pub fn review_sheet(text: &str, file: &[u8]) -> Result<SheetReview, SheetFailure> {
    let document = Json::parse(text).map_err(|_| SheetFailure::NotJson)?;
    let pack = RulePack::from_json(text).ok();
    let import = import(&document, pack.as_ref(), file)?;
    let edits = text_edits(text, &import.edits).map_err(|_| SheetFailure::NotJson)?;
    let new_faults = match RulePack::from_json(&edits.apply(text)) {
        Err(error) if pack.is_some() => error.faults().len(),
        _ => 0,
    };
    let edits = edits.iter().map(|edit| TextEdit {
        from: edit.range.start,
        to: edit.range.end,
        text: edit.text.clone(),
    });
    Ok(SheetReview { edits: edits.collect(), import, new_faults })
}
