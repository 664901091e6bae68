//! The description of a text for colleagues who do not know the pack: 措施“成长企业奖励”·条件“…”·说明.

use crate::rulebook::{Json, Locale};

use super::place::{PackText, Step};
use super::words::key_word;

/// Characters of the name of an item.
const NAME_LENGTH: usize = 30;

/// Keys that lead to a text without meaning anything to a colleague.
const SILENT: [&str; 3] = ["choice", "choices", "when"];

/// The description, in a language of the pack.
pub(super) fn description(text: &PackText<'_>, locale: Locale) -> String {
    let mut parts: Vec<String> = Vec::new();
    for step in &text.path {
        match step {
            Step::Key(key) if SILENT.contains(key) => {}
            Step::Key(key) => parts.push(key_word(key, locale).to_owned()),
            Step::Item(number, item) => {
                let named = match name(item, locale) {
                    Some(name) => quoted(&name, locale),
                    None => format!(" {number}"),
                };
                match parts.last_mut() {
                    Some(list) => list.push_str(&named),
                    None => parts.push(named),
                }
            }
        }
    }
    // The title and audience of the pack itself.
    if parts.len() == 1 && matches!(text.path.as_slice(), [Step::Key(_)]) {
        parts.insert(0, key_word("policy", locale).to_owned());
    }
    parts.join(if is_chinese(locale) { "·" } else { " · " })
}

/// The name of an item: its title, label or question, shortened; a provision has its clause.
fn name(item: &Json, locale: Locale) -> Option<String> {
    let text = ["title", "label", "question", "clause", "unit"].into_iter().find_map(|key| {
        match item.get(key)? {
            Json::String(text) => Some(text.as_str()),
            object => object.get(locale.tag())?.as_str(),
        }
    });
    let text = text.or_else(|| item.get("id")?.as_str())?;
    let mut short: String = text.chars().take(NAME_LENGTH).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Some(short)
}

fn quoted(name: &str, locale: Locale) -> String {
    match locale {
        Locale::ZhHans => format!("“{name}”"),
        Locale::ZhHant => format!("「{name}」"),
        Locale::En | Locale::Other(_) => format!(" “{name}”"),
    }
}

fn is_chinese(locale: Locale) -> bool {
    matches!(locale, Locale::ZhHans | Locale::ZhHant)
}
