//! The parts of two long values that differ.

use crate::rulebook::Json;

/// Most characters of a value. Of a longer one, only the parts that differ are shown.
const MAX_LENGTH: usize = 200;

/// Characters shown before the first difference of a text that is cut.
const CONTEXT: usize = 40;

/// The texts of two values, each pair with its path inside the values: one pair if they are short,
/// else one for each part that differs.
pub(super) fn excerpts(before: &Json, after: &Json) -> Vec<(String, [String; 2])> {
    let mut found = Vec::new();
    add(before, after, String::new(), &mut found);
    found
}

/// The beginning of a value without a counterpart.
pub(super) fn beginning(json: &Json) -> String {
    cut(&json.to_text().chars().collect::<Vec<_>>(), 0)
}

fn add(before: &Json, after: &Json, path: String, found: &mut Vec<(String, [String; 2])>) {
    if before == after {
        return;
    }
    let is_long = |json: &Json| json.to_text().chars().count() > MAX_LENGTH;
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
    if is_long(before) || is_long(after) {
        match (before, after) {
            (Json::Object(one), Json::Object(two))
                if one.len() == two.len()
                    && one.iter().all(|(key, _)| after.get(key).is_some()) =>
            {
                for (key, value) in one {
                    let other = after.get(key).unwrap_or(&Json::Null);
                    add(value, other, join(key), found);
                }
                return;
            }
            (Json::Array(one), Json::Array(two)) if one.len() == two.len() => {
                for (index, (value, other)) in one.iter().zip(two).enumerate() {
                    add(value, other, join(&index.to_string()), found);
                }
                return;
            }
            _ => {}
        }
    }
    let texts = [before, after].map(|json| json.to_text().chars().collect::<Vec<char>>());
    let [one, two] = &texts;
    let start = match one.len().max(two.len()) > MAX_LENGTH {
        true => one.iter().zip(two).take_while(|(one, two)| one == two).count(),
        false => 0,
    };
    let start = start.saturating_sub(CONTEXT);
    found.push((path, texts.each_ref().map(|text| cut(text, start))));
}

fn cut(text: &[char], start: usize) -> String {
    let shown: String = text.iter().skip(start).take(MAX_LENGTH).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if text.len() > start.saturating_add(MAX_LENGTH) { "…" } else { "" };
    format!("{before}{shown}{after}")
}
