//! The materials as a table that a spreadsheet opens.
//!
//! # Why
//!
//! Written by hand, as it is ten lines: the crate `csv` makes the browser's second module a sixth larger (15 KB as brotli). It
//! reads what is written here in the tests. The byte order mark is for WPS and Excel, which take a file without one for
//! GBK, the older Chinese encoding.

use crate::engine::{Checklist, ChecklistEntry, Need, checklist};
use crate::rulebook::OfficeId;

use super::measure_details::{copies_text, need_text, need_word};
use super::paper::Paper;
use super::sheet::{Content, of_answers};
use super::view::View;

/// What a spreadsheet takes for the beginning of a formula, in Chinese and Japanese ones also at full width (OWASP, "CSV Injection").
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The materials of the measures that the sheet has in full.
pub(super) fn materials(view: &View, paper: &Paper) -> Checklist {
    let content = Content::new(view, paper);
    checklist(&of_answers(view, &content).situation(), content.measures)
}

/// What stands in the file; nothing if there are no materials.
pub(super) fn materials_csv(view: &View, paper: &Paper) -> String {
    let entries = materials(view, paper).entries;
    if entries.is_empty() {
        return String::new();
    }
    let catalogue = &view.catalogue;
    let mut file = "\u{feff}".to_owned();
    let mut first = catalogue.material().to_string();
    if view.is_history() {
        first.push_str(&catalogue.bracketed(catalogue.historical()));
    }
    let head = [
        &first,
        catalogue.need().as_str(),
        catalogue.copies_title().as_str(),
        catalogue.material_note().as_str(),
        catalogue.for_measures().as_str(),
        catalogue.office().as_str(),
        catalogue.prepared().as_str(),
    ];
    row(&mut file, head);
    for entry in &entries {
        let material = &view.book.materials[entry.material];
        let note = material.note.as_ref().map(|note| view.text(note)).unwrap_or_default();
        let cells = [
            &*view.text(&material.title),
            need_word(view, entry.need).as_str(),
            &copies(view, entry),
            &note,
            &serves_text(view, entry),
            &offices_text(view, entry),
            "",
        ];
        row(&mut file, cells);
    }
    file
}

/// A number to reckon with where it is stated; nothing if nothing has to be handed in.
fn copies(view: &View, entry: &ChecklistEntry) -> String {
    match entry.need {
        Need::Exempt => String::new(),
        Need::Required | Need::IfApplicable if entry.is_stated => entry.copies.to_string(),
        Need::Required | Need::IfApplicable => copies_text(view, entry.copies, false),
    }
}

/// The measures that ask for a material, and how each needs it.
fn serves_text(view: &View, entry: &ChecklistEntry) -> String {
    let measures = entry.serves.iter().map(|needed| {
        let title = view.text(&view.book.measures[needed.measure].title);
        format!("{title}{}", view.catalogue.bracketed(&need_text(view, needed)))
    });
    measures.collect::<Vec<_>>().join(view.catalogue.semicolon())
}

/// The offices of those measures, each once, with what is published of how to reach it.
fn offices_text(view: &View, entry: &ChecklistEntry) -> String {
    let mut offices: Vec<OfficeId> = Vec::new();
    for office in entry.serves.iter().filter_map(|needed| view.book.measures[needed.measure].office) {
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    let offices = offices.into_iter().map(|id| {
        let office = &view.book.offices[id];
        let (title, reached_by) = (view.text(&office.title), office.reached_by(view.locale));
        match reached_by.is_empty() {
            true => title.to_string(),
            false => {
                format!("{title}{}", view.catalogue.bracketed(&reached_by.join(view.catalogue.list_comma())))
            }
        }
    });
    offices.collect::<Vec<_>>().join(view.catalogue.semicolon())
}

/// A record as in RFC 4180, every cell in quotes.
fn row<const N: usize>(file: &mut String, cells: [&str; N]) {
    for (place, cell) in cells.into_iter().enumerate() {
        file.push_str(if place == 0 { "\"" } else { ",\"" });
        // Whoever writes a pack must not be able to have a formula run on the computer of whoever opens the table. An
        // apostrophe makes it text everywhere; that some programs show it is the price, and no honest title pays it.
        if cell.starts_with(char::is_control) || cell.trim_start().starts_with(FORMULA) {
            file.push('\'');
        }
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}
