//! The parts of two long values that differ.

use crate::rulebook::{Json, Locale};

use super::changes::Change;

/// Most characters of a value. Of a longer one, only the parts that differ are shown.
const MAX_LENGTH: usize = 200;

/// Characters shown before the first difference of a text that is cut.
const CONTEXT: usize = 40;

/// A value that changed, short enough to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The path inside the item, with ids in place of indices
    pub path: String,
    /// The old value; `None` if it was added
    pub before: Option<String>,
    /// The new value; `None` if it was removed
    pub after: Option<String>,
}

impl Change {
    /// The values that differ. Of long ones, only the parts that differ.
    pub fn excerpts(&self) -> Vec<Excerpt> {
        let path = &self.path;
        let one = |before: Option<&Json>, after: Option<&Json>| Excerpt {
            path: path.clone(),
            before: before.map(beginning),
            after: after.map(beginning),
        };
        let (Some(before), Some(after)) = (&self.before, &self.after) else {
            return vec![one(self.before.as_ref(), self.after.as_ref())];
        };
        let excerpts = excerpts(before, after).into_iter().map(|(inner, [before, after])| {
            let path = if inner.is_empty() { path.clone() } else { format!("{path}/{inner}") };
            Excerpt { path, before: Some(before), after: Some(after) }
        });
        excerpts.collect()
    }

    /// The title of an added or removed item, in any language.
    pub fn title(&self) -> Option<&str> {
        let json = self.after.as_ref().or(self.before.as_ref()).filter(|_| self.path.is_empty())?;
        let mut keys = ["title", "question", "label"].iter();
        let text = keys.find_map(|key| json.get(key))?;
        text.as_str()
            .or_else(|| Locale::ALL.iter().find_map(|locale| text.get(locale.tag())?.as_str()))
            .or_else(|| text.entries().iter().find_map(|(_, text)| text.as_str()))
    }
}

/// The texts of two values, each pair with its path inside the values: one pair if they are short,
/// else one for each part that differs.
fn excerpts(before: &Json, after: &Json) -> Vec<(String, [String; 2])> {
    let mut found = Vec::new();
    add(before, after, String::new(), &mut found);
    found
}

/// The beginning of a value without a counterpart.
fn beginning(json: &Json) -> String {
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
