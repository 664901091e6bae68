//! Makes other documents of a document: JSON is cut and grafted as a tree, so that most inputs get past the parser.

use eligibility_check::rulebook::Json;
use libfuzzer_sys::fuzzer_mutate;

/// Values that meet bounds and kinds; more are found in the document itself.
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

/// Numbers that follow from a seed (xorshift by G. Marsaglia), so that a run can be repeated.
struct Chance(u64);

impl Chance {
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

/// Another input; what follows the first zero byte is no document, and is left to libFuzzer.
pub(crate) fn document(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut chance = Chance(u64::from(seed) << 1 | 1);
    chance.below(1);
    let end = data[..size].iter().position(|byte| *byte == 0).unwrap_or(size);
    if chance.one_in(8) {
        return fuzzer_mutate(data, size, max_size);
    }
    if end < size && chance.one_in(4) {
        return end + 1 + fuzzer_mutate(&mut data[end + 1..], size - end - 1, max_size - end - 1);
    }
    let parsed = std::str::from_utf8(&data[..end]).ok().and_then(|text| Json::parse(text).ok());
    let Some(mut json) = parsed else { return fuzzer_mutate(data, size, max_size) };
    for _ in 0..=chance.below(6).saturating_sub(3) {
        graft(&mut json, &mut chance);
    }
    let mut written = json.to_text().into_bytes();
    written.extend_from_slice(&data[end..size]);
    if written.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..written.len()].copy_from_slice(&written);
    written.len()
}

fn graft(json: &mut Json, chance: &mut Chance) {
    let mut all = Vec::new();
    gather("", json, &mut all);
    let place = chance.below(all.len());
    // Mostly what has the same role elsewhere: a condition for a condition, an operand for an operand.
    let alike = if chance.one_in(4) {
        all.clone()
    } else {
        all.iter().filter(|other| role(other) == role(&all[place])).copied().collect()
    };
    let twig = alike[chance.below(alike.len())].1.clone();
    let other = alike[chance.below(alike.len())].1.clone();
    let place = at(json, &mut { place }).expect("there are so many values");
    match (chance.below(12), place, twig) {
        (0, place, _) => *place = leaf(chance),
        (1, place, twig) => *place = Json::Array(vec![twig, other]),
        // The operator of one object around the value that stands there.
        (2, place, twig) => {
            let key = twig.entries().first().map_or("not", |(key, _)| key.as_str()).to_owned();
            let inner = std::mem::replace(place, Json::Null);
            let list = chance.one_in(2);
            *place = Json::Object(vec![(
                key,
                if list { Json::Array(vec![inner, other]) } else { inner },
            )]);
        }
        // One operator for another.
        (3..6, Json::Object(entries), Json::Object(others))
            if entries.len() == 1 && others.len() == 1 =>
        {
            entries[0].0.clone_from(&others[0].0);
        }
        (3..9, place, twig) => *place = twig,
        (_, place, twig) => inside(place, twig, chance),
    }
}

/// The key that a value stands below, and what type it is of.
fn role<'a>((key, json): &(&'a str, &Json)) -> (&'a str, std::mem::Discriminant<Json>) {
    (key, std::mem::discriminant(json))
}

/// Every value of a document with the key it stands below, in the order of [`at`].
fn gather<'a>(key: &'a str, json: &'a Json, all: &mut Vec<(&'a str, &'a Json)>) {
    all.push((key, json));
    json.items().iter().for_each(|item| gather(key, item, all));
    json.entries().iter().for_each(|(key, value)| gather(key, value, all));
}

/// Changes a list, an object, a number or a string as such.
fn inside(json: &mut Json, twig: Json, chance: &mut Chance) {
    match json {
        Json::Array(items) => {
            let place = chance.below(items.len());
            match chance.below(5) {
                0 if !items.is_empty() => drop(items.remove(place)),
                1 if !items.is_empty() => items.insert(place, items[place].clone()),
                2 if !items.is_empty() => {
                    let other = chance.below(items.len());
                    items.swap(place, other);
                }
                3 => items.truncate(place),
                _ => items.insert(place, twig),
            }
        }
        Json::Object(entries) => {
            let place = chance.below(entries.len());
            match (chance.below(3), twig) {
                (0, _) if !entries.is_empty() => drop(entries.remove(place)),
                (1, Json::Object(more)) if !more.is_empty() => {
                    let entry = more[chance.below(more.len())].clone();
                    entries.retain(|(key, _)| *key != entry.0 || chance.one_in(8));
                    entries.insert(place.min(entries.len()), entry);
                }
                (_, twig) if !entries.is_empty() => entries[place].1 = twig,
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
            *number = changed[chance.below(changed.len())];
        }
        Json::String(text) if chance.one_in(2) => {
            if let Json::String(other) = twig {
                text.push_str(&other);
            } else {
                text.pop();
            }
        }
        _ => *json = leaf(chance),
    }
}

fn leaf(chance: &mut Chance) -> Json {
    match chance.below(6) {
        0 => Json::Null,
        1 => Json::Bool(chance.one_in(2)),
        2 => Json::Fraction(0.5),
        3 | 4 => Json::Integer(NUMBERS[chance.below(NUMBERS.len())]),
        _ => Json::String(STRINGS[chance.below(STRINGS.len())].to_owned()),
    }
}

/// The value at a place, counted from the document down.
fn at<'a>(json: &'a mut Json, place: &mut usize) -> Option<&'a mut Json> {
    if *place == 0 {
        return Some(json);
    }
    *place -= 1;
    match json {
        Json::Array(items) => items.iter_mut().find_map(|item| at(item, place)),
        Json::Object(entries) => entries.iter_mut().find_map(|(_, value)| at(value, place)),
        _ => None,
    }
}
