//! Case: what is asked about, as hosts and files hand it over.

use std::fmt;

use jiff::civil::Date;

use crate::engine::answers::Answers;
use crate::engine::said::{SaidError, answers_from_json, answers_to_json};
use crate::rulebook::{Json, RuleBook, date_text, parse_date};

use super::{Object, string};

/// A case that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The day asked about, if the case names one
    pub as_of: Option<Date>,
    /// What was said
    pub answers: Answers,
}

/// Why a case cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadCase {
    /// It is no object in JSON
    NotACase(String),
    /// A key of it, and what is wrong there
    Key(String, String),
    /// It was said about the rules of this other pack
    OtherPack(String),
    /// Answers; never empty
    Answers(Vec<SaidError>),
}

const KEYS: [&str; 5] = ["id", "as-of", "answers", "pack", "version"];

impl Case {
    /// Reads `{"id": any, "as-of": date?, "answers": {…}?}`, and what [`kept_json`] wrote: `"pack"` must be this one, and
    /// `"version"` may be any, because answers name facts and options by their ids, and what does not fit is an error.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with its form; of the answers, every one that cannot be used.
    pub fn read(book: &RuleBook, text: &str) -> Result<Case, BadCase> {
        let json = Json::parse(text).map_err(|error| BadCase::NotACase(error.to_string()))?;
        let Json::Object(entries) = &json else {
            return Err(BadCase::NotACase(format!("expected an object, found {}", json.describe())));
        };
        let bad = |key: &str, message: String| Err(BadCase::Key(key.to_owned(), message));
        if let Some((key, _)) = entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            return bad(key, format!("unknown key; known are {}", KEYS.join(", ")));
        }
        if let Some(key) = json.repeated_key() {
            return bad(key, "stands twice".to_owned());
        }
        let as_of = json.get("as-of").map(|date| (date, date.as_str().and_then(parse_date)));
        if let Some((found, None)) = as_of {
            return bad("as-of", format!("expected a day written YYYY-MM-DD, found {}", found.describe()));
        }
        for key in ["pack", "version"] {
            if let Some(found) = json.get(key).filter(|found| found.as_str().is_none()) {
                return bad(key, format!("expected a string, found {}", found.describe()));
            }
        }
        if let Some(pack) = json.get("pack").and_then(Json::as_str).filter(|pack| **pack != *book.id) {
            return Err(BadCase::OtherPack(pack.to_owned()));
        }
        let answers = match json.get("answers") {
            Some(answers) => answers_from_json(book, answers).map_err(BadCase::Answers)?,
            None => Answers::none(book),
        };
        Ok(Case { as_of: as_of.and_then(|(_, day)| day), answers })
    }
}

impl BadCase {
    /// The key at fault: of the case, or of its answers.
    pub fn field(&self) -> Option<&str> {
        match self {
            BadCase::NotACase(_) => None,
            BadCase::Key(key, _) => Some(key),
            BadCase::OtherPack(_) => Some("pack"),
            BadCase::Answers(errors) => errors.first().map(|error| error.field.as_str()),
        }
    }

    /// What is wrong, and what was probably meant.
    pub fn message(&self) -> String {
        match self {
            BadCase::NotACase(message) | BadCase::Key(_, message) => message.clone(),
            BadCase::OtherPack(pack) => {
                let pack: String = pack.chars().take(40).collect();
                format!("these answers are about the rule pack `{pack}`, and this is another one")
            }
            BadCase::Answers(errors) => {
                let messages = errors.iter().map(|error| match &error.near {
                    Some(near) => format!("`{}`: {}; did you mean `{near}`?", error.field, error.message),
                    None => format!("`{}`: {}", error.field, error.message),
                });
                messages.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// What stands in the place of a reply, but for `format` and `id`: `{"error": {"line", "field", "message"}}`.
    pub fn json(&self, line: usize) -> Json {
        let error = Object::default()
            .with("line", Json::Integer(i64::try_from(line).unwrap_or(i64::MAX)))
            .with("field", self.field().map_or(Json::Null, string))
            .with("message", Json::String(self.message()));
        Object::default().with("error", error.json()).json()
    }
}

/// The message, with the key at fault before it.
impl fmt::Display for BadCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (BadCase::Key(..) | BadCase::OtherPack(_), Some(key)) = (self, self.field()) {
            write!(f, "`{key}`: ")?;
        }
        f.write_str(&self.message())
    }
}

/// A case as it is read: `{"as-of", "answers"}`.
pub fn case_json(book: &RuleBook, as_of: Date, answers: &Answers) -> Json {
    let said = answers_to_json(book, answers);
    Object::default().with("as-of", Json::String(date_text(as_of))).with("answers", said).json()
}

/// A case to keep: which rules it is about, in front of what [`case_json`] writes.
pub fn kept_json(book: &RuleBook, as_of: Date, answers: &Answers) -> Json {
    let mut kept = Object::default().with("pack", string(&book.id)).with("version", string(&book.version));
    for (key, value) in case_json(book, as_of, answers).entries() {
        kept.put(key, value.clone());
    }
    kept.json()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::receipt::Receipt;

    #[test]
    fn a_receipt_written_as_a_case_reads_back_as_the_same_receipt() {
        let pack = include_str!("../../../tests/transcripts/packs/kiosk.json");
        let code = "24QR5-2K39P-WM098-PDERJ-ZECKP-Z";
        let Ok(book) = RuleBook::from_json(pack) else { return assert_eq!(pack, "a sound pack") };
        let receipt = Receipt::read(&book, code);
        let case = receipt.map(|receipt| case_json(&book, receipt.as_of, &receipt.answers).to_text());
        let case = case
            .map(|case| Case::read(&book, &case))
            .map(|case| case.map(|case| Receipt::code(&book, case.as_of.unwrap_or_default(), &case.answers)));
        assert_eq!(case, Ok(Ok(code.to_owned())));
    }
}
