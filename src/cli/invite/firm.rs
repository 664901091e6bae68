//! A firm of the input: its key and its answers.

use crate::cli::registry::Row;
use crate::engine::{Answers, Case, EvalContext};
use crate::rulebook::{Json, RulePack};

/// A firm with its answers.
pub(super) struct Firm<'a> {
    /// The key in the registry
    pub(super) key: &'a str,
    /// The answers of the registry, which a receipt contains
    pub(super) answers: &'a Answers,
    /// The assessed answers: those of the registry, and those that follow from the topics
    pub(super) context: EvalContext<'a>,
}

/// A row that is no firm.
pub(super) struct Unusable {
    /// The key, or an empty text
    pub(super) key: String,
    /// The key of the case or the fact with the error, or an empty text
    pub(super) field: String,
    /// The error
    pub(super) message: String,
}

/// The key and the case of a row.
///
/// # Errors
///
/// The row cannot be used, or has no key: without one, nobody knows whom to invite.
pub(super) fn parse_firm(pack: &RulePack, row: Row) -> Result<(String, Case), Unusable> {
    let key = key_of(&row.id);
    match (row.case, key) {
        (Ok(case), Some(key)) => Ok((key, case)),
        (Ok(_), None) => Err(Unusable {
            key: String::new(),
            field: "id".to_owned(),
            message: "expected the key of the firm".to_owned(),
        }),
        (Err(error), key) => {
            let error = error.json(pack, row.position);
            let text = |name| error.get("error")?.get(name)?.as_str().map(str::to_owned);
            Err(Unusable {
                key: key.unwrap_or_default(),
                field: text("field").unwrap_or_default(),
                message: text("message").unwrap_or_default(),
            })
        }
    }
}

/// The key of a firm from the JSON text of its id. `None` if it has none.
fn key_of(id: &str) -> Option<String> {
    match Json::parse(id) {
        Ok(Json::Null) | Err(_) => None,
        Ok(Json::String(text)) => Some(text).filter(|text| !text.trim().is_empty()),
        Ok(_) => Some(id.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_text_of_the_id() {
        assert_eq!(key_of("\"9144\\u0041\""), Some("9144A".to_owned()));
        assert_eq!(key_of("12"), Some("12".to_owned()));
        assert_eq!((key_of("null"), key_of("\" \"")), (None, None));
    }
}
