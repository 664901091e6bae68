//! The JSON Schema (draft 2020-12) of a pack, told from the same shape that packs are checked against.
//!
//! # Why
//!
//! An editor that has it completes keys, says what each is for and underlines most slips while they are typed. It sees
//! less than the check: that an id exists, that languages are complete and that a fact is of the right kind is for
//! `eligibility lint`. With the ids of a pack at hand, editors offer these, too.

mod defined;
mod ids;

use super::json::Json;
use super::shape::{Hinge, Key, PACK, Rest, Shape};

use defined::Defined;
use ids::Ids;

/// The schema of every pack; with a pack, one that offers its ids and knows no others.
pub fn schema(pack: Option<&Json>) -> Json {
    let mut writer = Writer { defined: Defined::default(), ids: pack.map(Ids::collect) };
    let mut schema = vec![
        entry("$schema", string("https://json-schema.org/draft/2020-12/schema")),
        entry("title", string("Rule pack of an eligibility self-check")),
        entry(
            "description",
            string(
                "The measures of one policy: what they ask, what they grant, and where that stands.",
            ),
        ),
    ];
    schema.extend(writer.shape(&PACK));
    schema.push(entry("$defs", Json::Object(writer.defined.into_entries())));
    Json::Object(schema)
}

/// The keywords of a schema, in the order they are written.
type Keywords = Vec<(String, Json)>;

/// A schema being written.
struct Writer {
    defined: Defined,
    ids: Option<Ids>,
}

impl Writer {
    /// What a shape asks of a value.
    fn shape(&mut self, shape: &Shape) -> Keywords {
        match shape {
            Shape::Id => self.id(),
            Shape::Ref(kind) => self.reference(*kind),
            Shape::Fact(kind) => self.fact(kind),
            Shape::Text => self.text(),
            Shape::Plain => plain(),
            Shape::Flag => vec![entry("type", string("boolean"))],
            Shape::Word(words) => one_of_words(words),
            Shape::Date => self.date(),
            Shape::Decimal => self.decimal(),
            Shape::Whole(least, most) if least == most => {
                vec![entry("const", Json::Integer(*least))]
            }
            Shape::Whole(least, most) => vec![
                entry("type", string("integer")),
                entry("minimum", Json::Integer(*least)),
                entry("maximum", Json::Integer(*most)),
            ],
            Shape::List(least, item) => {
                let mut keywords = vec![entry("type", string("array"))];
                keywords.push(entry("items", Json::Object(self.shape(item))));
                keywords.push(entry("minItems", count(*least)));
                keywords
            }
            Shape::Record(keys) => self.record(keys),
            Shape::Hinged(keys, hinge) => {
                let mut keywords = self.record(keys);
                keywords.extend(hinged(hinge));
                keywords
            }
            Shape::OneOf(choices, beside) => self.one_of(choices, beside),
            Shape::WordOr(words, object) => {
                let object = self.shape(object);
                any_of(vec![one_of_words(words), object])
            }
            Shape::RefOr(kind, object) => {
                let parts = vec![self.reference(*kind), self.shape(object)];
                any_of(parts)
            }
            Shape::Operands(operands, rest) => {
                let mut places: Vec<Json> =
                    operands.iter().map(|operand| Json::Object(self.operand(*operand))).collect();
                let (most, others) = match rest {
                    Rest::None => (operands.len(), Json::Bool(false)),
                    Rest::Repeated => (Rest::MOST, places.pop().unwrap_or(Json::Bool(false))),
                };
                let mut keywords = vec![entry("type", string("array"))];
                if !places.is_empty() {
                    keywords.push(entry("prefixItems", Json::Array(places)));
                }
                keywords.push(entry("items", others));
                keywords.push(entry("minItems", count(operands.len())));
                keywords.push(entry("maxItems", count(most)));
                keywords
            }
            Shape::Named(name, shape) => self.define(name, |writer| writer.shape(shape)),
        }
    }

    /// A reference to a definition, which is written when it is first met.
    fn define(&mut self, name: &str, write: impl FnOnce(&mut Writer) -> Keywords) -> Keywords {
        if let Some(place) = self.defined.begin(name) {
            let keywords = write(self);
            self.defined.end(place, keywords);
        }
        vec![entry("$ref", Json::String(format!("#/$defs/{name}")))]
    }

    fn record(&mut self, keys: &[Key]) -> Keywords {
        let mut keywords = vec![entry("type", string("object")), self.properties(keys.iter())];
        let required = keys.iter().filter(|key| key.required).map(|key| key.name);
        let required: Vec<&str> = required.collect();
        if !required.is_empty() {
            keywords.push(entry("required", strings(&required)));
        }
        keywords.push(entry("additionalProperties", Json::Bool(false)));
        keywords
    }

    /// Editors that complete the keys of an object look into `properties`: all stand there, and which go together is
    /// said beside it.
    fn one_of(&mut self, choices: &[Key], beside: &[Key]) -> Keywords {
        let mut keywords =
            vec![entry("type", string("object")), self.properties(choices.iter().chain(beside))];
        if beside.is_empty() {
            keywords.push(entry("minProperties", Json::Integer(1)));
            keywords.push(entry("maxProperties", Json::Integer(1)));
        } else {
            let required = beside.iter().filter(|key| key.required).map(|key| key.name);
            keywords.push(entry("required", strings(&required.collect::<Vec<_>>())));
            let one = choices
                .iter()
                .map(|key| Json::Object(vec![entry("required", strings(&[key.name]))]));
            keywords.push(entry("oneOf", Json::Array(one.collect())));
        }
        keywords.push(entry("additionalProperties", Json::Bool(false)));
        keywords
    }

    fn properties<'k>(&mut self, keys: impl Iterator<Item = &'k Key>) -> (String, Json) {
        let mut properties = Vec::new();
        for key in keys {
            let mut property = vec![entry("description", string(key.about))];
            property.extend(self.shape(&key.shape));
            properties.push(entry(key.name, Json::Object(property)));
        }
        entry("properties", Json::Object(properties))
    }
}

/// What hangs on a word: asked for with it, and in some objects refused without it.
fn hinged(hinge: &Hinge) -> Keywords {
    let word = Json::Object(vec![entry("const", string(hinge.word))]);
    let test = vec![
        entry("properties", Json::Object(vec![entry(hinge.key, word)])),
        entry("required", strings(&[hinge.key])),
    ];
    let then = vec![entry("required", strings(hinge.needs))];
    let mut keywords = vec![entry("if", Json::Object(test)), entry("then", Json::Object(then))];
    if hinge.only {
        let none = hinge.needs.iter().map(|key| entry(key, Json::Bool(false)));
        let otherwise = vec![entry("properties", Json::Object(none.collect()))];
        keywords.push(entry("else", Json::Object(otherwise)));
    }
    keywords
}

/// A string that says something.
fn plain() -> Keywords {
    pattern("\\S")
}

fn pattern(pattern: &str) -> Keywords {
    vec![entry("type", string("string")), entry("pattern", string(pattern))]
}

fn one_of_words(words: &[&str]) -> Keywords {
    vec![entry("enum", strings(words))]
}

fn any_of(parts: Vec<Keywords>) -> Keywords {
    vec![entry("anyOf", Json::Array(parts.into_iter().map(Json::Object).collect()))]
}

fn entry(key: &str, value: Json) -> (String, Json) {
    (key.to_owned(), value)
}

fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn strings(texts: &[&str]) -> Json {
    Json::Array(texts.iter().map(|text| string(text)).collect())
}

fn count(count: usize) -> Json {
    Json::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
