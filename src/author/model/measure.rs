//! Measures as cards.

use crate::author::document::{join, split};
use crate::rulebook::{Json, keys_at};

use super::build::{str_at, strings_at};
use super::condition::ConditionForm;
use super::criterion::{CriterionForm, QuoteForm, quotes_of};
use super::facts::Facts;
use super::text::{TextForm, languages};

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureForm {
    /// The JSON Pointer to it
    pub pointer: String,
    /// Its id
    pub id: String,
    /// Its title
    pub title: TextForm,
    /// The grant and its recipients in plain words
    pub summary: TextForm,
    /// The provisions that create it
    pub quotes: Vec<QuoteForm>,
    /// For whom it applies, if not for everyone
    pub applies_when: Option<ConditionForm>,
    /// The criteria
    pub criteria: Vec<CriterionForm>,
    /// The kind of its grant; `None` if it is missing or faulty
    pub grant: Option<GrantKind>,
    /// The JSON Pointer to the figure of the grant
    pub figure: Option<String>,
    /// The ids of the materials that it requires
    pub materials: Vec<String>,
    /// Every key that a measure may have, in the order of the schema
    pub fields: Vec<FieldForm>,
}

/// The kinds of grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantKind {
    /// A fixed amount
    Fixed,
    /// A maximum amount
    UpTo,
    /// Amounts by ranges of a number
    Tiers,
    /// A percentage of a number
    Rate,
    /// A benefit other than money
    InKind,
    /// No published figure
    Unspecified,
}

impl GrantKind {
    /// All kinds, in the order of the schema.
    pub const ALL: [GrantKind; 6] = [
        GrantKind::Fixed,
        GrantKind::UpTo,
        GrantKind::Tiers,
        GrantKind::Rate,
        GrantKind::InKind,
        GrantKind::Unspecified,
    ];

    /// The key of a grant.
    pub fn key(self) -> &'static str {
        match self {
            GrantKind::Fixed => "fixed",
            GrantKind::UpTo => "up-to",
            GrantKind::Tiers => "tiers",
            GrantKind::Rate => "rate",
            GrantKind::InKind => "in-kind",
            GrantKind::Unspecified => "unspecified",
        }
    }
}

/// A key of an object, with or without a value.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldForm {
    /// The key
    pub key: &'static str,
    /// The JSON Pointer to its value, also if there is none
    pub pointer: String,
    /// The description for authors, in English
    pub description: &'static str,
    /// Whether the object needs it
    pub is_required: bool,
    /// Its value
    pub value: Option<Json>,
}

impl FieldForm {
    /// Every key that the object at a pointer may have, in the order of the schema.
    pub fn all(pack: &Json, json: &Json, pointer: &str) -> Vec<FieldForm> {
        let keys = keys_at(pack, &split(pointer).collect::<Vec<_>>()).into_iter();
        keys.map(|key| FieldForm {
            key: key.name,
            pointer: join(pointer, key.name),
            description: key.description,
            is_required: key.is_required,
            value: json.get(key.name).cloned(),
        })
        .collect()
    }
}

impl MeasureForm {
    /// Reads the measure at an index of a pack, with its texts in all languages.
    pub fn read(pack: &Json, index: usize, facts: &Facts) -> Option<MeasureForm> {
        let json = pack.get("measures")?.items().get(index)?;
        let pointer = format!("/measures/{index}");
        let languages = languages(pack);
        let criteria = json.get("criteria").map(Json::items).unwrap_or_default();
        let criterion = |(index, criterion): (usize, &Json)| {
            let pointer = format!("{pointer}/criteria/{index}");
            CriterionForm::read(pack, criterion, pointer, facts, &languages)
        };
        let grants = json.get("grants");
        let grant = GrantKind::ALL
            .into_iter()
            .find(|kind| grants.is_some_and(|grants| grants.get(kind.key()).is_some()));
        Some(MeasureForm {
            id: str_at(json, "id").to_owned(),
            title: TextForm::read(json, &pointer, "title", &languages),
            summary: TextForm::read(json, &pointer, "summary", &languages),
            quotes: quotes_of(pack, json),
            applies_when: json.get("applies-when").map(|when| ConditionForm::read(when, facts)),
            criteria: criteria.iter().enumerate().map(criterion).collect(),
            grant,
            figure: grant.map(|kind| format!("{pointer}/grants/{}", kind.key())),
            materials: materials(json),
            fields: FieldForm::all(pack, json, &pointer),
            pointer,
        })
    }
}

fn materials(measure: &Json) -> Vec<String> {
    let items = measure.get("materials").map(Json::items).unwrap_or_default();
    let with_condition = items.iter().map(|used| str_at(used, "material").to_owned());
    let plain = strings_at(measure, "materials").into_iter();
    plain.chain(with_condition.filter(|id| !id.is_empty())).collect()
}
