//! `eligibility texts`: the texts of a pack as a spreadsheet for colleagues, and back.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::author::sheet::{
    Export, MAX_FILE_SIZE, SheetError, TableKind, apply, export_csv, export_xlsx, import,
};
use crate::rulebook::{Json, Locale, RulePack};

use super::input::parse_json;
use super::pack::{self, count};
use super::replace_files::replace_file;
use super::texts_report::print;
use super::{CliError, PackPath, Status, parse_language_argument};

/// Exchange the texts of a pack with translators and reviewers, as a spreadsheet
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A workbook (.xlsx) has two tables: every text in every language, and the measures with their
criteria in words. A .csv file has one of them.

    eligibility texts --export texts.xlsx --language en
    eligibility texts --import texts.xlsx

The import changes texts only, and keeps the order and formatting of the pack. A text that changed
in the pack and in the file is a conflict and remains as it is. A missing row or an empty cell
deletes nothing.

Exit status:
  0  exported, or imported without anything to look at
  1  imported, except what is listed
  2  nothing was written")]
pub(super) struct Texts {
    #[command(flatten)]
    pack: PackPath,
    /// Write this spreadsheet: .xlsx or .csv
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "import",
        conflicts_with = "import"
    )]
    export: Option<PathBuf>,
    /// Read this spreadsheet and change the pack
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// The table of a .csv file: every text for translators, or the measures for reviewers
    #[arg(long, value_name = "NAME", default_value = "texts", conflicts_with = "import")]
    table: Table,
    /// Add an empty column for a language to translate into; may be repeated
    #[arg(long, value_name = "TAG", value_parser = parse_language_argument, conflicts_with = "import")]
    language: Vec<Locale>,
    /// Write the changed pack to this file instead
    #[arg(long, value_name = "FILE", conflicts_with = "export")]
    out: Option<PathBuf>,
    /// Only list what the import would change
    #[arg(long, conflicts_with_all = ["export", "out"])]
    dry_run: bool,
}

/// The table of a `.csv` file.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Table {
    Texts,
    Measures,
}

impl Texts {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let path = &self.pack.pack;
        let text = pack::read_authored(path)?;
        // A pack with faults can be translated, too.
        let document = parse_json(path, &text)?;
        let pack = RulePack::from_json(&text).ok();
        match (&self.export, &self.import) {
            (Some(file), _) => self.export(file, &document, pack.as_ref()),
            (None, Some(file)) => self.import(file, &text, &document, pack.as_ref()),
            // Clap requires one of them.
            (None, None) => Ok(Status::Success),
        }
    }

    fn export(
        &self,
        file: &Path,
        document: &Json,
        pack: Option<&RulePack>,
    ) -> Result<Status, CliError> {
        let export = Export { document, pack, further: &self.language, review: None };
        let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
        let bytes = match (extension.to_str(), self.table) {
            (Some("xlsx"), _) => export_xlsx(&export),
            (Some("csv"), Table::Texts) => export_csv(&export, TableKind::Texts),
            (Some("csv"), Table::Measures) => export_csv(&export, TableKind::Measures),
            _ => {
                let message = format!("`{}` is neither .xlsx nor .csv", file.display());
                return Err(CliError::invalid(message).help("choose one of the two names"));
            }
        };
        let bytes = bytes.map_err(|error| sheet_error(&self.pack.pack, &error))?;
        fs::write(file, &bytes).map_err(|error| CliError::write(file, error))?;
        outln!("{}: written", file.display());
        if pack.is_none() && extension == "xlsx" {
            outln!("  = note: without the table of measures, because the pack has faults");
        }
        Ok(Status::Success)
    }

    fn import(
        &self,
        file: &Path,
        text: &str,
        document: &Json,
        pack: Option<&RulePack>,
    ) -> Result<Status, CliError> {
        let bytes = read(file)?;
        let import = import(document, pack, &bytes).map_err(|error| sheet_error(file, &error))?;
        print(&import);
        let target = self.out.as_deref().unwrap_or(&self.pack.pack);
        let edited =
            apply(text, &import.edits).map_err(|error| CliError::invalid(error.to_string()))?;
        let new_faults = match RulePack::from_json(&edited) {
            Err(error) if pack.is_some() => error.faults().len(),
            _ => 0,
        };
        let changes = count(import.changes.len(), "text");
        let faults = count(new_faults, "fault");
        if self.dry_run {
            outln!("{}: {changes} would change", target.display());
            if new_faults > 0 {
                outln!("  = note: the pack would have {faults}");
            }
        } else if new_faults > 0 && self.out.is_none() {
            let message =
                format!("`{}` would have {faults}, so it was not changed", target.display());
            let help = "complete the new language, or write the pack to another file with `--out`";
            return Err(CliError::invalid(message).help(help));
        } else {
            if !import.edits.is_empty() || self.out.is_some() {
                replace_file(target, &edited)?;
            }
            outln!("{}: {changes} changed", target.display());
            if new_faults > 0 {
                outln!("  = note: it has {faults}; run `eligibility lint`");
            }
        }
        let is_complete = import.conflicts.is_empty() && import.notices.is_empty();
        Ok(if is_complete && new_faults == 0 { Status::Success } else { Status::Findings })
    }
}

/// Reads one byte more than the limit, so that the import sees when a file is too large.
fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| CliError::read(path, error))?;
    file.take(MAX_FILE_SIZE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| CliError::read(path, error))?;
    Ok(bytes)
}

fn sheet_error(path: &Path, error: &SheetError) -> CliError {
    let help = match error {
        SheetError::TooLarge | SheetError::TooLargeUnpacked => "check that this is the right file",
        SheetError::NotASpreadsheet => "save the table as .xlsx, or as CSV in UTF-8",
        SheetError::OldOrLocked => "save it as .xlsx without a password",
        SheetError::Damaged(_) => "open it in a spreadsheet program and save it as .xlsx",
        SheetError::Encoding(_) => "save the table as .xlsx, or as \"CSV UTF-8\"",
        SheetError::NoTable => "import a table that `texts --export` wrote, with its first row",
        SheetError::TooLong { .. } => "export it as .csv",
        SheetError::Faults => "remove the faults that `eligibility lint` reports",
        SheetError::Write(_) => "try another file",
    };
    CliError::invalid(format!("`{}`: {error}", path.display())).help(help)
}
