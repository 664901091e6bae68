//! JSON with odd white space, and operations on it.

use eligibility_check::rulebook::Json;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// White space as authors and programs leave it.
const SPACES: [&str; 8] = ["", "", " ", "  ", "\n", "\n  ", "\t", "\r\n    "];

/// Strings, with characters that need escapes, and keys that need escapes in pointers.
pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,4}",
        "[a-z/~\"\\\\\n]{0,3}",
        Just("企业\u{1f600}".to_owned()),
        Just("\u{0}\u{2028}".to_owned()),
    ]
}

/// Any value, without repeated keys.
pub(super) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1000..1000_i64).prop_map(Value::from),
        Just(serde_json::json!(0.5)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((text(), inner), 0..5).prop_map(|entries| {
                Value::from(entries.into_iter().collect::<Map<String, Value>>())
            }),
        ]
    })
}

/// The text of a value with white space drawn from a list.
pub(super) fn written(value: &Value, spaces: &[usize]) -> String {
    let mut writer = Writer { text: String::new(), spaces: spaces.iter().copied().cycle() };
    writer.space();
    writer.value(value);
    writer.space();
    writer.text
}

struct Writer<I> {
    text: String,
    spaces: I,
}

impl<I: Iterator<Item = usize>> Writer<I> {
    fn space(&mut self) {
        self.text.push_str(SPACES[self.spaces.next().unwrap_or_default() % SPACES.len()]);
    }

    fn token(&mut self, token: &str) {
        self.space();
        self.text.push_str(token);
        self.space();
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(items) => {
                self.token("[");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.token(",");
                    }
                    self.value(item);
                }
                self.token("]");
            }
            Value::Object(entries) => {
                self.token("{");
                for (index, (key, value)) in entries.iter().enumerate() {
                    if index > 0 {
                        self.token(",");
                    }
                    self.token(&Value::from(key.as_str()).to_string());
                    self.token(":");
                    self.value(value);
                }
                self.token("}");
            }
            scalar => self.text.push_str(&scalar.to_string()),
        }
    }
}

/// Any value.
pub(in super::super) fn value_as_json() -> impl Strategy<Value = Json> {
    value().prop_map(|value| Json::parse(&value.to_string()).unwrap())
}
