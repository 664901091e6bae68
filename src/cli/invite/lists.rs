//! The lists of firms to invite: one CSV file per measure, streamed.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::engine::{Applications, EvalContext, MeasureAssessment, amount, applications};
use crate::rulebook::{FactId, Id, Locale, Measure, MeasureId, RulePack, format_date};
use crate::widget::{Catalogue, csv_row};

use super::firm::{Firm, Unusable};
use super::group::Group;
use super::link::Links;
use super::readme;
use crate::cli::CliError;
use crate::cli::registry::Position;

/// Bytes of a list that are kept in memory before they are appended to its file.
const BUFFER: usize = 64 * 1024;

/// The rows that are not assessed.
const NOT_ASSESSED: &str = "not-assessed.csv";

/// The folder of lists.
pub(super) struct Lists<'a> {
    pack: &'a RulePack,
    locale: Locale,
    links: Option<Links<'a>>,
    measures: Vec<List>,
    not_assessed: List,
}

impl<'a> Lists<'a> {
    /// Creates the folder, with a note on what the links reveal.
    ///
    /// # Errors
    ///
    /// The folder contains something: lists of two runs would mix.
    pub(super) fn create(
        pack: &'a RulePack,
        locale: Locale,
        folder: &'a Path,
        links: Option<Links<'a>>,
    ) -> Result<Lists<'a>, CliError> {
        let write_error = |error| CliError::write(folder, error);
        create_folder(folder).map_err(write_error)?;
        if fs::read_dir(folder).map_err(write_error)?.next().is_some() {
            let message = format!("the folder `{}` is not empty", folder.display());
            return Err(CliError::invalid(message).help("pass the name of a new folder"));
        }
        let path = folder.join("README.txt");
        fs::write(&path, readme::text()).map_err(|error| CliError::write(&path, error))?;
        let name = |(_, measure): (_, &Measure)| format!("invite-{}.csv", measure.id);
        let measures =
            pack.measures.iter().map(|entry| List::new(folder.join(name(entry)), MEASURE_HEADER));
        let measures = measures.collect();
        let not_assessed = List::new(folder.join(NOT_ASSESSED), FAULT_HEADER);
        Ok(Lists { pack, locale, links, measures, not_assessed })
    }

    /// Adds a firm to the list of a measure.
    pub(super) fn add(
        &mut self,
        firm: &Firm<'_>,
        measure: MeasureId,
        assessed: &MeasureAssessment,
        group: &Group,
    ) -> Result<(), CliError> {
        let amount = amount(&firm.context, measure, assessed);
        let amount = amount.map(|amount| {
            let max = amount.max.map(|max| max.to_string()).unwrap_or_default();
            (amount.min.to_string(), max, amount.unit)
        });
        let (min, max, unit) = amount.unwrap_or_default();
        let (status, day) = applications_cells(&firm.context, measure);
        let link =
            self.links.as_mut().map(|links| links.link(measure, firm.context.as_of, firm.answers));
        let cells = [
            firm.key,
            &self.pack.measures[measure].id,
            &self.pack.measures[measure].title.get(self.locale),
            assessed.outcome.name(),
            &missing_ids(self.pack, group.missing()),
            &missing_questions(self.pack, self.locale, group.missing()),
            &min,
            &max,
            &unit,
            status,
            &day,
            &link.unwrap_or_default(),
        ];
        match self.measures.get_mut(measure.index()) {
            Some(list) => list.push(cells),
            // OK because there is a list for each measure of the pack.
            None => Ok(()),
        }
    }

    /// Adds a row that is not assessed.
    pub(super) fn add_unusable(
        &mut self,
        position: Position,
        row: &Unusable,
    ) -> Result<(), CliError> {
        self.not_assessed.push([&position.text(), &row.key, &row.field, &row.message])
    }

    /// Writes what is still in memory.
    pub(super) fn finish(mut self) -> Result<(), CliError> {
        self.measures.iter_mut().chain([&mut self.not_assessed]).try_for_each(List::flush)
    }
}

const MEASURE_HEADER: &[u8] =
    b"\"key\",\"measure\",\"title\",\"outcome\",\"missing\",\"questions\",\
\"amount_min\",\"amount_max\",\"amount_unit\",\"applications\",\"applications_day\",\"link\"\r\n";

const FAULT_HEADER: &[u8] = b"\"position\",\"key\",\"field\",\"message\"\r\n";

/// One file. It is open only while a part is appended, so that a pack with many measures exceeds no
/// limit of the operating system. It exists only if it has a row.
struct List {
    path: PathBuf,
    buffer: String,
    header: &'static [u8],
}

impl List {
    fn new(path: PathBuf, header: &'static [u8]) -> List {
        List { path, buffer: String::new(), header }
    }

    fn push<const N: usize>(&mut self, cells: [&str; N]) -> Result<(), CliError> {
        csv_row(&mut self.buffer, cells);
        if self.buffer.len() < BUFFER { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<(), CliError> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let write = || {
            let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
            if !self.header.is_empty() {
                // WPS and Excel decode a file without a UTF-8 BOM as GBK.
                file.write_all(b"\xef\xbb\xbf")?;
                file.write_all(self.header)?;
            }
            file.write_all(self.buffer.as_bytes())
        };
        write().map_err(|error| CliError::write(&self.path, error))?;
        self.header = b"";
        self.buffer.clear();
        Ok(())
    }
}

/// Creates a folder. On Unix, only its owner can open it: it will name firms.
fn create_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The ids of missing answers, with spaces between them.
fn missing_ids(pack: &RulePack, missing: &[FactId]) -> String {
    missing.iter().map(|fact| &*pack.facts[*fact].id).collect::<Vec<_>>().join(" ")
}

/// The questions of missing answers.
fn missing_questions(pack: &RulePack, locale: Locale, missing: &[FactId]) -> String {
    let questions = missing.iter().map(|fact| pack.facts[*fact].question.get(locale));
    questions.collect::<Vec<_>>().join(Catalogue::of(locale).semicolon())
}

/// The status of the applications, and its day.
fn applications_cells(context: &EvalContext<'_>, measure: MeasureId) -> (&'static str, String) {
    let status = applications(context, measure);
    let day = match status {
        Applications::Open(day) | Applications::Closed(day) => day,
        Applications::Opens(day) | Applications::Past(day) => Some(day),
        Applications::Unpublished | Applications::Undecided => None,
    };
    (status.name(), day.map(format_date).unwrap_or_default())
}
