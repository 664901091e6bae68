//! Documents and provisions: the texts that everything is cited to.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::RulePack;
use super::date::Period;
use super::json_forms::is_default;
use super::table::{DocumentId, ProvisionId};
use super::text::{Locale, Text};

/// A legal text with its number and validity.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Document {
    /// Its name in the pack
    pub id: Rc<str>,
    /// Its official number, such as 穗天字〔2017〕7号; absent if no source shows one
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Rc<str>>,
    /// Its title
    pub title: Text,
    /// When it is in force; open where no source says
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
}

/// A numbered piece of a document that a criterion or a figure is cited to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Provision {
    /// Its name in the pack
    pub id: Rc<str>,
    /// The document it belongs to
    pub document: DocumentId,
    /// Its number as printed, such as (八)
    pub clause: Rc<str>,
    /// Its own words, at most 60 characters
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Rc<str>>,
    /// What it says, in our words, where the text itself cannot be quoted
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// How sure we are that the text says so
    pub evidence: Evidence,
}

impl RulePack {
    /// The document and clause of a provision, such as 穗天字〔2017〕7号 (八).
    pub fn citation(&self, locale: Locale, provision: ProvisionId) -> String {
        let Provision { document, clause, .. } = &self.provisions[provision];
        let document = &self.documents[*document];
        match &document.number {
            Some(number) => format!("{number} {clause}"),
            None => format!("{} {clause}", document.title.get(locale)),
        }
    }
}

/// How sure a cited statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// The measure's own text or an official guide to applications
    OfficialText,
    /// A government explanation of the text
    OfficialInterpretation,
    /// Press or consultancy: shown as "to be confirmed", never summed
    Secondary,
}

impl Evidence {
    /// Every grade there is, surest first.
    pub const ALL: [Evidence; 3] =
        [Evidence::OfficialText, Evidence::OfficialInterpretation, Evidence::Secondary];

    /// Its word in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::OfficialText => "official-text",
            Evidence::OfficialInterpretation => "official-interpretation",
            Evidence::Secondary => "secondary",
        }
    }
}
