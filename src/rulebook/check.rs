//! Compares a document with its [`super::shape`], and reports all differences.

use std::borrow::Cow;

use super::check_language::locale;
use super::contact::{Phone, Url};
use super::date::parse_date;
use super::decimal::Decimal;
use super::expected_form;
use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::language::Locale;
use super::names::{Kind, Names, is_kebab};
use super::node::Node;
use super::shape::{Arity, Key, Operand, Shape};
use super::suggestion::closest_name;

/// The state of a shape check: its input and the faults found.
pub(super) struct Check<'a> {
    pub(super) document: &'a Json,
    pub(super) names: Names<'a>,
    pub(super) languages: Vec<Locale>,
    pub(super) faults: Vec<Fault>,
    /// The JSON Pointers of the texts
    pub(super) texts: Vec<String>,
}

impl<'a> Check<'a> {
    pub(super) fn new(document: &'a Json) -> Check<'a> {
        let mut faults = Vec::new();
        let names = Names::collect(document, &mut faults);
        let languages = document.get("languages").map(Json::items).unwrap_or_default();
        let languages = languages.iter().filter_map(locale).collect();
        Check { document, names, languages, faults, texts: Vec::new() }
    }

    /// Reports a fault at a node.
    pub(super) fn fault(
        &mut self,
        code: FaultCode,
        node: &Node<'_>,
        expected: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
    ) {
        let (expected, mut found) = (expected.into(), found.into());
        if code == FaultCode::BadDecimal
            && let Some(reason) = expected_form::out_of_bounds(node.json)
        {
            found = format!("{found}, which {reason}").into();
        }
        let suggestion = expected_form::expected_form(code, &expected, node.json);
        self.faults.push(Fault {
            code,
            pointer: node.pointer(),
            expected,
            found,
            suggestion,
            related: None,
        });
    }

    pub(super) fn wrong_type(&mut self, node: &Node<'_>, expected: impl Into<Cow<'static, str>>) {
        self.fault(FaultCode::WrongType, node, expected, node.json.describe());
    }

    /// Reports every part of the value that does not match the shape.
    pub(super) fn shape(&mut self, node: &Node<'_>, shape: &Shape) {
        match shape {
            Shape::Id => self.id(node),
            Shape::Ref(kind) => self.reference(node, *kind),
            Shape::Fact(_) => self.reference(node, Kind::Fact),
            Shape::Text => self.text(node),
            Shape::String => match node.json {
                Json::String(text) if !text.trim().is_empty() => {}
                _ => self.wrong_type(node, "a string that is not empty"),
            },
            Shape::Url if node.json.as_str().and_then(Url::parse).is_some() => {}
            Shape::Url => self.wrong_type(node, Url::FORM),
            Shape::Phone if node.json.as_str().and_then(Phone::parse).is_some() => {}
            Shape::Phone => self.wrong_type(node, Phone::FORM),
            Shape::Bool => match node.json {
                Json::Bool(_) => {}
                _ => self.wrong_type(node, "`true` or `false`"),
            },
            Shape::BoolOr(words) => match node.json {
                Json::Bool(_) => {}
                Json::String(word) if words.contains(&word.as_str()) => {}
                _ => self.wrong_type(node, expected_form::bool_or(words)),
            },
            Shape::Keyword(words) => self.keyword(node, words),
            Shape::Language(words, object) => self.language(node, words, object),
            Shape::LanguageTag => self.language_tag(node),
            Shape::Date => match node.json {
                Json::String(text) if parse_date(text).is_some() => {}
                _ => self.fault(FaultCode::BadDate, node, "a valid date", node.json.describe()),
            },
            Shape::Decimal => {
                if decimal(node.json).is_none() {
                    self.fault(
                        FaultCode::BadDecimal,
                        node,
                        "an exact decimal",
                        node.json.describe(),
                    );
                }
            }
            Shape::Integer(min, max) => match node.json {
                Json::Integer(value) if (min..=max).contains(&value) => {}
                // Only the format number allows exactly one value.
                _ if min == max => {
                    let expected = format!("format {min}");
                    self.fault(FaultCode::UnknownFormat, node, expected, node.json.describe());
                }
                _ => self.wrong_type(node, format!("a whole number from {min} to {max}")),
            },
            Shape::List(min_items, item) => self.list(node, *min_items, item),
            Shape::Answers => self.answers(node),
            Shape::Record(keys) => self.record(node, keys),
            Shape::DependentRecord(keys, dependency) => {
                self.record(node, keys);
                self.dependency(node, dependency);
            }
            Shape::SomeOf(keys, names) => {
                self.record(node, keys);
                self.some_of(node, names);
            }
            Shape::OneOf(choices, common) => self.one_of(node, choices, common),
            Shape::KeywordOr(words, object) => match node.json {
                Json::Object(_) => self.shape(node, object),
                Json::String(_) => self.keyword(node, words),
                _ => self.wrong_type(node, format!("{} or an object", quoted(words))),
            },
            Shape::RefOr(kind, object) => match node.json {
                Json::Object(_) => self.shape(node, object),
                Json::String(_) => self.reference(node, *kind),
                _ => self.wrong_type(node, format!("{} or an object", kind.id_of())),
            },
            Shape::Operands(operands, arity) => self.operands(node, operands, *arity),
            Shape::Named(_, shape) => self.shape(node, shape),
        }
    }

    fn id(&mut self, node: &Node<'_>) {
        match node.json {
            Json::String(id) if is_kebab(id) => {}
            Json::String(id) => {
                let expected = "an id of lower-case letters, digits and single hyphens, beginning \
                                with a letter";
                self.fault(FaultCode::BadId, node, expected, format!("`{id}`"));
            }
            _ => self.wrong_type(node, "an id"),
        }
    }

    pub(super) fn reference(&mut self, node: &Node<'_>, kind: Kind) {
        match node.json {
            Json::String(id) if self.names.find(kind, id).is_some() => {}
            Json::String(id) => {
                let fault = self.names.unknown_id(kind, id, node);
                self.faults.push(fault);
            }
            _ => self.wrong_type(node, kind.id_of()),
        }
    }

    fn keyword(&mut self, node: &Node<'_>, words: &[&'static str]) {
        match node.json {
            Json::String(text) if words.contains(&text.as_str()) => {}
            Json::String(text) => self.faults.push(Fault {
                code: FaultCode::WrongType,
                pointer: node.pointer(),
                expected: quoted(words).into(),
                found: format!("`{text}`").into(),
                suggestion: expected_form::language_tag(text, words)
                    .or_else(|| closest_name(text, words.iter().copied()))
                    .map(str::to_owned),
                related: None,
            }),
            _ => self.wrong_type(node, quoted(words)),
        }
    }

