//! The registry of firms: the rows of a file or of standard input, as cases.
//!
//! A [`Reader`] splits the input into batches in one thread. [`Decoder`]s turn batches into rows,
//! each in a thread of its own: parsing costs more than reading. Memory is constant, because a
//! batch is bounded by rows and bytes, and a row by [`MAX_CASE_SIZE`].

mod bind; // The columns of a file, for the facts of a pack.
mod columns; // The file of `--columns`.
mod csv; // Rows of CSV.
mod jsonl; // Lines of JSON.
mod parquet; // Rows of Parquet.
mod parquet_field; // Values of Parquet.
mod parquet_type; // Types of Parquet columns.
mod row; // A row, and its errors.
mod value; // Values of cells.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::rulebook::RulePack;

use super::CliError;
use super::case::MAX_CASE_SIZE;

pub(super) use columns::load as load_columns;
pub(super) use row::{Position, Row, RowError, UnusableValue};

/// Most rows of a batch.
const MAX_ROWS: usize = 512;

/// Bytes after which a batch takes no further row.
const MAX_BYTES: usize = 256_000;

/// The options for the input of a registry
#[derive(Debug, clap::Args)]
pub(super) struct RegistryInput {
    /// The file with the firms; `-` is standard input
    #[arg(long, value_name = "FILE", default_value = "-")]
    input: PathBuf,
    /// The format of the input [default: by the ending of the file's name, else json]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// A mapping file: the columns of the facts in CSV and Parquet [default: named by the fact ids,
    /// with `_` for `-`, and a column `id`]
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
}

// Not documented one by one: clap would print each option on several lines.
/// The format of a registry
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Json,
    Csv,
    Parquet,
}

/// Reads the input in batches.
pub(super) enum Reader {
    Jsonl(jsonl::LineReader<Box<dyn std::io::BufRead>>),
    Csv(Box<csv::CsvReader>),
    Parquet(Box<parquet::ParquetReader>),
}

/// Some rows of the input, not parsed yet.
pub(super) enum Batch {
    Jsonl(jsonl::Lines),
    Csv(csv::Records),
    Parquet(parquet::Records),
}

/// Turns batches into rows.
pub(super) struct Decoder<'p> {
    pub(super) pack: &'p RulePack,
    /// The as-of date of cases without one
    pub(super) as_of: Date,
    pub(super) layout: Layout,
}

/// The columns of the facts; `None` for JSON Lines.
pub(super) type Layout = Option<Arc<bind::BoundColumns>>;

impl RegistryInput {
    /// Opens the input, and finds the columns of the facts in it. Reports facts without a column on
    /// standard error.
    ///
    /// # Errors
    ///
    /// The file or its mapping cannot be used.
    pub(super) fn open(&self, pack: &RulePack) -> Result<(Reader, Layout), CliError> {
        let format = self.format()?;
        let is_stdin = self.input.as_os_str() == "-";
        if format == Format::Json {
            if self.columns.is_some() {
                let error = CliError::invalid("`--columns` does not apply to JSON Lines");
                return Err(error.help("name the facts by their ids, or pass CSV or Parquet"));
            }
            let input: Box<dyn std::io::BufRead> = match is_stdin {
                true => Box::new(std::io::stdin().lock()),
                false => Box::new(BufReader::with_capacity(64_000, open(&self.input)?)),
            };
            return Ok((Reader::Jsonl(jsonl::LineReader::new(input, self.name())), None));
        }
        let map = columns::load(pack, self.columns.as_deref())?;
        let (reader, bound) = match format {
            Format::Parquet if is_stdin => {
                let error = CliError::invalid("cannot read Parquet from standard input");
                return Err(error.help("pass a file with `--input`: Parquet is read from its end"));
            }
            Format::Parquet => {
                let (reader, bound) =
                    parquet::ParquetReader::new(open(&self.input)?, self.name(), pack, map)?;
                (Reader::Parquet(Box::new(reader)), bound)
            }
            Format::Csv | Format::Json => {
                let input: Box<dyn Read> = match is_stdin {
                    true => Box::new(std::io::stdin().lock()),
                    false => Box::new(open(&self.input)?),
                };
                let (reader, bound) = csv::CsvReader::new(input, self.name(), pack, map)?;
                (Reader::Csv(Box::new(reader)), bound)
            }
        };
        bound.report_unanswered(pack, &self.name());
        Ok((reader, Some(Arc::new(bound))))
    }

    /// The input in messages.
    fn name(&self) -> String {
        match self.input.as_os_str() == "-" {
            true => "standard input".to_owned(),
            false => format!("`{}`", self.input.display()),
        }
    }

    fn format(&self) -> Result<Format, CliError> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        if self.input.as_os_str() == "-" {
            return Ok(Format::Json);
        }
        let ending = self.input.extension().unwrap_or_default().to_ascii_lowercase();
        match ending.to_str() {
            Some("json" | "jsonl" | "ndjson") => Ok(Format::Json),
            Some("csv") => Ok(Format::Csv),
            Some("parquet" | "pq") => Ok(Format::Parquet),
            _ => {
                let message = format!("the ending of {} names no format", self.name());
                Err(CliError::invalid(message).help("pass `--format json`, `csv` or `parquet`"))
            }
        }
    }
}

fn open(path: &Path) -> Result<File, CliError> {
    let file = File::open(path).map_err(|error| CliError::read(path, error));
    file.map_err(|error| error.help_if_missing("pass a file with the firms, or `-`"))
}

impl Reader {
    /// The next rows, `None` at the end.
    ///
    /// # Errors
    ///
    /// The input cannot be read any further. The rows before have been returned.
    pub(super) fn next_batch(&mut self) -> Result<Option<Batch>, CliError> {
        match self {
            Reader::Jsonl(reader) => Ok(reader.next_batch()?.map(Batch::Jsonl)),
            Reader::Csv(reader) => Ok(reader.next_batch()?.map(Batch::Csv)),
            Reader::Parquet(reader) => Ok(reader.next_batch()?.map(Batch::Parquet)),
        }
    }
}

impl Decoder<'_> {
    /// Parses the rows of a batch, and passes them on in their order.
    pub(super) fn each_row(&self, batch: &Batch, visit: &mut dyn FnMut(Row)) {
        match (batch, &self.layout) {
            (Batch::Jsonl(lines), _) => lines.each_row(self.pack, self.as_of, visit),
            (Batch::Csv(records), Some(layout)) => records.each_row(self, layout, visit),
            (Batch::Parquet(records), Some(layout)) => records.each_row(self, layout, visit),
            // OK because `open` returns a layout for both.
            (Batch::Csv(_) | Batch::Parquet(_), None) => {}
        }
    }
}
