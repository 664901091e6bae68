//! Checks the languages of a pack, and that its texts have them.

use super::check::{Check, quoted};
use super::expected_form;
use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::language::{Locale, usual_tag};
use super::node::Node;
use super::shape::Shape;

impl Check<'_> {
    /// A text is an object with the pack's languages, or a string if the pack has one language.
    pub(super) fn text(&mut self, node: &Node<'_>) {
        self.texts.push(node.pointer());
        match node.json {
            Json::String(text) if self.languages.len() == 1 && !text.trim().is_empty() => {}
            Json::Object(entries) => {
                for language in self.languages.clone() {
                    match node.json.get(language.tag()) {
                        Some(Json::String(text)) if !text.trim().is_empty() => {}
                        Some(_) | None => {
                            let expected = format!("text in `{}`", language.tag());
                            self.fault(FaultCode::MissingLanguage, node, expected, "none");
                        }
                    }
                }
                let others = self.languages.iter().filter(|language| !language.is_of_interface());
                let tags: Vec<&str> =
                    Locale::ALL.iter().chain(others).map(|locale| locale.tag()).collect();
                for (key, _) in entries.iter().filter(|(key, _)| !tags.contains(&key.as_str())) {
                    self.unknown_key(node, key, &tags);
                }
            }
            _ => self.wrong_type(node, "a text: an object with one string for each language"),
        }
    }

    /// A language is the tag of one that the interface has, or an object with tag and name.
    pub(super) fn language(&mut self, node: &Node<'_>, words: &[&str], object: &Shape) {
        let expected = || format!("{} or an object with `tag` and `name`", quoted(words));
        match node.json {
            Json::Object(_) => self.shape(node, object),
            Json::String(tag) if words.contains(&tag.as_str()) => {}
            Json::String(tag) => self.faults.push(Fault {
                code: FaultCode::WrongType,
                pointer: node.pointer(),
                expected: expected().into(),
                found: format!("`{tag}`").into(),
                suggestion: expected_form::language_tag(tag, words).map(str::to_owned),
                related: None,
            }),
            _ => self.wrong_type(node, expected()),
        }
    }

    pub(super) fn language_tag(&mut self, node: &Node<'_>) {
        match node.json {
            Json::String(tag) if Locale::from_any_tag(tag).is_some() => {}
            Json::String(tag) => self.faults.push(Fault {
                code: FaultCode::WrongType,
                pointer: node.pointer(),
                expected: "a language tag, such as `de` or `pt-BR`".into(),
                found: format!("`{tag}`").into(),
                suggestion: usual_tag(tag),
                related: None,
            }),
            _ => self.wrong_type(node, "a language tag, such as `de` or `pt-BR`"),
        }
    }
}

/// The language of an entry of `languages`.
pub(super) fn locale(entry: &Json) -> Option<Locale> {
    match entry.as_str() {
        Some(tag) => Locale::from_tag(tag),
        None => Locale::from_any_tag(entry.get("tag")?.as_str()?),
    }
}
