//! JSON text parses to the value that was written, and strings are escaped like those of
//! serde_json.

use eligibility_check::rulebook::{Decimal, DecimalError, Json};
use proptest::prelude::*;

use crate::support::cases;

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Integer),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20}|[eE][+-]?[0-9]{1,2}|\\.0E-0)".prop_map(Json::Number),
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
    fn a_decimal_is_parsed_from_a_number_exactly(
        millionths in -100_000_000_000_000_000_i64..=100_000_000_000_000_000, shift in 0..30_i32,
    ) {
        let decimal = Decimal::from_millionths(millionths);
        prop_assert_eq!(Decimal::from_json_number(&decimal.to_string()), Ok(decimal));
        prop_assert_eq!(Decimal::from_json_number(&format!("{millionths}e-6")), Ok(decimal));
        let zeros = "0".repeat(shift as usize);
        let whole = Decimal::from_integer(millionths / 1_000_000);
        prop_assert_eq!(Decimal::from_json_number(&format!("{whole}{zeros}e-{shift}")), Ok(whole));
    }

    #[test]
    fn strings_are_escaped_like_those_of_serde_json(text in any::<String>(), odd in "[\\x00-\\x20\"\\\\</\x7f]{0,6}") {
        for text in [text, odd] {
            prop_assert_eq!(Json::String(text.clone()).to_text(), serde_json::to_string(&text).unwrap());
        }
    }
}

#[test]
fn a_number_keeps_its_text_wherever_it_is() {
    let text = "[4999.9999999999999999, {\"a\\\\\": -0, \"1.5\": [18446744073709551615, 7]}, \
                \"2.5\\\"3.5\", 5e3 ,1E-2, true, null, -1.0]";
    let numbers = ["4999.9999999999999999", "-0", "18446744073709551615", "5e3", "1E-2", "-1.0"];
    let mut found = Vec::new();
    collect(&Json::parse(text).unwrap(), &mut found);
    assert_eq!(found, numbers);
}

fn collect(json: &Json, found: &mut Vec<String>) {
    if let Json::Number(text) = json {
        found.push(text.clone());
    }
    json.items().iter().for_each(|item| collect(item, found));
    json.entries().iter().for_each(|(_, value)| collect(value, found));
}

#[test]
fn no_decimal_is_rounded() {
    for (text, expected) in [
        ("5e3", Ok("5000")),
        ("-0", Ok("0")),
        ("1.50E+1", Ok("15")),
        ("0e99999999999999999999", Ok("0")),
        ("100e-8", Ok("0.000001")),
        ("4999.9999999999999999", Err(DecimalError::TooManyPlaces)),
        ("1e-7", Err(DecimalError::TooManyPlaces)),
        ("1e-99999999999999999999", Err(DecimalError::TooManyPlaces)),
        ("1e12", Err(DecimalError::TooLarge)),
        ("1e99999999999999999999", Err(DecimalError::TooLarge)),
        ("100000000000.000001", Err(DecimalError::TooLarge)),
    ] {
        let found = Decimal::from_json_number(text).map(|decimal| decimal.to_string());
        assert_eq!(found, expected.map(str::to_owned), "{text}");
    }
}