    fn list(&mut self, node: &Node<'_>, min_items: usize, item: &Shape) {
        match node.json {
            Json::Array(items) if items.len() >= min_items => {
                for child in node.items() {
                    self.shape(&child, item);
                }
            }
            Json::Array(items) => {
                let expected = format!("a list of at least {min_items}");
                self.fault(
                    FaultCode::BadRange,
                    node,
                    expected,
                    format!("a list of {}", items.len()),
                );
            }
            _ => self.wrong_type(node, "a list"),
        }
    }

    fn operands(&mut self, node: &Node<'_>, operands: &[Operand], arity: Arity) {
        let min = operands.len();
        let count = node.json.items().len();
        match (node.json, arity) {
            (Json::Array(_), Arity::Exact) if count == min => {}
            (Json::Array(_), Arity::Variadic) if (min..=Arity::MAX).contains(&count) => {}
            (_, Arity::Exact) => self.wrong_type(node, format!("a list of {min} operands")),
            (_, Arity::Variadic) => {
                let noun = if min == 1 { "operand" } else { "operands" };
                self.wrong_type(node, format!("a list of at least {min} {noun}"))
            }
        }
    }

    fn record(&mut self, node: &Node<'_>, keys: &[Key]) {
        if !self.is_object(node) {
            return;
        }
        for key in keys {
            match node.get(key.name) {
                Some(child) => self.shape(&child, &key.shape),
                None if key.required => self.missing_key(node, key),
                None => {}
            }
        }
        let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
        self.keys(node, &names);
    }

    /// An object by fact. Reports unknown and repeated facts.
    fn answers(&mut self, node: &Node<'_>) {
        if self.is_object(node) {
            for (index, (key, child)) in node.entries().enumerate() {
                let is_repeated = self.is_repeated(node, index, key);
                if !is_repeated && self.names.find(Kind::Fact, key).is_none() {
                    let fault = self.names.unknown_id(Kind::Fact, key, &child);
                    self.faults.push(fault);
                }
            }
        }
    }

