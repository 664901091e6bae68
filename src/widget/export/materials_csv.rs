//! The materials as CSV (RFC 4180), for spreadsheets.
//!
//! # Why
//!
//! The writer is ten lines; the crate `csv` adds 15 KB (brotli) to the module. The tests parse the
//! file with `csv`. The file begins with a UTF-8 BOM, because WPS and Excel decode a file without
//! one as GBK.

use super::csv_row::csv_row;
use crate::engine::{Checklist, ChecklistEntry, Need, checklist};
use crate::rulebook::OfficeId;
use crate::widget::checklist::{Content, PrintOptions};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{copies_text, need_text, need_word};

/// The materials of the measures that have a block in the checklist.
fn materials(evaluation: &Evaluation, options: &PrintOptions) -> Checklist {
    let content = Content::new(evaluation, options);
    checklist(&content.evaluation(evaluation).context(), content.all())
}

/// The text of the file; `None` if there are no materials.
pub fn materials_csv(evaluation: &Evaluation, options: &PrintOptions) -> Option<String> {
    let entries = materials(evaluation, options).entries;
    if entries.is_empty() {
        return None;
    }
    let catalogue = &evaluation.pack.catalogue;
    let mut file = "\u{feff}".to_owned();
    let mut first_title = catalogue.material_column().to_string();
    if evaluation.is_lapsed() {
        first_title.push_str(&catalogue.bracketed(catalogue.historical_note()));
    }
    let header = [
        &first_title,
        catalogue.need_column().as_str(),
        catalogue.copies_column().as_str(),
        catalogue.material_note_column().as_str(),
        catalogue.for_measures_column().as_str(),
        catalogue.office_title().as_str(),
        catalogue.prepared_column().as_str(),
    ];
    csv_row(&mut file, header);
    for entry in &entries {
        let material = &evaluation.pack.rules.materials[entry.material];
        let note = material.note.as_ref().map(|note| evaluation.text(note)).unwrap_or_default();
        let cells = [
            &*evaluation.text(&material.title),
            need_word(evaluation, entry.need).as_str(),
            &copies(evaluation, entry),
            &note,
            &serves_text(evaluation, entry),
            &offices_text(evaluation, entry),
            "",
        ];
        csv_row(&mut file, cells);
    }
    Some(file)
}

/// The number of copies, worded as "at least" if a measure does not state it; empty if nothing has
/// to be submitted.
fn copies(evaluation: &Evaluation, entry: &ChecklistEntry) -> String {
    match entry.need {
        Need::Exempt => String::new(),
        Need::Required | Need::IfApplicable if entry.has_known_copies => entry.copies.to_string(),
        Need::Required | Need::IfApplicable => copies_text(evaluation, entry.copies, false),
    }
}

/// The measures that require a material, and how each needs it.
fn serves_text(evaluation: &Evaluation, entry: &ChecklistEntry) -> String {
    let measures = entry.required_by.iter().map(|needed| {
        let title = evaluation.text(&evaluation.pack.rules.measures[needed.measure].title);
        format!("{title}{}", evaluation.pack.catalogue.bracketed(&need_text(evaluation, needed)))
    });
    measures.collect::<Vec<_>>().join(evaluation.pack.catalogue.semicolon())
}

/// The offices of these measures, each once, with its published contact details.
fn offices_text(evaluation: &Evaluation, entry: &ChecklistEntry) -> String {
    let mut offices: Vec<OfficeId> = Vec::new();
    for office in entry
        .required_by
        .iter()
        .filter_map(|needed| evaluation.pack.rules.measures[needed.measure].office)
    {
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    let offices = offices.into_iter().map(|id| {
        let office = &evaluation.pack.rules.offices[id];
        let (title, contact_lines) =
            (evaluation.text(&office.title), office.contact_lines(evaluation.pack.locale));
        match contact_lines.is_empty() {
            true => title.to_string(),
            false => {
                format!(
                    "{title}{}",
                    evaluation
                        .pack
                        .catalogue
                        .bracketed(&contact_lines.join(evaluation.pack.catalogue.list_separator()))
                )
            }
        }
    });
    offices.collect::<Vec<_>>().join(evaluation.pack.catalogue.semicolon())
}
