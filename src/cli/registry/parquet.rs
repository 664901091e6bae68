//! Apache Parquet. NULL is unanswered. Only the columns that a fact needs are read, in batches, so
//! that memory is constant.

use std::fs::File;
use std::sync::Arc;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row as Record};
use parquet::schema::types::Type;

use crate::cli::CliError;
use crate::engine::Answers;
use crate::rulebook::{Json, RulePack};
use crate::sql::ColumnMap;

use super::bind::{BoundColumns, BoundFact};
use super::parquet_field::{json, size};
use super::parquet_type::{ColumnType, Scalar, check_type};
use super::row::{Position, Row, RowError, UnusableValue};
use super::value::answer;
use super::{Decoder, MAX_BYTES, MAX_ROWS};

/// Reads rows.
pub(in crate::cli) struct ParquetReader {
    rows: RowIter<'static>,
    /// The input in messages
    name: String,
    /// The number of rows read
    row: u64,
    failed: Option<CliError>,
}

/// Some rows.
#[derive(Default)]
pub(in crate::cli) struct Records {
    /// The number of the first row, from 1
    first: u64,
    rows: Vec<Vec<Field>>,
}

impl ParquetReader {
    /// Finds the columns of the facts in the file, and checks their types.
    ///
    /// # Errors
    ///
    /// The file is not Parquet, columns are missing, or have a wrong type.
    pub(super) fn new(
        file: File,
        name: String,
        pack: &RulePack,
        map: ColumnMap,
    ) -> Result<(ParquetReader, BoundColumns), CliError> {
        let fault = |error: ParquetError| unreadable(&name, &error);
        let reader = SerializedFileReader::new(file).map_err(fault)?;
        let schema = reader.metadata().file_metadata().schema_descr().root_schema_ptr();
        let fields = schema.get_fields();
        let header: Vec<&str> = fields.iter().map(|field| field.name()).collect();
        let mut bound = BoundColumns::new(pack, map, &header, &name)?;
        check_types(pack, &bound, &schema, &name)?;
        // Read the used columns only, and count in them from here on.
        let used: Vec<usize> = (0..fields.len())
            .filter(|index| {
                *index == bound.key || bound.facts.iter().any(|fact| fact.index == *index)
            })
            .collect();
        let renumbered =
            |old: usize| used.iter().position(|index| *index == old).unwrap_or_default();
        bound.key = renumbered(bound.key);
        for fact in &mut bound.facts {
            fact.index = renumbered(fact.index);
        }
        let used = used.iter().filter_map(|index| fields.get(*index)).map(Arc::clone).collect();
        let projection = Type::group_type_builder(schema.name()).with_fields(used).build();
        let rows = RowIter::from_file_into(Box::new(reader))
            .project(Some(projection.map_err(fault)?))
            .map_err(fault)?;
        Ok((ParquetReader { rows, name, row: 0, failed: None }, bound))
    }

    pub(super) fn next_batch(&mut self) -> Result<Option<Records>, CliError> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let mut records = Records { first: self.row + 1, rows: Vec::new() };
        let mut bytes = 0;
        while records.rows.len() < MAX_ROWS && bytes < MAX_BYTES {
            match self.rows.next() {
                None => break,
                Some(Ok(record)) => {
                    let record = fields(record);
                    bytes += record.iter().map(size).sum::<usize>();
                    records.rows.push(record);
                    self.row += 1;
                }
                Some(Err(error)) => {
                    let error = unreadable(&self.name, &error);
                    let error = error.note(format!("it can be read up to row {}", self.row));
                    if records.rows.is_empty() {
                        return Err(error);
                    }
                    self.failed = Some(error);
                    break;
                }
            }
        }
        Ok((!records.rows.is_empty()).then_some(records))
    }
}

/// The values of a record, without the names of their columns.
fn fields(record: Record) -> Vec<Field> {
    record.into_columns().into_iter().map(|(_, field)| field).collect()
}

/// The error for a file that is not Parquet, is damaged, or has an unusual compression.
fn unreadable(name: &str, error: &ParquetError) -> CliError {
    let error = CliError::invalid(format!("{name} cannot be read as Parquet: {error}"));
    error.help("pass a complete Parquet file, uncompressed or compressed with Snappy, zstd or gzip")
}

/// Checks the types of all used columns.
fn check_types(
    pack: &RulePack,
    bound: &BoundColumns,
    schema: &Type,
    name: &str,
) -> Result<(), CliError> {
    let type_of = |index: usize| {
        schema.get_fields().get(index).map_or(ColumnType::Nested, |field| ColumnType::of(field))
    };
    let mut faults = Vec::new();
    let key = type_of(bound.key);
    if !matches!(key, ColumnType::Scalar(Scalar::Text | Scalar::Integer)) {
        let column = schema.get_fields().get(bound.key).map_or("", |field| field.name());
        faults.push(format!(
            "column `{column}` with the key: expected texts or integers, found {}",
            key.name()
        ));
    }
    for BoundFact { fact, index, column } in &bound.facts {
        let (fact, found) = (&pack.facts[*fact], type_of(*index));
        if let Err(expected) = check_type(&fact.kind, column.values.is_some(), found) {
            faults.push(format!(
                "column `{}` with the fact `{}`: expected {expected}, found {}",
                column.column,
                fact.id,
                found.name()
            ));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    let error = CliError::invalid(format!("{name} has columns of a wrong type"));
    let error = faults.into_iter().fold(error, CliError::note);
    Err(error.help("convert the columns where the file is written"))
}

impl Records {
    pub(super) fn each_row(
        &self,
        decoder: &Decoder<'_>,
        columns: &BoundColumns,
        visit: &mut dyn FnMut(Row),
    ) {
        for (number, record) in (self.first..).zip(&self.rows) {
            let id = record.get(columns.key).and_then(json).unwrap_or(Json::Null).to_text();
            let answers = answers(decoder, columns, record);
            visit(Row::of_table(decoder, Position::Row(number), id, answers));
        }
    }
}

/// The answers in a record, or every value that cannot be used.
fn answers(
    decoder: &Decoder<'_>,
    columns: &BoundColumns,
    record: &[Field],
) -> Result<Answers, RowError> {
    let mut answers = Answers::none(decoder.pack);
    let mut unusable = Vec::new();
    for BoundFact { fact, index, column } in &columns.facts {
        let Some(cell) = record.get(*index).and_then(json) else { continue };
        match answer(decoder.pack, &decoder.pack.facts[*fact].kind, column, &cell) {
            Ok(answer) => answers.set(*fact, Some(answer)),
            Err(message) => {
                let column = column.column.clone();
                unusable.push(UnusableValue { fact: *fact, column, message });
            }
        }
    }
    if unusable.is_empty() { Ok(answers) } else { Err(RowError::Values(unusable)) }
}
