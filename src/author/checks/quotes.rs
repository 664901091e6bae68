//! The quotes of a pack in the texts of its documents.

use serde::{Deserialize, Serialize};

use crate::lint::SourceIndex;
use crate::rulebook::Json;

use super::SourceText;

/// The number of characters shown on each side of a quote.
const CONTEXT: usize = 40;

/// A quote of a document whose text is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotePlace {
    /// The id of the provision
    pub provision: String,
    /// Its clause
    pub clause: String,
    /// The id of the document
    pub document: String,
    /// Its place in the text; `None` if the text does not have it
    pub found: Option<FoundQuote>,
}

/// The place of a quote in a text. Offsets count bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundQuote {
    /// The first byte
    pub from: usize,
    /// The byte after the last one
    pub to: usize,
    /// The text before it, in the same paragraph
    pub before: String,
    /// The words of the text
    pub words: String,
    /// The text after it, in the same paragraph
    pub after: String,
}

/// Looks up every quote of a pack, which may have faults, in the same way as `eligibility lint
/// --source`.
pub(super) fn find_quotes(pack: &Json, sources: &[SourceText]) -> Vec<QuotePlace> {
    let provisions = pack.get("provisions").map(Json::items).unwrap_or_default();
    let mut quotes = Vec::new();
    for source in sources {
        let index = SourceIndex::new(&source.text);
        for provision in provisions {
            let text = |key: &str| provision.get(key).and_then(Json::as_str);
            let (Some(id), Some(quote)) = (text("id"), text("quote")) else { continue };
            if text("document") == Some(&source.document) {
                let range = index.find(quote);
                quotes.push(QuotePlace {
                    provision: id.to_owned(),
                    clause: text("clause").unwrap_or_default().to_owned(),
                    document: source.document.to_string(),
                    found: range.map(|range| found(&source.text, range.start, range.end)),
                });
            }
        }
    }
    quotes
}

fn found(text: &str, from: usize, to: usize) -> FoundQuote {
    let before = text.get(..from).unwrap_or_default().lines().next_back().unwrap_or_default();
    // A line break just before the quote: nothing of the line above.
    let is_first = text.get(..from).is_some_and(|text| text.ends_with('\n'));
    let before = if is_first { "" } else { before };
    let skipped = before.chars().count().saturating_sub(CONTEXT);
    let after = text.get(to..).unwrap_or_default().split('\n').next().unwrap_or_default();
    FoundQuote {
        from,
        to,
        before: before.chars().skip(skipped).collect(),
        words: text.get(from..to).unwrap_or_default().to_owned(),
        after: after.chars().take(CONTEXT).collect(),
    }
}
