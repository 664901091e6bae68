//! An authored pack: every fault points to an existing value. A valid pack keeps the laws, also as
//! a browser pack.

use eligibility_check::rulebook::{BrowserPack, Decimal, Json, RulePack};

use super::laws;

/// Maximum size of a pack. Larger ones take longer and reach nothing new.
const MAX_BYTES: usize = 16_384;

/// Maximum number of faults of a pack in the corpus.
const MAX_FAULTS: usize = 2;

pub(super) fn check(input: &[u8]) -> bool {
    let (Some(text), answer_bytes) = super::split_input(input) else { return false };
    if text.len() > MAX_BYTES {
        return false;
    }
    let json = Json::parse(text).ok();
    if let Some(json) = json.as_ref().filter(|json| !has_inexact_number(json)) {
        assert_eq!(
            Json::parse(&json.to_text()).as_ref(),
            Ok(json),
            "the text of a value parses to another value"
        );
    }
    match (RulePack::from_json(text), json) {
        (Ok(pack), _) => {
            laws::check(&pack, answer_bytes, true);
            check_browser_packs(&pack, answer_bytes);
            true
        }
        (Err(error), json) => {
            assert!(!error.faults().is_empty());
            for fault in error.faults() {
                assert!(!fault.expected.is_empty() && !fault.found.is_empty(), "{fault:?}");
                for pointer in [Some(&fault.pointer), fault.related.as_ref()].into_iter().flatten()
                {
                    let exists = json
                        .as_ref()
                        .map_or(pointer.is_empty(), |json| points_to_value(json, pointer));
                    assert!(exists, "{pointer} points to nothing: {fault:?}");
                }
            }
            json.is_some() && error.faults().len() <= MAX_FAULTS
        }
    }
}

/// The browser pack of each language has the same rules.
fn check_browser_packs(pack: &RulePack, answer_bytes: &[u8]) {
    for locale in &pack.languages {
        let text = BrowserPack::encode(pack, *locale, &Default::default());
        let decoded = BrowserPack::decode(&text).unwrap().rules;
        assert_eq!(BrowserPack::encode(&decoded, *locale, &Default::default()), text);
        assert_eq!(decoded.fingerprint, pack.fingerprint);
        assert_eq!(laws::outcomes(&decoded, answer_bytes), laws::outcomes(pack, answer_bytes));
    }
}

/// Whether it has a number that is no exact decimal. Such a number is a fault, and is never
/// written.
fn has_inexact_number(json: &Json) -> bool {
    matches!(json, Json::Number(text) if Decimal::from_json_number(text).is_err())
        || json.items().iter().any(has_inexact_number)
        || json.entries().iter().any(|(_, value)| has_inexact_number(value))
}

/// Whether a JSON Pointer points to a value. If a key is repeated, either entry counts.
fn points_to_value(json: &Json, pointer: &str) -> bool {
    let Some(rest) = pointer.strip_prefix('/') else { return pointer.is_empty() };
    let end = rest.find('/').unwrap_or(rest.len());
    let (token, below) = (rest.get(..end).unwrap_or_default(), rest.get(end..).unwrap_or_default());
    let name = token.replace("~1", "/").replace("~0", "~");
    let named = json.entries().iter().filter(|(key, _)| *key == name).map(|(_, value)| value);
    let indexed = token.parse().ok().and_then(|index: usize| json.items().get(index));
    named.chain(indexed).any(|child| points_to_value(child, below))
}
