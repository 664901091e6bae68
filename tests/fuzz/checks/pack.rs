//! A pack as its author wrote it: every fault points at something, and a sound pack keeps the laws, as it is and in a browser.

use eligibility_check::rulebook::{BrowserPack, Decimal, Json, RulePack};

use super::laws;

/// Packs beyond this teach nothing more and take long.
const MOST_BYTES: usize = 16_384;

/// Packs with more faults are not gone on from.
const MOST_FAULTS: usize = 2;

pub(super) fn check(input: &[u8]) -> bool {
    let (Some(text), said) = super::parted(input) else { return false };
    if text.len() > MOST_BYTES {
        return false;
    }
    let json = Json::parse(text).ok();
    if let Some(json) = json.as_ref().filter(|json| !has_stray(json)) {
        assert_eq!(Json::parse(&json.to_text()).as_ref(), Ok(json), "written and read again");
    }
    match (RulePack::from_json(text), json) {
        (Ok(book), _) => {
            laws::hold(&book, said, true);
            in_browsers(&book, said);
            true
        }
        (Err(error), json) => {
            assert!(!error.faults().is_empty());
            for fault in error.faults() {
                assert!(!fault.expected.is_empty() && !fault.found.is_empty(), "{fault:?}");
                for pointer in [Some(&fault.pointer), fault.related.as_ref()].into_iter().flatten()
                {
                    let there = json
                        .as_ref()
                        .map_or(pointer.is_empty(), |json| stands_there(json, pointer));
                    assert!(there, "{pointer}: nothing stands there: {fault:?}");
                }
            }
            json.is_some() && error.faults().len() <= MOST_FAULTS
        }
    }
}

/// Its browser pack means the same in each of its languages.
fn in_browsers(book: &RulePack, said: &[u8]) {
    for locale in &book.languages {
        let text = BrowserPack::encode(book, *locale, &Default::default());
        let read = BrowserPack::decode(&text).unwrap().book;
        assert_eq!(BrowserPack::encode(&read, *locale, &Default::default()), text);
        assert_eq!(read.fingerprint, book.fingerprint);
        assert_eq!(laws::outcomes(&read, said), laws::outcomes(book, said));
    }
}

/// Whether it has a number that no decimal equals, which is only reported and never written.
fn has_stray(json: &Json) -> bool {
    matches!(json, Json::Fraction(value) if Decimal::from_binary(*value).is_none())
        || json.items().iter().any(has_stray)
        || json.entries().iter().any(|(_, value)| has_stray(value))
}

/// Whether a JSON Pointer leads to something; where a key is repeated, below either.
fn stands_there(json: &Json, pointer: &str) -> bool {
    let Some(rest) = pointer.strip_prefix('/') else { return pointer.is_empty() };
    let end = rest.find('/').unwrap_or(rest.len());
    let (token, below) = (rest.get(..end).unwrap_or_default(), rest.get(end..).unwrap_or_default());
    let name = token.replace("~1", "/").replace("~0", "~");
    let named = json.entries().iter().filter(|(key, _)| *key == name).map(|(_, value)| value);
    let placed = token.parse().ok().and_then(|place: usize| json.items().get(place));
    named.chain(placed).any(|child| stands_there(child, below))
}
