//! A mutator for JSON documents. It changes the tree, so that most inputs get past the parser.

use eligibility_check::rulebook::Json;
use libfuzzer_sys::fuzzer_mutate;

/// Values at bounds, and of every kind of fact. Others come from the document itself.
const STRINGS: [&str; 12] = [
    "",
    "as-of",
    "zh-Hans",
    "en",
    "0",
    "-0.000001",
    "100000000000",
    "33.333333",
    "0000-01-01",
    "9999-12-31",
    "2020-02-29",
    "\u{1f3db}<",
];
const NUMBERS: [i64; 13] =
    [0, 1, 2, -1, 6, 7, 100, 127, 128, 65_535, 20_190_510, 100_000_000_000_000_000, i64::MIN];

/// A pseudo-random generator (xorshift by G. Marsaglia). Its seed makes a run repeatable.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end.max(1)
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// Mutates the document before the first zero byte. libFuzzer mutates the bytes after it.
pub(crate) fn mutate_document(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = Random(u64::from(seed) << 1 | 1);
    random.below(1);
    let end = data[..size].iter().position(|byte| *byte == 0).unwrap_or(size);
    if random.one_in(8) {
        return fuzzer_mutate(data, size, max_size);
    }
    if end < size && random.one_in(4) {
        return end + 1 + fuzzer_mutate(&mut data[end + 1..], size - end - 1, max_size - end - 1);
    }
    let parsed = std::str::from_utf8(&data[..end]).ok().and_then(|text| Json::parse(text).ok());
    let Some(mut json) = parsed else { return fuzzer_mutate(data, size, max_size) };
    for _ in 0..=random.below(6).saturating_sub(3) {
        mutate_value(&mut json, &mut random);
    }
    let mut output = json.to_text().into_bytes();
    output.extend_from_slice(&data[end..size]);
    if output.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..output.len()].copy_from_slice(&output);
    output.len()
}

/// Replaces one value by others of the document, or changes it in place.
fn mutate_value(json: &mut Json, random: &mut Random) {
    let mut all = Vec::new();
    collect_values("", json, &mut all);
    let index = random.below(all.len());
    // Mostly from values with the same role: a condition for a condition, an operand for an
    // operand.
    let donors = if random.one_in(4) {
        all.clone()
    } else {
        all.iter().filter(|other| role(other) == role(&all[index])).copied().collect()
    };
    let donor = donors[random.below(donors.len())].1.clone();
    let other = donors[random.below(donors.len())].1.clone();
    let target = value_at(json, &mut { index }).expect("the index is below the number of values");
    match (random.below(12), target, donor) {
        (0, target, _) => *target = random_scalar(random),
        (1, target, donor) => *target = Json::Array(vec![donor, other]),
        // Wraps the value in the operator of another object.
        (2, target, donor) => {
            let key = donor.entries().first().map_or("not", |(key, _)| key.as_str()).to_owned();
            let inner = std::mem::replace(target, Json::Null);
            let is_list = random.one_in(2);
            *target = Json::Object(vec![(
                key,
                if is_list { Json::Array(vec![inner, other]) } else { inner },
            )]);
        }
        // Replaces one operator by another.
        (3..6, Json::Object(entries), Json::Object(others))
            if entries.len() == 1 && others.len() == 1 =>
        {
            entries[0].0.clone_from(&others[0].0);
        }
        (3..9, target, donor) => *target = donor,
        (_, target, donor) => change_in_place(target, donor, random),
    }
}

/// The role of a value: its key and its type.
fn role<'a>((key, json): &(&'a str, &Json)) -> (&'a str, std::mem::Discriminant<Json>) {
    (key, std::mem::discriminant(json))
}

/// All values of a document with their keys, in the order of [`value_at`]. An item of a list has
/// the key of the list.
fn collect_values<'a>(key: &'a str, json: &'a Json, all: &mut Vec<(&'a str, &'a Json)>) {
    all.push((key, json));
    json.items().iter().for_each(|item| collect_values(key, item, all));
    json.entries().iter().for_each(|(key, value)| collect_values(key, value, all));
}

/// Changes a list, an object, a number or a string.
fn change_in_place(json: &mut Json, donor: Json, random: &mut Random) {
    match json {
        Json::Array(items) => {
            let index = random.below(items.len());
            match random.below(5) {
                0 if !items.is_empty() => drop(items.remove(index)),
                1 if !items.is_empty() => items.insert(index, items[index].clone()),
                2 if !items.is_empty() => {
                    let other = random.below(items.len());
                    items.swap(index, other);
                }
                3 => items.truncate(index),
                _ => items.insert(index, donor),
            }
        }
        Json::Object(entries) => {
            let index = random.below(entries.len());
            match (random.below(3), donor) {
                (0, _) if !entries.is_empty() => drop(entries.remove(index)),
                (1, Json::Object(more)) if !more.is_empty() => {
                    let entry = more[random.below(more.len())].clone();
                    entries.retain(|(key, _)| *key != entry.0 || random.one_in(8));
                    entries.insert(index.min(entries.len()), entry);
                }
                (_, donor) if !entries.is_empty() => entries[index].1 = donor,
                _ => {}
            }
        }
        Json::Integer(number) => {
            let changed = [
                number.saturating_add(1),
                number.saturating_sub(1),
                number.saturating_mul(10),
                -(*number / 2),
            ];
            *number = changed[random.below(changed.len())];
        }
        Json::String(text) if random.one_in(2) => {
            if let Json::String(other) = donor {
                text.push_str(&other);
            } else {
                text.pop();
            }
        }
        _ => *json = random_scalar(random),
    }
}

fn random_scalar(random: &mut Random) -> Json {
    match random.below(6) {
        0 => Json::Null,
        1 => Json::Bool(random.one_in(2)),
        2 => Json::Number("0.5".to_owned()),
        3 | 4 => Json::Integer(NUMBERS[random.below(NUMBERS.len())]),
        _ => Json::String(STRINGS[random.below(STRINGS.len())].to_owned()),
    }
}

/// The value with this index, counted depth first.
fn value_at<'a>(json: &'a mut Json, index: &mut usize) -> Option<&'a mut Json> {
    if *index == 0 {
        return Some(json);
    }
    *index -= 1;
    match json {
        Json::Array(items) => items.iter_mut().find_map(|item| value_at(item, index)),
        Json::Object(entries) => entries.iter_mut().find_map(|(_, value)| value_at(value, index)),
        _ => None,
    }
}
