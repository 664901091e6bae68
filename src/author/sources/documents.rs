//! The documents that a pack names.

use crate::author::model::in_language;
use crate::rulebook::Json;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDocument {
    /// Its id
    pub id: String,
    /// Its title in a language, and its number
    pub title: String,
}

/// The documents of a pack, which may have faults. One without an id is left out.
pub fn documents(pack: &Json, language: &str) -> Vec<SourceDocument> {
    let documents = pack.get("documents").map(Json::items).unwrap_or_default();
    let document = |json: &Json| {
        let id = json.get("id").and_then(Json::as_str)?.to_owned();
        let title = json.get("title").map(|title| in_language(title, language));
        let number = json.get("number").and_then(Json::as_str);
        let parts: Vec<&str> =
            title.into_iter().chain(number).filter(|part| !part.is_empty()).collect();
        let title = if parts.is_empty() { id.clone() } else { parts.join(" · ") };
        Some(SourceDocument { id, title })
    };
    documents.iter().filter_map(document).collect()
}
