//! The table for reviewers: a row for each measure and criterion, with its condition in words.

use crate::page;
use crate::rulebook::{Criterion, Locale, Measure, ProvisionId, RulePack};

use super::table::{Column, ColumnKey, Table, TableKind};
use super::was::Was;

/// The columns, in a language of the pack.
fn columns(locale: Locale) -> [ColumnKey; 12] {
    [
        ColumnKey::Place,
        ColumnKey::ReadOnly("measure"),
        ColumnKey::Title(locale),
        ColumnKey::ReadOnly("criterion"),
        ColumnKey::Label(locale),
        ColumnKey::ReadOnly("condition"),
        ColumnKey::ReadOnly("clause"),
        ColumnKey::ReadOnly("quote"),
        ColumnKey::ReadOnly("grade"),
        ColumnKey::ReadOnly("grants"),
        ColumnKey::Remark,
        ColumnKey::Was,
    ]
}

/// The table in a language of the pack.
pub(super) fn measures_table(pack: &RulePack, locale: Locale) -> Table {
    let mut rows = Vec::new();
    for (_, measure) in pack.measures.iter() {
        rows.push(measure_row(pack, locale, measure));
        let criteria = measure.criteria.iter();
        rows.extend(criteria.map(|criterion| criterion_row(pack, locale, measure, criterion)));
    }
    let columns = columns(locale).map(|key| Column::new(key, locale));
    Table { kind: TableKind::Measures, columns: columns.into(), rows }
}

/// The row of a measure. Its title is for editing; the cell of the label is empty.
fn measure_row(pack: &RulePack, locale: Locale, measure: &Measure) -> Vec<String> {
    let title = measure.title.get(locale);
    let applies = measure.applies_when.as_ref();
    let read_only = [
        measure.id.to_string(),
        String::new(),
        applies.map(|when| page::condition_words(pack, when, locale).lines()).unwrap_or_default(),
        clauses(pack, locale, &measure.provision),
        quotes(pack, &measure.provision),
        String::new(),
        page::grant_text(pack, locale, &measure.grants),
    ];
    let place = format!("measures/{}", measure.id);
    row(place, ("title", &title), (title.to_string(), String::new()), read_only)
}

/// The row of a criterion. Its label is for editing; the title is that of the row above.
fn criterion_row(
    pack: &RulePack,
    locale: Locale,
    measure: &Measure,
    criterion: &Criterion,
) -> Vec<String> {
    let label = criterion.label.get(locale);
    let condition = match &criterion.when {
        Some(when) => page::condition_words(pack, when, locale).lines(),
        None => page::office_decides(locale).to_owned(),
    };
    let read_only = [
        measure.id.to_string(),
        criterion.id.to_string(),
        condition,
        clauses(pack, locale, &criterion.provision),
        quotes(pack, &criterion.provision),
        page::grade_text(locale, criterion.grade).to_owned(),
        String::new(),
    ];
    let place = format!("measures/{}/criteria/{}", measure.id, criterion.id);
    let texts = (measure.title.get(locale).to_string(), label.to_string());
    row(place, ("label", &label), texts, read_only)
}

fn row(
    place: String,
    (key, text): (&str, &str),
    (title, label): (String, String),
    read_only: [String; 7],
) -> Vec<String> {
    let mut was = Was::default();
    was.add(key, text);
    was.add_rest(read_only.iter().map(String::as_str));
    let [measure, criterion, condition, clause, quote, grade, grants] = read_only;
    let remark = String::new();
    vec![
        place,
        measure,
        title,
        criterion,
        label,
        condition,
        clause,
        quote,
        grade,
        grants,
        remark,
        was.cell(),
    ]
}

fn clauses(pack: &RulePack, locale: Locale, provisions: &[ProvisionId]) -> String {
    let clauses = provisions.iter().map(|id| pack.citation(locale, *id));
    clauses.collect::<Vec<_>>().join("\n")
}

fn quotes(pack: &RulePack, provisions: &[ProvisionId]) -> String {
    let quotes = provisions.iter().filter_map(|id| pack.provisions[*id].quote.as_deref());
    quotes.collect::<Vec<_>>().join("\n")
}
