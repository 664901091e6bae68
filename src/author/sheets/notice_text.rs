//! Notices about a spreadsheet, as sentences.

use crate::author::sheet::{CellProblem, Encoding, Notice};
use crate::author::text::{SheetTexts, fill};
use crate::rulebook::Locale;

/// Places that a sentence lists.
const MAX_PLACES: usize = 10;

/// A notice as a sentence, and the texts of the pack and of the file.
pub(super) struct NoticeText {
    pub(super) sentence: String,
    pub(super) pack: Option<String>,
    pub(super) sheet: Vec<String>,
}

impl NoticeText {
    pub(super) fn new(notice: &Notice, texts: &SheetTexts) -> NoticeText {
        let (mut pack, mut sheet) = (None, Vec::new());
        let sentence = match notice {
            Notice::Encoding(encoding) => {
                let name = match encoding {
                    Encoding::Utf8 => "UTF-8",
                    Encoding::Utf16 => "UTF-16",
                    Encoding::Gb18030 => "GB18030",
                };
                fill(texts.encoding, &[name])
            }
            Notice::NoWas { rows } => {
                let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
                fill(texts.no_was, &[&list(&rows)])
            }
            Notice::UnknownColumn(header) => fill(texts.unknown_column, &[header]),
            Notice::MissingLanguage(language) => fill(texts.missing_language, &[language.tag()]),
            Notice::UnknownPlace { row, place, texts: cells } => {
                sheet.clone_from(cells);
                fill(texts.unknown_place, &[&row.to_string(), place])
            }
            Notice::MissingRows(places) => {
                fill(texts.missing_rows, &[&places.len().to_string(), &list(places)])
            }
            Notice::Emptied { place, language } => fill(texts.emptied, &[&at(place, *language)]),
            Notice::ReadOnly { place, column, pack: old, sheet: new } => {
                pack = Some(old.clone());
                sheet.push(new.clone());
                fill(texts.read_only, &[place, column])
            }
            Notice::NotCompared => texts.not_compared.to_owned(),
            Notice::LostCharacters { place, language, sheet: text } => {
                sheet.push(text.clone());
                fill(texts.lost_characters, &[&at(place, *language)])
            }
            Notice::Cell { place, language, problem, sheet: text } => {
                sheet.push(text.clone());
                let sentence = match problem {
                    CellProblem::Formula => texts.cell_formula,
                    CellProblem::Number => texts.cell_number,
                    CellProblem::Date => texts.cell_date,
                    CellProblem::Error => texts.cell_error,
                };
                fill(sentence, &[&at(place, *language)])
            }
            Notice::NewerInPack { place, language } => {
                fill(texts.newer_in_pack, &[&at(place, *language)])
            }
            Notice::Incomplete { language, is_added, places } => {
                let sentence = if *is_added { texts.incomplete_added } else { texts.incomplete };
                fill(sentence, &[language.tag(), &places.len().to_string(), &list(places)])
            }
        };
        NoticeText { sentence, pack, sheet }
    }
}

/// A place with its language.
pub(super) fn at(place: &str, language: Locale) -> String {
    format!("{place} [{}]", language.tag())
}

/// The first items of a list.
fn list(items: &[String]) -> String {
    let shown: Vec<&str> = items.iter().take(MAX_PLACES).map(String::as_str).collect();
    let more = if items.len() > MAX_PLACES { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::text::{LANGUAGES, Texts};

    fn notices() -> Vec<Notice> {
        let (place, language, text) = (String::from("title"), Locale::En, String::from("<b>"));
        let cell =
            |problem| Notice::Cell { place: place.clone(), language, problem, sheet: text.clone() };
        let mut notices = vec![
            Notice::Encoding(Encoding::Gb18030),
            Notice::NoWas { rows: vec![2, 3] },
            Notice::UnknownColumn(text.clone()),
            Notice::MissingLanguage(language),
            Notice::UnknownPlace { row: 2, place: place.clone(), texts: vec![text.clone()] },
            Notice::MissingRows(vec![place.clone(); 12]),
            Notice::Emptied { place: place.clone(), language },
            Notice::ReadOnly {
                place: place.clone(),
                column: "what".to_owned(),
                pack: text.clone(),
                sheet: text.clone(),
            },
            Notice::NotCompared,
            Notice::LostCharacters { place: place.clone(), language, sheet: text.clone() },
            Notice::NewerInPack { place: place.clone(), language },
        ];
        for is_added in [true, false] {
            notices.push(Notice::Incomplete { language, is_added, places: vec![place.clone()] });
        }
        use CellProblem::{Date, Error, Formula, Number};
        notices.extend([Formula, Number, Date, Error].map(cell));
        notices
    }

    #[test]
    fn every_notice_is_a_different_sentence_in_each_language() {
        for (locale, _) in LANGUAGES {
            let texts = Texts::of(locale).sheets;
            let mut sentences: Vec<String> =
                notices().iter().map(|notice| NoticeText::new(notice, &texts).sentence).collect();
            assert!(sentences.iter().all(|sentence| !sentence.contains("{}")), "{sentences:?}");
            let count = sentences.len();
            sentences.sort();
            sentences.dedup();
            assert_eq!(sentences.len(), count, "{sentences:?}");
        }
    }

    #[test]
    fn a_long_list_of_places_is_cut() {
        let texts = Texts::of(Locale::En).sheets;
        let notice = Notice::MissingRows((0..12).map(|row| format!("place-{row}")).collect());
        let sentence = NoticeText::new(&notice, &texts).sentence;
        assert!(sentence.contains("12") && sentence.contains("place-9, …"), "{sentence}");
        assert!(!sentence.contains("place-10"), "{sentence}");
    }
}
