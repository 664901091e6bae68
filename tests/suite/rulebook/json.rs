//! JSON text parses to the value that was written, and strings are escaped like those of
//! serde_json.

use eligibility_check::rulebook::Json;
use proptest::prelude::*;

use crate::support::cases;

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Integer),
        (-9_000_000_000_i64..9_000_000_000)
            .prop_map(|millionths| Json::Fraction(millionths as f64 / 1e6)),
        any::<String>().prop_map(Json::String),
        "[\\x00-\\x20\"\\\\<>/]{0,6}".prop_map(Json::String),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::vec((any::<String>(), inner), 0..4).prop_map(Json::Object),
        ]
    })
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_value_round_trips_through_text(json in any_json()) {
        let text = json.to_text();
        prop_assert_eq!(Json::parse(&text), Ok(json));
    }

    #[test]
    fn strings_are_escaped_like_those_of_serde_json(text in any::<String>(), odd in "[\\x00-\\x20\"\\\\</\x7f]{0,6}") {
        for text in [text, odd] {
            prop_assert_eq!(Json::String(text.clone()).to_text(), serde_json::to_string(&text).unwrap());
        }
    }
}
