//! The text for the web team: what to copy, what to check, and how to go back.

use crate::rulebook::Locale;
use crate::widget::fill_in;

use super::record::Record;

/// The instructions in a language of the page.
pub(super) fn instructions(locale: Locale, record: &Record) -> String {
    let template = match locale {
        Locale::ZhHans => include_str!("instructions/zh-hans.txt"),
        Locale::ZhHant => include_str!("instructions/zh-hant.txt"),
        Locale::En | Locale::Other(_) => include_str!("instructions/en.txt"),
    };
    let changed = list(record.changed_files());
    let removed = list(record.removed.iter().map(|(name, _)| name.as_str()));
    let values = [
        ("title", &*record.title),
        ("id", &record.pack.id),
        ("version", &record.pack.version),
        ("fingerprint", &record.pack.fingerprint),
        ("date", &record.date),
        ("changed", &changed),
        ("removed", &removed),
    ];
    fill_in(template, &values)
}

/// The names, one on each line; a dash if there are none.
fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("- {name}")).collect();
    if names.is_empty() { "-".to_owned() } else { names.join("\n") }
}
