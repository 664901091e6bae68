//! The text for the web team: what to copy, what to check, and how to go back.

use crate::rulebook::Locale;
use crate::widget::fill_in;

use super::record::Record;

/// The instructions in a language of the page.
pub(super) fn instructions(locale: Locale, record: &Record) -> String {
    let (template, none) = match locale {
        Locale::ZhHans => (include_str!("instructions/zh-hans.txt"), "（没有）"),
        Locale::ZhHant => (include_str!("instructions/zh-hant.txt"), "（沒有）"),
        Locale::En | Locale::Other(_) => (include_str!("instructions/en.txt"), "(none)"),
    };
    let changed = list(record.changed_files(), none);
    let removed = list(record.removed.iter().map(|(name, _)| name.as_str()), none);
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

/// The names, one on each line, or that there are none.
fn list<'a>(names: impl Iterator<Item = &'a str>, none: &str) -> String {
    let names: Vec<String> = names.map(|name| format!("- {name}")).collect();
    if names.is_empty() { none.to_owned() } else { names.join("\n") }
}
