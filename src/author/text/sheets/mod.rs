//! The texts of spreadsheets.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::TEXTS as EN;
pub(super) use zh_hans::TEXTS as ZH_HANS;
pub(super) use zh_hant::TEXTS as ZH_HANT;

/// The texts of spreadsheets in one language. `{}` is replaced by a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::author) struct SheetTexts {
    /// The tab
    pub(in crate::author) panel: &'static str,
    /// What the panel does
    pub(in crate::author) intro: &'static str,
    /// The heading of saving
    pub(in crate::author) export: &'static str,
    /// What is saved
    pub(in crate::author) export_intro: &'static str,
    /// The label of the further language
    pub(in crate::author) language: &'static str,
    /// What a further language is for
    pub(in crate::author) language_hint: &'static str,
    /// It is not a language
    pub(in crate::author) language_unknown: &'static str,
    /// The button that saves a workbook
    pub(in crate::author) save_xlsx: &'static str,
    /// The button that saves the texts
    pub(in crate::author) save_texts: &'static str,
    /// The button that saves the measures
    pub(in crate::author) save_measures: &'static str,
    /// The worker writes a file
    pub(in crate::author) saving: &'static str,
    /// A file was saved
    pub(in crate::author) saved: &'static str,
    /// The heading of opening
    pub(in crate::author) import: &'static str,
    /// What opening does
    pub(in crate::author) import_intro: &'static str,
    /// The button that opens a file
    pub(in crate::author) open: &'static str,
    /// The button that closes it
    pub(in crate::author) forget: &'static str,
    /// The worker compares
    pub(in crate::author) comparing: &'static str,
    /// The worker failed
    pub(in crate::author) failed: &'static str,
    /// The numbers of changes, conflicts and notices
    pub(in crate::author) summary: &'static str,
    /// The changes would cause faults
    pub(in crate::author) new_faults: &'static str,
    /// The button that applies the changes
    pub(in crate::author) apply: &'static str,
    /// The changes were applied
    pub(in crate::author) applied: &'static str,
    /// The heading of changes
    pub(in crate::author) changes: &'static str,
    /// The heading of conflicts
    pub(in crate::author) conflicts: &'static str,
    /// What to do about conflicts
    pub(in crate::author) conflicts_help: &'static str,
    /// The heading of notices
    pub(in crate::author) notices: &'static str,
    /// The heading of remarks
    pub(in crate::author) remarks: &'static str,
    /// The rest of a list
    pub(in crate::author) more: &'static str,
    /// The text of the pack
    pub(in crate::author) in_pack: &'static str,
    /// The text of the file
    pub(in crate::author) in_sheet: &'static str,
    /// A conflict: both changed
    pub(in crate::author) both_changed: &'static str,
    /// A conflict: the original changed
    pub(in crate::author) source_changed: &'static str,
    /// A conflict: two texts
    pub(in crate::author) two_texts: &'static str,
    /// A notice: the encoding
    pub(in crate::author) encoding: &'static str,
    /// A notice: no column `was`
    pub(in crate::author) no_was: &'static str,
    /// A notice: an unknown column
    pub(in crate::author) unknown_column: &'static str,
    /// A notice: no column for a language
    pub(in crate::author) missing_language: &'static str,
    /// A notice: an unknown place
    pub(in crate::author) unknown_place: &'static str,
    /// A notice: missing rows
    pub(in crate::author) missing_rows: &'static str,
    /// A notice: an empty cell
    pub(in crate::author) emptied: &'static str,
    /// A notice: a changed read-only cell
    pub(in crate::author) read_only: &'static str,
    /// A notice: read-only cells were not compared
    pub(in crate::author) not_compared: &'static str,
    /// A notice: lost characters
    pub(in crate::author) lost_characters: &'static str,
    /// A notice: a formula
    pub(in crate::author) cell_formula: &'static str,
    /// A notice: a number
    pub(in crate::author) cell_number: &'static str,
    /// A notice: a date
    pub(in crate::author) cell_date: &'static str,
    /// A notice: an error value
    pub(in crate::author) cell_error: &'static str,
    /// A notice: the pack is newer
    pub(in crate::author) newer_in_pack: &'static str,
    /// A notice: an incomplete language
    pub(in crate::author) incomplete: &'static str,
    /// A notice: an incomplete language that is added
    pub(in crate::author) incomplete_added: &'static str,
    /// An error: the text is not JSON
    pub(in crate::author) not_json: &'static str,
    /// An error: too large
    pub(in crate::author) too_large: &'static str,
    /// An error: not a spreadsheet
    pub(in crate::author) not_a_sheet: &'static str,
    /// An error: an old workbook, or a password
    pub(in crate::author) old_or_locked: &'static str,
    /// An error: damaged
    pub(in crate::author) damaged: &'static str,
    /// An error: the encoding
    pub(in crate::author) wrong_encoding: &'static str,
    /// An error: no table
    pub(in crate::author) no_table: &'static str,
    /// An error: a text that is too long for a cell
    pub(in crate::author) too_long: &'static str,
    /// An error: the table of measures of a pack with faults
    pub(in crate::author) needs_no_faults: &'static str,
    /// An error: the file was not written
    pub(in crate::author) not_written: &'static str,
}
