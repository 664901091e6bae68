//! Edits of the document from the new texts of a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::rulebook::{Json, Locale};

use super::import::Comparison;
use super::place::PackText;
use super::report::{Change, Conflict, ConflictKind, Edit, Import, Notice};
use super::texts::language_name;

/// A new text of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    /// The index of the text
    pub(super) text: usize,
    pub(super) language: Locale,
    pub(super) after: String,
}

/// The new texts without a conflict, by text and language.
type Accepted = BTreeMap<(usize, Locale), String>;

/// Turns the new texts into changes and edits.
pub(super) fn finish(document: &Json, declared: &[Locale], comparison: Comparison<'_>) -> Import {
    let Comparison { texts, new_languages, proposals, mut import, .. } = comparison;
    let mut alternatives: BTreeMap<(usize, Locale), BTreeSet<String>> = BTreeMap::new();
    for Proposal { text, language, after } in proposals {
        alternatives.entry((text, language)).or_default().insert(after);
    }
    let mut accepted = Accepted::new();
    for ((index, language), mut new) in alternatives {
        let Some(text) = texts.get(index) else { continue };
        if new.len() > 1 {
            import.conflicts.extend(new.into_iter().map(|sheet| two_texts(text, language, sheet)));
        } else if let Some(after) = new.pop_first() {
            accepted.insert((index, language), after);
        }
    }
    for (index, text) in texts.iter().enumerate() {
        let languages = accepted.range((index, Locale::ZhHans)..);
        let new: Vec<(Locale, &str)> = languages
            .take_while(|((text, _), _)| *text == index)
            .map(|((_, language), after)| (*language, after.as_str()))
            .collect();
        import.changes.extend(new.iter().map(|(language, after)| Change {
            place: text.place.clone(),
            language: *language,
            before: text.get(*language).map(str::to_owned),
            after: (*after).to_owned(),
        }));
        import.edits.extend(text_edits(text, declared.first().copied(), &new));
    }
    for language in undeclared(&accepted, declared) {
        let named = new_languages.iter().find(|(new, _)| *new == language);
        let name = named.map(|(_, name)| name.as_str()).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| language_name(document, language)).to_owned();
        declare(&texts, &accepted, language, &name, &mut import);
    }
    import
}

/// The languages of the new texts that the pack does not declare.
fn undeclared(accepted: &Accepted, declared: &[Locale]) -> BTreeSet<Locale> {
    let languages = accepted.keys().map(|(_, language)| *language);
    languages.filter(|language| !declared.contains(language)).collect()
}

/// Adds a new language to the pack if every text has it. An incomplete language of the interface is
/// not added: its texts are kept, and the pack remains usable. Another language has to be added for
/// its texts to be allowed.
fn declare(
    texts: &[PackText<'_>],
    accepted: &Accepted,
    language: Locale,
    name: &str,
    import: &mut Import,
) {
    let has_text = |index: usize, text: &PackText<'_>| {
        text.get(language).is_some_and(|text| !text.trim().is_empty())
            || accepted.contains_key(&(index, language))
    };
    let missing = texts.iter().enumerate().filter(|(index, text)| !has_text(*index, text));
    let places: Vec<String> = missing.map(|(_, text)| text.place.clone()).collect();
    let is_added = places.is_empty() || !language.is_of_interface();
    if is_added {
        let tag = Json::String(language.tag().to_owned());
        let value = if language.is_of_interface() {
            tag
        } else {
            let name = Json::String(name.to_owned());
            Json::Object(vec![("tag".to_owned(), tag), ("name".to_owned(), name)])
        };
        import.edits.push(Edit { pointer: "/languages/-".to_owned(), value });
    }
    if !places.is_empty() {
        import.notices.push(Notice::Incomplete { language, is_added, places });
    }
}

fn two_texts(text: &PackText<'_>, language: Locale, sheet: String) -> Conflict {
    Conflict {
        place: text.place.clone(),
        language,
        kind: ConflictKind::TwoTexts,
        pack: text.get(language).map(str::to_owned),
        sheet,
    }
}

/// The edits of one text. A plain string becomes an object if it gets a second language.
fn text_edits(text: &PackText<'_>, own: Option<Locale>, new: &[(Locale, &str)]) -> Vec<Edit> {
    let value = |text: &str| Json::String(text.to_owned());
    if !text.is_string {
        let edit = |(language, after): &(Locale, &str)| Edit {
            pointer: format!("{}/{}", text.pointer, language.tag()),
            value: value(after),
        };
        return new.iter().map(edit).collect();
    }
    let entry = |(language, after): &(Locale, &str)| (language.tag().to_owned(), value(after));
    let own_text = new.iter().find(|(language, _)| Some(*language) == own);
    let others = new.iter().filter(|(language, _)| Some(*language) != own);
    let mut entries: Vec<(String, Json)> = others.map(entry).collect();
    let pointer = text.pointer.clone();
    if entries.is_empty() {
        return own_text
            .map(|(_, after)| Edit { pointer, value: value(after) })
            .into_iter()
            .collect();
    }
    let kept = own.and_then(|own| Some((own, text.get(own)?)));
    entries.splice(0..0, own_text.copied().or(kept).as_ref().map(entry));
    vec![Edit { pointer, value: Json::Object(entries) }]
}
