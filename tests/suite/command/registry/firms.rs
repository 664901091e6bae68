//! Invented firms, written as JSON Lines, CSV and Parquet.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use eligibility_check::rulebook::{
    Decimal, FactKind, Json, RulePack, date_from_day_number, day_number, format_date, parse_date,
};
use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

/// A pseudo-random number generator (Knuth, MMIX): the same firms in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

/// The answers of firms: per firm, a value for each fact of the pack, if there is one.
pub(super) fn firms(pack: &RulePack, count: usize) -> Vec<Vec<Option<Json>>> {
    let mut random = Random(2017);
    let mut firm = |_| {
        let value = |(_, fact): (_, &eligibility_check::rulebook::Fact)| {
            (random.below(3) > 0).then(|| value(&fact.kind, &mut random))
        };
        pack.facts.iter().map(value).collect()
    };
    (0..count).map(&mut firm).collect()
}

fn value(kind: &FactKind, random: &mut Random) -> Json {
    let id = |id: &str| Json::String(id.to_owned());
    match kind {
        FactKind::YesNo => Json::Bool(random.below(2) == 1),
        FactKind::Choice(options) => id(&options[random.below(options.len())].id),
        FactKind::Choices(options) => {
            let chosen = options.iter().filter(|_| random.below(3) == 0);
            Json::Array(chosen.map(|option| id(&option.id)).collect())
        }
        FactKind::Number(kind) => {
            let least = kind.min.unwrap_or_default();
            let step = 10_i64.pow(6 - u32::from(kind.decimals));
            let steps = i64::try_from(random.below(90_000)).unwrap();
            let value = Decimal::from_millionths(least.millionths() + steps * step);
            Json::String(value.min(kind.max.unwrap_or(Decimal::MAX)).to_string())
        }
        FactKind::Date => {
            let day = 17_167 + i64::try_from(random.below(1_461)).unwrap();
            Json::String(format_date(date_from_day_number(day).unwrap()))
        }
    }
}

/// The firms as cases. Their ids are texts, as in tables.
pub(super) fn json_lines(pack: &RulePack, firms: &[Vec<Option<Json>>]) -> String {
    let mut text = String::new();
    for (number, firm) in firms.iter().enumerate() {
        let answers = pack
            .facts
            .iter()
            .zip(firm)
            .filter_map(|((_, fact), value)| Some((fact.id.to_string(), value.clone()?)));
        let answers = Json::Object(answers.collect()).to_text();
        text.push_str(&format!("{{\"id\":\"F{number}\",\"answers\":{answers}}}\n"));
    }
    text
}

