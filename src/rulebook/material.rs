//! Materials and offices: what to bring, and where.

use std::num::NonZeroU8;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::json_forms::is_default;
use super::table::MaterialId;
use super::text::{Locale, Text};
use super::when::When;

/// A paper that a person brings or uploads.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Material {
    /// Its name in the pack
    pub id: Rc<str>,
    /// What people call it
    pub title: Text,
    /// How it must be: copies, stamps, forms
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A paper that a measure asks for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MaterialUse {
    /// Which paper
    pub material: MaterialId,
    /// When it is asked for; always, if there is no such condition
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// 免提交: it is needed, but the office gets it by itself
    #[serde(default, skip_serializing_if = "is_default")]
    pub exempt: bool,
    /// How many copies this measure asks for, at most [`MaterialUse::MOST_COPIES`]; nothing if no published text says so
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copies: Option<NonZeroU8>,
}

impl MaterialUse {
    /// Most copies that a measure can ask for. More are a slip: of a price or a year that went into the wrong field.
    pub const MOST_COPIES: u8 = 99;
}

/// Where applications are taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Office {
    /// Its name in the pack
    pub id: Rc<str>,
    /// What people call it
    pub title: Text,
    /// Where it is, if a published text says so
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// When it is open, likewise
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
    /// Its telephone number, likewise
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Rc<str>>,
}

impl Office {
    /// How to reach it, as far as published: address, opening hours, telephone.
    pub fn reached_by(&self, locale: Locale) -> Vec<Rc<str>> {
        let mut lines = Vec::new();
        for text in [&self.address, &self.hours].into_iter().flatten() {
            lines.push(text.get(locale));
        }
        lines.extend(self.phone.clone());
        lines
    }
}
