//! Whether two values of a pack say the same, though they may be written otherwise.
//!
//! `20`, `"20"` and `"20.0"` are one number, but only where a number is meant: clause 5.1 is not clause 5.10. The order
//! of what stands in a list counts, except where the list is a set.

use crate::rulebook::{Decimal, Json, Locale};

/// Keys of numbers outside of conditions. Under `from` and `to` days stand, too, which no decimal can be.
const NUMBERS: [&str; 7] = ["amount", "percent", "cap", "from", "to", "min", "max"];

/// Keys of lists without order.
const SETS: [&str; 5] = ["provision", "measures", "materials", "repeals", "followed-by"];

/// Where a value stands, as far as it matters for comparing.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    key: &'a str,
    /// Inside a condition, or a number that is computed
    in_rule: bool,
}

impl<'a> At<'a> {
    /// The place under the last key of a path.
    pub(super) fn path(path: &'a str) -> At<'a> {
        let key = path.rsplit('/').find(|key| key.parse::<usize>().is_err()).unwrap_or_default();
        At { key, in_rule: is_rule(key) }
    }

    fn below(self, key: &'a str) -> At<'a> {
        At { key, in_rule: self.in_rule || is_rule(key) }
    }

    /// Whether a condition or a computed number stands here: of these a part says nothing, and the whole is shown.
    pub(super) fn is_rule(self) -> bool {
        self.in_rule
    }

    fn is_number(self) -> bool {
        self.in_rule || NUMBERS.contains(&self.key)
    }

    /// How many items at the beginning of the list are in order; the others are a set.
    fn in_order(self, items: &[Json]) -> usize {
        match (self.in_rule, self.key) {
            (true, "all" | "any" | "sum" | "one-of" | "includes") => 0,
            (true, "at-least-of") => 1,
            // Ids, that is: of the pack's own measures the order counts.
            (false, key)
                if SETS.contains(&key) && !items.iter().any(|item| item.get("id").is_some()) =>
            {
                0
            }
            _ => items.len(),
        }
    }
}

/// Whether under this key a condition stands, or what can be computed.
fn is_rule(key: &str) -> bool {
    matches!(key, "when" | "applies-when" | "ask-when" | "by" | "of")
}

/// Whether two values say the same.
pub(super) fn same(before: &Json, after: &Json, at: At<'_>) -> bool {
    match (before, after) {
        (Json::Array(one), Json::Array(two))
            if at.in_rule && matches!(at.key, "one-of" | "includes") =>
        {
            // A fact and its options, which may be one or a list of them.
            match (one.as_slice(), two.as_slice()) {
                ([fact, options], [other, others]) => {
                    let list = |json: &Json| match json {
                        Json::Array(items) => items.clone(),
                        one => vec![one.clone()],
                    };
                    fact == other && same_items(&list(options), &list(others), at)
                }
                _ => before == after,
            }
        }
        (Json::Array(one), Json::Array(two)) => same_items(one, two, at),
        (Json::Object(one), Json::Object(two)) => {
            let found = |(key, value): &(String, Json)| {
                after.get(key).is_some_and(|other| same(value, other, at.below(key)))
            };
            one.len() == two.len() && one.iter().all(found)
        }
        _ => {
            before == after
                || (at.is_number()
                    && decimal(before).is_some_and(|number| decimal(after) == Some(number)))
        }
    }
}

fn same_items(one: &[Json], two: &[Json], at: At<'_>) -> bool {
    let in_order = at.in_order(one);
    one.len() == two.len()
        && one.iter().zip(two).take(in_order).all(|(one, two)| same(one, two, at))
        && not_among(
            one.get(in_order..).unwrap_or_default(),
            two.get(in_order..).unwrap_or_default(),
            at,
        )
        .is_empty()
}

/// The items of one list that the other does not have; one that stands twice must stand there twice.
pub(super) fn not_among(these: &[Json], those: &[Json], at: At<'_>) -> Vec<Json> {
    let mut left: Vec<&Json> = those.iter().collect();
    let mut missing = Vec::new();
    for item in these {
        match left.iter().position(|other| same(item, other, at)) {
            Some(place) => {
                left.swap_remove(place);
            }
            None => missing.push(item.clone()),
        }
    }
    missing
}

fn decimal(json: &Json) -> Option<Decimal> {
    match json {
        Json::Integer(number) => number.to_string().parse().ok(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// Whether an object is a text: its keys are languages.
pub(super) fn is_text(json: &Json) -> bool {
    !json.entries().is_empty()
        && json.entries().iter().all(|(key, _)| Locale::from_tag(key).is_some())
}

/// Whether two texts say the same in every language that both have: a translation that came changes nothing.
pub(super) fn same_where_both_speak(before: &Json, after: &Json) -> bool {
    let mut both =
        before.entries().iter().filter_map(|(key, text)| Some((text, after.get(key)?))).peekable();
    both.peek().is_some() && both.all(|(one, two)| one == two)
}
