//! Materials to submit, and the offices that take applications.

use std::num::NonZeroU8;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::contact::{Phone, Url};
use super::json_forms::is_default;
use super::language::Locale;
use super::table::MaterialId;
use super::text::Text;
use super::when::When;

/// A document that the applicant submits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Material {
    /// The id in the pack
    pub id: Rc<str>,
    /// The title
    pub title: Text,
    /// Formal requirements: stamps, forms
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A material that a measure requires.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MaterialUse {
    /// The material
    pub material: MaterialId,
    /// The condition for requiring it; always required if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// 免提交: required, but the office obtains it itself
    #[serde(default, skip_serializing_if = "is_default")]
    pub exempt: bool,
    /// The number of copies, at most [`MaterialUse::MAX_COPIES`]; absent if not published
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<NonZeroU8>,
}

impl MaterialUse {
    /// The largest number of copies. A larger number is an error, such as a price or a year in the
    /// wrong key.
    pub const MAX_COPIES: u8 = 99;
}

/// An office that takes applications.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Office {
    /// The id in the pack
    pub id: Rc<str>,
    /// The name of the office
    pub title: Text,
    /// The address, if published
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// The opening hours, if published
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
    /// The telephone number, if published
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Its page, or the page for online applications
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
}

impl Office {
    /// The published ones of address, opening hours, telephone number and page.
    pub fn contact_lines(&self, locale: Locale) -> Vec<Rc<str>> {
        let mut lines = Vec::new();
        for text in [&self.address, &self.hours].into_iter().flatten() {
            lines.push(text.get(locale));
        }
        lines.extend(self.phone.as_ref().map(|phone| phone.as_str().into()));
        lines.extend(self.url.as_ref().map(|url| url.as_str().into()));
        lines
    }
}
