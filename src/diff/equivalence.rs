//! Whether two JSON values of a pack are equivalent.
//!
//! `20`, `"20"` and `"20.0"` are the same number, but only where the pack expects a number: clause
//! 5.1 is not clause 5.10. The order of a list matters, unless the list is a set.

use crate::rulebook::{Decimal, Json, Locale};

/// Keys of numbers outside conditions. `from` and `to` also have dates, which never parse as
/// decimals.
const NUMBERS: [&str; 7] = ["amount", "percent", "cap", "from", "to", "min", "max"];

/// Keys of lists whose order has no meaning.
const SETS: [&str; 5] = ["provision", "measures", "materials", "repeals", "followed-by"];

/// The context of a value, as far as equivalence depends on it.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    key: &'a str,
    /// Whether the value is part of a condition or of a computed number
    in_rule: bool,
}

impl<'a> Context<'a> {
    /// The context of the value at a path.
    pub(super) fn new(path: &'a str) -> Context<'a> {
        let key = path.rsplit('/').find(|key| key.parse::<usize>().is_err()).unwrap_or_default();
        Context { key, in_rule: is_rule(key) }
    }

    fn child(self, key: &'a str) -> Context<'a> {
        Context { key, in_rule: self.in_rule || is_rule(key) }
    }

    /// Whether the value is part of a condition or of a computed number. A change in one is shown
    /// as a whole, because a part of it has no meaning alone.
    pub(super) fn is_rule(self) -> bool {
        self.in_rule
    }

    fn is_number(self) -> bool {
        self.in_rule || NUMBERS.contains(&self.key)
    }

    /// The number of leading items whose order matters. The others are a set.
    fn ordered_items(self, items: &[Json]) -> usize {
        match (self.in_rule, self.key) {
            (true, "all" | "any" | "sum" | "highest-of" | "lowest-of" | "one-of" | "includes") => 0,
            (true, "at-least-of") => 1,
            // Only lists of ids: the order of the pack's own `measures` matters.
            (false, key)
                if SETS.contains(&key) && !items.iter().any(|item| item.get("id").is_some()) =>
            {
                0
            }
            _ => items.len(),
        }
    }
}

/// Whether the value under this key is a condition or a computed number.
fn is_rule(key: &str) -> bool {
    matches!(
        key,
        "when"
            | "applies-when"
            | "ask-when"
            | "only-for"
            | "by"
            | "of"
            | "cases"
            | "quantity"
            | "holds"
    )
}

/// Whether two values are equivalent.
pub(super) fn are_equivalent(before: &Json, after: &Json, context: Context<'_>) -> bool {
    match (before, after) {
        (Json::Array(one), Json::Array(two))
            if context.in_rule && matches!(context.key, "one-of" | "includes" | "class") =>
        {
            // A fact and its options: one option, or a list.
            match (one.as_slice(), two.as_slice()) {
                ([fact, options], [other, others]) => {
                    let list = |json: &Json| match json {
                        Json::Array(items) => items.clone(),
                        one => vec![one.clone()],
                    };
                    fact == other && items_are_equivalent(&list(options), &list(others), context)
                }
                _ => before == after,
            }
        }
        (Json::Array(one), Json::Array(two)) => items_are_equivalent(one, two, context),
        (Json::Object(one), Json::Object(two)) => {
            let found = |(key, value): &(String, Json)| {
                after.get(key).is_some_and(|other| are_equivalent(value, other, context.child(key)))
            };
            one.len() == two.len() && one.iter().all(found)
        }
        _ => {
            before == after
                || (context.is_number()
                    && decimal(before).is_some_and(|number| decimal(after) == Some(number)))
        }
    }
}

fn items_are_equivalent(one: &[Json], two: &[Json], context: Context<'_>) -> bool {
    let ordered = context.ordered_items(one);
    one.len() == two.len()
        && one.iter().zip(two).take(ordered).all(|(one, two)| are_equivalent(one, two, context))
        && missing_items(
            one.get(ordered..).unwrap_or_default(),
            two.get(ordered..).unwrap_or_default(),
            context,
        )
        .is_empty()
}

/// The items of the first list without an equivalent in the second. Repeated items need as many
/// equivalents.
pub(super) fn missing_items(these: &[Json], those: &[Json], context: Context<'_>) -> Vec<Json> {
    let mut left: Vec<&Json> = those.iter().collect();
    let mut missing = Vec::new();
    for item in these {
        match left.iter().position(|other| are_equivalent(item, other, context)) {
            Some(index) => {
                left.swap_remove(index);
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

/// The tags of the languages of two packs, and of the interface.
pub(super) fn language_tags(packs: [&Json; 2]) -> Vec<String> {
    let entries = packs.into_iter().filter_map(|pack| pack.get("languages"));
    let tags = entries.flat_map(Json::items).filter_map(tag_of).map(str::to_owned);
    Locale::ALL.iter().map(|locale| locale.tag().to_owned()).chain(tags).collect()
}

/// The tag in an entry of `languages`.
pub(super) fn tag_of(entry: &Json) -> Option<&str> {
    entry.as_str().or_else(|| entry.get("tag")?.as_str())
}

/// Whether an object is a text: all its keys are tags of these languages.
pub(super) fn is_text(json: &Json, languages: &[String]) -> bool {
    !json.entries().is_empty() && json.entries().iter().all(|(key, _)| languages.contains(key))
}

/// Whether two texts are equal in every language that both have. Then only translations were added
/// or removed.
pub(super) fn are_equal_in_shared_languages(before: &Json, after: &Json) -> bool {
    let mut both =
        before.entries().iter().filter_map(|(key, text)| Some((text, after.get(key)?))).peekable();
    both.peek().is_some() && both.all(|(one, two)| one == two)
}
