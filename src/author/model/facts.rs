//! The facts of a pack with their kinds and options.

use crate::rulebook::Json;

use super::build::str_at;
use super::text::in_language;

/// The facts and classes of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The facts, in source order
    pub facts: Vec<FactForm>,
    /// The classes, in source order
    pub classes: Vec<ClassForm>,
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactForm {
    /// Its id
    pub id: String,
    /// Its question in a language
    pub question: String,
    /// Its kind
    pub kind: FactKindForm,
    /// The JSON Pointer to it
    pub pointer: String,
}

/// A class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassForm {
    /// Its id
    pub id: String,
    /// Its title in a language
    pub title: String,
    /// Its values
    pub values: Vec<OptionForm>,
    /// The JSON Pointer to it
    pub pointer: String,
}

/// The kind of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKindForm {
    /// Yes or no
    YesNo,
    /// One of these options
    Choice(Vec<OptionForm>),
    /// Any of these options
    Choices(Vec<OptionForm>),
    /// A number with a unit
    Number(String),
    /// A date
    Date,
    /// Missing or faulty
    Unknown,
}

/// An option of a fact, or a value of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionForm {
    /// Its id
    pub id: String,
    /// Its label in a language
    pub label: String,
}

impl Facts {
    /// Reads the facts and classes of a pack, with texts in a language.
    pub fn read(pack: &Json, language: &str) -> Facts {
        let list = |key: &str| pack.get(key).map(Json::items).unwrap_or_default();
        let text = |json: &Json, key: &str| {
            json.get(key).map(|text| in_language(text, language)).unwrap_or_default().to_owned()
        };
        let facts = list("facts").iter().enumerate().map(|(index, fact)| FactForm {
            id: str_at(fact, "id").to_owned(),
            question: text(fact, "question"),
            kind: fact.get("kind").map_or(FactKindForm::Unknown, |kind| read_kind(kind, language)),
            pointer: format!("/facts/{index}"),
        });
        let classes = list("classes").iter().enumerate().map(|(index, class)| ClassForm {
            id: str_at(class, "id").to_owned(),
            title: text(class, "title"),
            values: class
                .get("values")
                .map(|values| read_options(values, language))
                .unwrap_or_default(),
            pointer: format!("/classes/{index}"),
        });
        Facts { facts: facts.collect(), classes: classes.collect() }
    }

    /// The fact with an id.
    pub fn find(&self, id: &str) -> Option<&FactForm> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    pub(super) fn is_date(&self, id: &str) -> bool {
        self.find(id).is_some_and(|fact| fact.kind == FactKindForm::Date)
    }

    pub(super) fn is_number(&self, id: &str) -> bool {
        self.find(id).is_some_and(|fact| matches!(fact.kind, FactKindForm::Number(_)))
    }
}

fn read_kind(kind: &Json, language: &str) -> FactKindForm {
    match (kind.as_str(), kind.entries()) {
        (Some("yes-no"), _) => FactKindForm::YesNo,
        (Some("date"), _) => FactKindForm::Date,
        (_, [(word, options)]) if word == "choice" => {
            FactKindForm::Choice(read_options(options, language))
        }
        (_, [(word, options)]) if word == "choices" => {
            FactKindForm::Choices(read_options(options, language))
        }
        (_, [(word, number)]) if word == "number" => {
            FactKindForm::Number(str_at(number, "unit").to_owned())
        }
        _ => FactKindForm::Unknown,
    }
}

fn read_options(options: &Json, language: &str) -> Vec<OptionForm> {
    let read = |option: &Json| OptionForm {
        id: str_at(option, "id").to_owned(),
        label: option.get("label").map(|l| in_language(l, language)).unwrap_or_default().to_owned(),
    };
    options.items().iter().map(read).collect()
}