/// The firms as a table with a header.
pub(super) fn csv(pack: &RulePack, firms: &[Vec<Option<Json>>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = pack.facts.iter().map(|(_, fact)| fact.id.replace('-', "_"));
    writer.write_record(std::iter::once("id".to_owned()).chain(columns)).unwrap();
    for (number, firm) in firms.iter().enumerate() {
        let cell = |value: &Option<Json>| match value {
            None => String::new(),
            Some(Json::String(text)) => text.clone(),
            // Only separators: none of the options.
            Some(Json::Array(items)) if items.is_empty() => ";".to_owned(),
            Some(Json::Array(items)) => {
                items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(";")
            }
            Some(value) => value.to_text(),
        };
        let cells = std::iter::once(format!("F{number}")).chain(firm.iter().map(cell));
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A column of a Parquet file.
pub(super) enum Column {
    Booleans(Vec<Option<bool>>),
    Texts(Vec<Option<String>>),
    Lists(Vec<Option<Vec<String>>>),
    /// With six decimal places, in millionths
    Decimals(Vec<Option<i64>>),
    Doubles(Vec<Option<f64>>),
    Integers(Vec<Option<i64>>),
    /// Days since 1 January 1970
    Dates(Vec<Option<i32>>),
    /// Microseconds since 1 January 1970
    Timestamps(Vec<Option<i64>>),
}

impl Column {
    fn schema(&self, name: &str) -> String {
        match self {
            Column::Booleans(_) => format!("optional boolean {name};"),
            Column::Texts(_) => format!("optional byte_array {name} (STRING);"),
            Column::Lists(_) => format!(
                "optional group {name} (LIST) {{ repeated group list {{ \
                 optional byte_array element (STRING); }} }}"
            ),
            Column::Decimals(_) => format!("optional int64 {name} (DECIMAL(18,6));"),
            Column::Doubles(_) => format!("optional double {name};"),
            Column::Integers(_) => format!("optional int64 {name};"),
            Column::Dates(_) => format!("optional int32 {name} (DATE);"),
            Column::Timestamps(_) => {
                format!("optional int64 {name} (TIMESTAMP(MICROS,true));")
            }
        }
    }

    fn len(&self) -> usize {
        match self {
            Column::Booleans(values) => values.len(),
            Column::Texts(values) => values.len(),
            Column::Lists(values) => values.len(),
            Column::Doubles(values) => values.len(),
            Column::Dates(values) => values.len(),
            Column::Decimals(values) | Column::Integers(values) | Column::Timestamps(values) => {
                values.len()
            }
        }
    }
}

/// The values that are not NULL, and the definition level of each row.
fn levels<T: Clone>(values: &[Option<T>]) -> (Vec<T>, Vec<i16>) {
    let levels = values.iter().map(|value| i16::from(value.is_some())).collect();
    (values.iter().flatten().cloned().collect(), levels)
}

/// Writes a file with two row groups.
pub(super) fn write_parquet(path: &Path, compression: Compression, columns: &[(&str, &Column)]) {
    let fields = columns.iter().map(|(name, column)| column.schema(name));
    let schema = format!("message firms {{ {} }}", fields.collect::<Vec<_>>().join(" "));
    let schema = Arc::new(parse_message_type(&schema).unwrap());
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut file =
        SerializedFileWriter::new(File::create(path).unwrap(), schema, Arc::new(properties))
            .unwrap();
    let rows = columns.first().map_or(0, |(_, column)| column.len());
    for range in [0..rows / 2, rows / 2..rows] {
        let mut group = file.next_row_group().unwrap();
        for (_, column) in columns {
            let mut writer = group.next_column().unwrap().unwrap();
            let bytes = |text: &String| ByteArray::from(text.as_str());
            match column {
                Column::Booleans(values) => {
                    let (values, levels) = levels(&values[range.clone()]);
                    writer.typed::<BoolType>().write_batch(&values, Some(&levels), None).unwrap();
                }
                Column::Texts(values) => {
                    let (values, levels) = levels(&values[range.clone()]);
                    let values: Vec<ByteArray> = values.iter().map(bytes).collect();
                    writer
                        .typed::<ByteArrayType>()
                        .write_batch(&values, Some(&levels), None)
                        .unwrap();
                }
                Column::Lists(lists) => {
                    let (mut values, mut defined, mut repeated) = (vec![], vec![], vec![]);
                    for list in &lists[range.clone()] {
                        let list = list.as_ref();
                        let items = list.map(Vec::as_slice).unwrap_or_default();
                        if items.is_empty() {
                            defined.push(i16::from(list.is_some()));
                            repeated.push(0);
                        }
                        for (index, item) in items.iter().enumerate() {
                            values.push(bytes(item));
                            defined.push(3);
                            repeated.push(i16::from(index > 0));
                        }
                    }
                    writer
                        .typed::<ByteArrayType>()
                        .write_batch(&values, Some(&defined), Some(&repeated))
                        .unwrap();
                }
                Column::Doubles(values) => {
                    let (values, levels) = levels(&values[range.clone()]);
                    writer.typed::<DoubleType>().write_batch(&values, Some(&levels), None).unwrap();
                }
                Column::Dates(values) => {
                    let (values, levels) = levels(&values[range.clone()]);
                    writer.typed::<Int32Type>().write_batch(&values, Some(&levels), None).unwrap();
                }
                Column::Decimals(values)
                | Column::Integers(values)
                | Column::Timestamps(values) => {
                    let (values, levels) = levels(&values[range.clone()]);
                    writer.typed::<Int64Type>().write_batch(&values, Some(&levels), None).unwrap();
                }
            }
            writer.close().unwrap();
        }
        group.close().unwrap();
    }
    file.close().unwrap();
}

/// The firms as columns. Numbers are decimals and floating-point numbers in turn.
pub(super) fn columns(pack: &RulePack, firms: &[Vec<Option<Json>>]) -> Vec<(String, Column)> {
    let ids = (0..firms.len()).map(|number| Some(format!("F{number}"))).collect();
    let mut columns = vec![("id".to_owned(), Column::Texts(ids))];
    for (index, (_, fact)) in pack.facts.iter().enumerate() {
        let cells = || firms.iter().map(|firm| firm[index].as_ref());
        let text = |cell: &Json| cell.as_str().unwrap().to_owned();
        let texts = || cells().map(|cell| cell.map(text));
        let column = match &fact.kind {
            FactKind::YesNo => Column::Booleans(
                cells().map(|cell| cell.map(|cell| *cell == Json::Bool(true))).collect(),
            ),
            FactKind::Choice(_) => Column::Texts(texts().collect()),
            FactKind::Choices(_) => {
                let list = |cell: &Json| cell.items().iter().map(text).collect();
                Column::Lists(cells().map(|cell| cell.map(list)).collect())
            }
            FactKind::Number(_) if index % 2 == 0 => {
                let millionths = |text: String| text.parse::<Decimal>().unwrap().millionths();
                Column::Decimals(texts().map(|text| text.map(millionths)).collect())
            }
            FactKind::Number(_) => Column::Doubles(
                texts().map(|text| text.map(|text| text.parse().unwrap())).collect(),
            ),
            FactKind::Date => {
                let day = |text: String| day_number(parse_date(&text).unwrap());
                let day = |text| i32::try_from(day(text)).unwrap();
                Column::Dates(texts().map(|text| text.map(day)).collect())
            }
        };
        columns.push((fact.id.replace('-', "_"), column));
    }
    columns
}
