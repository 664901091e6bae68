//! CSV in UTF-8 with a header. An empty cell is unanswered; several choices are separated by `;`.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};

use crate::cli::CliError;
use crate::engine::{Answer, Answers, CaseError};
use crate::rulebook::{Fact, FactKind, Json, RulePack};
use crate::sql::{ColumnMap, FactColumn};

use super::bind::{BoundColumns, BoundFact};
use super::row::{Position, Row, RowError, UnusableValue};
use super::value::answer;
use super::{Decoder, MAX_BYTES, MAX_CASE_SIZE, MAX_ROWS};

/// The remedy for text in another encoding.
fn convert(encoding: &str) -> String {
    format!(
        "save the file as UTF-8, for example with `iconv -f {encoding} -t UTF-8 old.csv > new.csv`"
    )
}

/// Reads records.
pub(in crate::cli) struct CsvReader {
    reader: csv::Reader<Limited>,
    /// The input in messages
    name: String,
    failed: Option<CliError>,
}

/// Some records, with their lines.
#[derive(Default)]
pub(in crate::cli) struct Records(Vec<(u64, ByteRecord)>);

impl CsvReader {
    /// Reads the header and finds the columns of the facts.
    ///
    /// # Errors
    ///
    /// The input is empty or not UTF-8, or columns are missing.
    pub(super) fn new(
        input: Box<dyn Read>,
        name: String,
        pack: &RulePack,
        map: ColumnMap,
    ) -> Result<(CsvReader, BoundColumns), CliError> {
        let mut builder = ReaderBuilder::new();
        // The header is read as the first record, and rows of another length are reported as such.
        builder.has_headers(false).flexible(true).buffer_capacity(64_000);
        let reader = builder.from_reader(Limited { input, left: 0 });
        let mut reader = CsvReader { reader, name, failed: None };
        let name = reader.name.clone();
        let Some((_, header)) = reader.record()? else {
            let error = CliError::invalid(format!("{name} is empty, but a header is expected"));
            return Err(error.help("begin with a line that names the columns"));
        };
        let columns: Vec<Option<&str>> =
            header.iter().map(|cell| std::str::from_utf8(cell).ok()).collect();
        let is_utf_16 = header.as_slice().contains(&0);
        let columns: Option<Vec<&str>> = columns.into_iter().collect();
        let Some(columns) = columns.filter(|_| !is_utf_16) else {
            let (found, encoding) = match is_utf_16 || has_utf_16_bom(&header) {
                true => ("UTF-16", "UTF-16"),
                false => ("not UTF-8", "GB18030"),
            };
            let error = CliError::invalid(format!("the header of {name} is {found}"));
            return Err(error.help(convert(encoding)));
        };
        let bound = BoundColumns::new(pack, map, &columns, &name).map_err(|error| {
            let separator = [';', '\t', '|']
                .into_iter()
                .find(|char| columns.len() == 1 && columns.iter().any(|name| name.contains(*char)));
            match separator {
                Some(';') => error.help("separate the columns by commas, not by semicolons"),
                Some('\t') => error.help("separate the columns by commas, not by tabs"),
                Some(_) => error.help("separate the columns by commas"),
                None => error,
            }
        })?;
        Ok((reader, bound))
    }

    pub(super) fn next_batch(&mut self) -> Result<Option<Records>, CliError> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let mut records = Records::default();
        let mut bytes = 0;
        while records.0.len() < MAX_ROWS && bytes < MAX_BYTES {
            match self.record() {
                Ok(Some((line, record))) => {
                    bytes += record.as_slice().len();
                    records.0.push((line, record));
                }
                Ok(None) => break,
                Err(error) if records.0.is_empty() => return Err(error),
                Err(error) => {
                    self.failed = Some(error);
                    break;
                }
            }
        }
        Ok((!records.0.is_empty()).then_some(records))
    }

    /// The next record with its line.
    fn record(&mut self) -> Result<Option<(u64, ByteRecord)>, CliError> {
        let line = self.reader.position().line();
        self.reader.get_mut().left = MAX_CASE_SIZE;
        let mut record = ByteRecord::new();
        match self.reader.read_byte_record(&mut record) {
            Ok(true) => Ok(Some((record.position().map_or(line, csv::Position::line), record))),
            Ok(false) => Ok(None),
            Err(error) => Err(self.error(line, error)),
        }
    }

    fn error(&self, line: u64, error: csv::Error) -> CliError {
        let name = &self.name;
        match error.into_kind() {
            csv::ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => {
                let limit = MAX_CASE_SIZE / 1_000_000;
                let message = format!("a row of {name} is larger than the limit of {limit} MB");
                let error = CliError::invalid(message).note(format!("it begins in line {line}"));
                error.help("check that every quotation mark is closed")
            }
            csv::ErrorKind::Io(source) => {
                CliError::Io { action: format!("cannot read {name}"), source, help: None }
            }
            // OK because records are bytes, and may have any length.
            _ => CliError::invalid(format!("{name} is not CSV in line {line}")),
        }
    }
}

