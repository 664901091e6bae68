//! The table for translators: a row for each text of a pack, a column for each language.

use crate::rulebook::{Json, Locale};

use super::describe::description;
use super::place::{PackText, languages, pack_texts};
use super::table::{Column, ColumnKey, Table, TableKind};
use super::was::Was;

/// The table, with a column for each language of the pack and for each further one.
pub(super) fn texts_table(document: &Json, further: &[Locale]) -> Table {
    let texts = pack_texts(document);
    let mut languages = languages(document, &texts);
    // The words for people are in the pack's first language.
    let locale = languages.first().copied().unwrap_or(Locale::En);
    for language in further {
        if !languages.contains(language) {
            languages.push(*language);
        }
    }
    let mut columns = vec![
        Column::new(ColumnKey::Place, locale),
        Column::new(ColumnKey::ReadOnly("what"), locale),
    ];
    let named = languages.iter().map(|language| (*language, language_name(document, *language)));
    columns.extend(named.map(|(language, name)| Column::text(language, name)));
    columns.push(Column::new(ColumnKey::Remark, locale));
    columns.push(Column::new(ColumnKey::Was, locale));
    let rows = texts.iter().map(|text| row(text, &languages, locale)).collect();
    Table { kind: TableKind::Texts, columns, rows }
}

fn row(text: &PackText<'_>, languages: &[Locale], locale: Locale) -> Vec<String> {
    let what = description(text, locale);
    let mut was = Was::default();
    text.versions.iter().for_each(|(language, version)| was.add(language.tag(), version));
    was.add_rest([what.as_str()]);
    let versions =
        languages.iter().map(|language| text.get(*language).unwrap_or_default().to_owned());
    let start = [text.place.clone(), what];
    start.into_iter().chain(versions).chain([String::new(), was.cell()]).collect()
}

/// The name of a language in that language, as the pack gives it; empty if it gives none.
pub(super) fn language_name(document: &Json, locale: Locale) -> &str {
    let entries = document.get("languages").map(Json::items).unwrap_or_default();
    let entry = entries
        .iter()
        .find(|entry| entry.get("tag").and_then(Json::as_str) == Some(locale.tag()))
        .and_then(|entry| entry.get("name")?.as_str());
    entry.unwrap_or(match locale {
        Locale::ZhHans => "简体中文",
        Locale::ZhHant => "繁體中文",
        Locale::En => "English",
        Locale::Other(_) => "",
    })
}