    fn one_of(&mut self, node: &Node<'_>, choices: &[Key], common: &[Key]) {
        if !self.is_object(node) {
            return;
        }
        let names: Vec<&str> = choices.iter().chain(common).map(|key| key.name).collect();
        let before = self.faults.len();
        self.keys(node, &names);
        let misspelt = self.faults.len() > before;
        let present: Vec<&Key> =
            choices.iter().filter(|key| node.json.get(key.name).is_some()).collect();
        match present.as_slice() {
            [only] => {
                if let Some(child) = node.get(only.name) {
                    self.shape(&child, &only.shape);
                }
            }
            // A misspelt operator is reported once, as an unknown key.
            [] if misspelt => {}
            _ => {
                let words: Vec<&'static str> = choices.iter().map(|key| key.name).collect();
                let found = match present.as_slice() {
                    [] => "none of them".to_owned(),
                    more => quoted(&more.iter().map(|key| key.name).collect::<Vec<_>>()),
                };
                self.fault(
                    FaultCode::WrongType,
                    node,
                    format!("one key: {}", quoted(&words)),
                    found,
                );
            }
        }
        for key in common {
            match node.get(key.name) {
                Some(child) => self.shape(&child, &key.shape),
                None if key.required => self.missing_key(node, key),
                None => {}
            }
        }
    }

    fn is_object(&mut self, node: &Node<'_>) -> bool {
        let is = matches!(node.json, Json::Object(_));
        if !is {
            self.wrong_type(node, "an object");
        }
        is
    }

    /// Reports a missing key, with the id of the object and the allowed keywords.
    fn missing_key(&mut self, node: &Node<'_>, key: &Key) {
        let id = node.str("id");
        let of = if id.is_empty() { String::new() } else { format!(" of `{id}`") };
        let words = match keywords(&key.shape) {
            Some(words) => format!(", one of {}", quoted(words)),
            None => String::new(),
        };
        self.fault(FaultCode::MissingKey, node, format!("key `{}`{of}{words}", key.name), "none");
    }

    /// Reports repeated and unknown keys.
    fn keys(&mut self, node: &Node<'_>, names: &[&str]) {
        for (index, (key, _)) in node.json.entries().iter().enumerate() {
            if !self.is_repeated(node, index, key) && !names.contains(&key.as_str()) {
                self.unknown_key(node, key, names);
            }
        }
    }

    /// Whether a key occurs before this index, which is reported.
    fn is_repeated(&mut self, node: &Node<'_>, index: usize, key: &str) -> bool {
        let is_repeated = node.json.entries().iter().take(index).any(|(other, _)| other == key);
        if is_repeated {
            // Both have the same pointer. Reports show the last, and the first as related.
            let pointer = node.get(key).map(|child| child.pointer()).unwrap_or_default();
            self.faults.push(Fault {
                code: FaultCode::RepeatedKey,
                pointer: pointer.clone(),
                expected: "each key once".into(),
                found: format!("`{key}`").into(),
                suggestion: None,
                related: Some(pointer),
            });
        }
        is_repeated
    }

    pub(super) fn unknown_key(&mut self, node: &Node<'_>, key: &str, names: &[&str]) {
        self.faults.push(Fault {
            code: FaultCode::UnknownKey,
            pointer: node.get(key).map(|child| child.pointer()).unwrap_or_default(),
            expected: format!("one of the keys {}", quoted(names)).into(),
            found: format!("`{key}`").into(),
            suggestion: expected_form::language_tag(key, names)
                .or_else(|| closest_name(key, names.iter().copied()))
                .map(str::to_owned),
            related: None,
        });
    }
}

/// The decimal that a value represents: a string such as "37.5", or a whole number.
pub(super) fn decimal(json: &Json) -> Option<Decimal> {
    match json {
        Json::String(text) => text.parse().ok(),
        Json::Integer(value) => value.to_string().parse().ok(),
        _ => None,
    }
}

/// The decimal in a key; zero if malformed, which has been reported.
pub(super) fn decimal_at(node: &Node<'_>, key: &str) -> Decimal {
    node.json.get(key).and_then(decimal).unwrap_or_default()
}

/// The keywords that a shape allows, if it allows nothing else.
fn keywords(shape: &Shape) -> Option<&'static [&'static str]> {
    match shape {
        Shape::Keyword(words) => Some(words),
        Shape::Named(_, shape) => keywords(shape),
        _ => None,
    }
}

pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
