//! The JSON Schema (draft 2020-12) of packs, generated from the shape that packs are checked
//! against.
//!
//! # Why
//!
//! With the schema, an editor completes keys, shows their descriptions and marks most errors. It
//! checks less than `eligibility lint` does: not that an id exists, that languages are complete,
//! or that a fact has the right kind. Generated for a certain pack, the schema also lists its ids
//! for completion.
//!
//! Not by `schemars`: it derives a schema from Rust types, and the types of a pack are not those
//! of its authored form.

mod definitions; // Shared definitions: ids, texts, dates, decimals, operands.
mod ids; // The ids of a given pack.

use super::json::Json;
use super::shape::{Arity, Key, KeyDependency, PACK, Shape};

use definitions::{Definitions, LANGUAGE_TAG};
use ids::Ids;

/// The schema of all packs or, given a pack, a schema that allows only the ids of that pack.
pub fn schema(pack: Option<&Json>) -> Json {
    let mut writer = Writer { definitions: Definitions::default(), ids: pack.map(Ids::collect) };
    let mut schema = vec![
        entry("$schema", string("https://json-schema.org/draft/2020-12/schema")),
        entry("title", string("Rule pack of an eligibility self-check")),
        entry(
            "description",
            string("The measures of one policy, with their criteria, grants and citations."),
        ),
    ];
    schema.extend(writer.shape(&PACK));
    schema.push(entry("$defs", Json::Object(writer.definitions.into_entries())));
    Json::Object(schema)
}

/// The keywords of a schema, in the order they are written.
type Keywords = Vec<(String, Json)>;

/// The state of writing a schema.
struct Writer {
    definitions: Definitions,
    ids: Option<Ids>,
}

impl Writer {
    /// The keywords for a shape.
    fn shape(&mut self, shape: &Shape) -> Keywords {
        match shape {
            Shape::Id => self.id(),
            Shape::Ref(kind) => self.reference(*kind),
            Shape::Fact(kind) => self.fact(kind),
            Shape::Text => self.text(),
            Shape::String => non_empty_string(),
            Shape::Url => self.url(),
            Shape::Phone => self.phone(),
            Shape::Bool => vec![entry("type", string("boolean"))],
            Shape::BoolOr(words) => {
                any_of(vec![vec![entry("type", string("boolean"))], one_of_words(words)])
            }
            Shape::Keyword(words) => one_of_words(words),
            Shape::Language(words, object) => {
                let object = self.shape(object);
                any_of(vec![one_of_words(words), object])
            }
            Shape::LanguageTag => pattern(LANGUAGE_TAG),
            Shape::Date => self.date(),
            Shape::Decimal => self.decimal(),
            Shape::Integer(min, max) if min == max => {
                vec![entry("const", Json::Integer(*min))]
            }
            Shape::Integer(min, max) => vec![
                entry("type", string("integer")),
                entry("minimum", Json::Integer(*min)),
                entry("maximum", Json::Integer(*max)),
            ],
            Shape::List(min_items, item) => {
                let mut keywords = vec![entry("type", string("array"))];
                keywords.push(entry("items", Json::Object(self.shape(item))));
                keywords.push(entry("minItems", count(*min_items)));
                keywords
            }
            Shape::Answers => self.answers(),
            Shape::Record(keys) => self.record(keys),
            Shape::DependentRecord(keys, dependency) => {
                let mut keywords = self.record(keys);
                keywords.extend(dependent(dependency));
                keywords
            }
            Shape::SomeOf(keys, names) => {
                let mut keywords = self.record(keys);
                let some = names.iter().map(|name| vec![entry("required", strings(&[name]))]);
                keywords.extend(any_of(some.collect()));
                keywords
            }
            Shape::OneOf(choices, common) => self.one_of(choices, common),
            Shape::KeywordOr(words, object) => {
                let object = self.shape(object);
                any_of(vec![one_of_words(words), object])
            }
            Shape::RefOr(kind, object) => {
                let parts = vec![self.reference(*kind), self.shape(object)];
                any_of(parts)
            }
            Shape::Operands(operands, arity) => {
                let mut prefix: Vec<Json> =
                    operands.iter().map(|operand| Json::Object(self.operand(*operand))).collect();
                let (max_items, items) = match arity {
                    Arity::Exact => (operands.len(), Json::Bool(false)),
                    Arity::Variadic => (Arity::MAX, prefix.pop().unwrap_or(Json::Bool(false))),
                };
                let mut keywords = vec![entry("type", string("array"))];
                if !prefix.is_empty() {
                    keywords.push(entry("prefixItems", Json::Array(prefix)));
                }
                keywords.push(entry("items", items));
                keywords.push(entry("minItems", count(operands.len())));
                keywords.push(entry("maxItems", count(max_items)));
                keywords
            }
            Shape::Named(name, shape) => self.define(name, |writer| writer.shape(shape)),
        }
    }

    /// A reference to a definition, which is written at its first use.
    fn define(&mut self, name: &str, write: impl FnOnce(&mut Writer) -> Keywords) -> Keywords {
        if let Some(index) = self.definitions.begin(name) {
            let keywords = write(self);
            self.definitions.end(index, keywords);
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

    /// All keys are in `properties`, because editors complete keys from there. Other keywords
    /// state which keys exclude each other.
    fn one_of(&mut self, choices: &[Key], common: &[Key]) -> Keywords {
        let mut keywords =
            vec![entry("type", string("object")), self.properties(choices.iter().chain(common))];
        if common.is_empty() {
            keywords.push(entry("minProperties", Json::Integer(1)));
            keywords.push(entry("maxProperties", Json::Integer(1)));
        } else {
            let required = common.iter().filter(|key| key.required).map(|key| key.name);
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
            let mut property = vec![entry("description", string(key.description))];
            property.extend(self.shape(&key.shape));
            properties.push(entry(key.name, Json::Object(property)));
        }
        entry("properties", Json::Object(properties))
    }
}

/// The keywords for a dependency between keys.
fn dependent(dependency: &KeyDependency) -> Keywords {
    let value = Json::Object(vec![entry("const", string(dependency.value))]);
    let test = vec![
        entry("properties", Json::Object(vec![entry(dependency.key, value)])),
        entry("required", strings(&[dependency.key])),
    ];
    let then = vec![entry("required", strings(dependency.requires))];
    let mut keywords = vec![entry("if", Json::Object(test)), entry("then", Json::Object(then))];
    if dependency.is_exclusive {
        let none = dependency.requires.iter().map(|key| entry(key, Json::Bool(false)));
        let otherwise = vec![entry("properties", Json::Object(none.collect()))];
        keywords.push(entry("else", Json::Object(otherwise)));
    }
    keywords
}

/// A string with at least one character that is not white space.
fn non_empty_string() -> Keywords {
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
