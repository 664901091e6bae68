//! Helpers that change a table as a colleague does in a spreadsheet.

use eligibility_check::author::sheet::{
    Export, Import, SheetError, TableKind, apply, export_csv, export_xlsx, import,
};
use eligibility_check::rulebook::{Json, Locale, RulePack};
use rust_xlsxwriter::Workbook;

/// A table: its header, and its rows.
pub(super) type Rows = Vec<Vec<String>>;

/// Exports a table of a pack as CSV.
pub(super) fn csv(pack: &str, kind: TableKind, further: &[Locale]) -> Vec<u8> {
    with_export(pack, further, |export| export_csv(export, kind)).unwrap()
}

/// Exports a pack as a workbook.
pub(super) fn xlsx(pack: &str) -> Vec<u8> {
    with_export(pack, &[], export_xlsx).unwrap()
}

/// Exports a pack.
pub(super) fn with_export<T>(
    pack: &str,
    further: &[Locale],
    export: impl FnOnce(&Export<'_>) -> T,
) -> T {
    let document = Json::parse(pack).unwrap();
    let parsed = RulePack::from_json(pack).ok();
    export(&Export { document: &document, pack: parsed.as_ref(), further, review: None })
}

/// Imports a file into a pack.
pub(super) fn try_import(pack: &str, file: &[u8]) -> Result<Import, SheetError> {
    let document = Json::parse(pack).unwrap();
    import(&document, RulePack::from_json(pack).ok().as_ref(), file)
}

/// Imports a file that is a table of a pack.
pub(super) fn imported(pack: &str, file: &[u8]) -> Import {
    try_import(pack, file).unwrap()
}

/// The pack after an import.
pub(super) fn applied(pack: &str, import: &Import) -> String {
    apply(pack, &import.edits).unwrap()
}

/// The rows of an exported CSV file, as in a spreadsheet program: cells with their apostrophe.
pub(super) fn rows(file: &[u8]) -> Rows {
    let text = std::str::from_utf8(file).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.unwrap());
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// The rows as a CSV file that another program saved, with its separator.
pub(super) fn saved(rows: &Rows, delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

/// The rows as a workbook that another program saved.
pub(super) fn saved_xlsx(rows: &Rows) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (number, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string(number, column, cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The index of the column whose header begins with a key.
pub(super) fn column(rows: &Rows, key: &str) -> usize {
    let is_wanted = |header: &String| header.split(' ').next() == Some(key);
    rows[0].iter().position(is_wanted).unwrap()
}

/// The cell at a place.
pub(super) fn cell<'a>(rows: &'a mut Rows, place: &str, key: &str) -> &'a mut String {
    let column = column(rows, key);
    let row = rows.iter_mut().find(|row| row[0] == place).unwrap();
    &mut row[column]
}