/// Whether the first cell begins with a byte order mark of UTF-16.
fn has_utf_16_bom(header: &ByteRecord) -> bool {
    header.get(0).is_some_and(|cell| cell.starts_with(b"\xff\xfe") || cell.starts_with(b"\xfe\xff"))
}

/// An input that fails once a record is too large. A quotation mark that is not closed would
/// otherwise read the rest of the file into memory.
struct Limited {
    input: Box<dyn Read>,
    /// The bytes that the record may still have
    left: u64,
}

impl Read for Limited {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let length = self.input.read(buffer)?;
        self.left = self.left.saturating_sub(length as u64);
        Ok(length)
    }
}

impl Records {
    pub(super) fn each_row(
        &self,
        decoder: &Decoder<'_>,
        columns: &BoundColumns,
        visit: &mut dyn FnMut(Row),
    ) {
        for (line, record) in &self.0 {
            let id = record.get(columns.key).map(std::str::from_utf8);
            let id = match id {
                Some(Ok(id)) if !id.is_empty() => Json::String(id.to_owned()).to_text(),
                _ => "null".to_owned(),
            };
            let answers = answers(decoder, columns, record);
            visit(Row::of_table(decoder, Position::Line(*line), id, answers));
        }
    }
}

/// The answers in a record, or every cell that cannot be used.
fn answers(
    decoder: &Decoder<'_>,
    columns: &BoundColumns,
    record: &ByteRecord,
) -> Result<Answers, RowError> {
    if record.len() != columns.width {
        let message =
            format!("expected {} cells, as in the header, found {}", columns.width, record.len());
        return Err(RowError::Case(CaseError::Malformed(message)));
    }
    let mut answers = Answers::none(decoder.pack);
    let mut unusable = Vec::new();
    for BoundFact { fact, index, column } in &columns.facts {
        let cell = record.get(*index).unwrap_or_default();
        match cell_answer(decoder.pack, &decoder.pack.facts[*fact], column, cell) {
            Ok(answer) => answers.set(*fact, answer),
            Err(message) => {
                let column = column.column.clone();
                unusable.push(UnusableValue { fact: *fact, column, message });
            }
        }
    }
    if unusable.is_empty() { Ok(answers) } else { Err(RowError::Values(unusable)) }
}

/// The answer in a cell, `None` if it is empty.
fn cell_answer(
    pack: &RulePack,
    fact: &Fact,
    column: &FactColumn,
    cell: &[u8],
) -> Result<Option<Answer>, String> {
    let Ok(text) = std::str::from_utf8(cell) else {
        return Err(format!("not UTF-8, found `{}`", String::from_utf8_lossy(cell)));
    };
    // A mapping may give an empty text a meaning.
    if text.is_empty() && column.value(text).is_none() {
        return Ok(None);
    }
    let string = |text: &str| Json::String(text.to_owned());
    let json = match &fact.kind {
        FactKind::Choices(_) if !text.is_empty() => {
            let choices = text.split(';').map(str::trim).filter(|choice| !choice.is_empty());
            Json::Array(choices.map(string).collect())
        }
        FactKind::YesNo
        | FactKind::Choice(_)
        | FactKind::Choices(_)
        | FactKind::Number(_)
        | FactKind::Date => string(text),
    };
    answer(pack, &fact.kind, column, &json).map(Some)
}
