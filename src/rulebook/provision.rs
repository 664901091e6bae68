//! Legal documents, and the provisions that rules cite.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::RulePack;
use super::contact::Url;
use super::date::Period;
use super::json_forms::is_default;
use super::language::Locale;
use super::table::{DocumentId, ProvisionId};
use super::text::Text;

/// A legal document.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Document {
    /// The id in the pack
    pub id: Rc<str>,
    /// The official number, such as 穗天字〔2017〕7号; absent if no source gives one
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Rc<str>>,
    /// The title
    pub title: Text,
    /// The page that publishes it
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// The period of validity; an end is open if no source gives it
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
}

/// A clause of a document that criteria and figures cite.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Provision {
    /// The id in the pack
    pub id: Rc<str>,
    /// The document that contains it
    pub document: DocumentId,
    /// The clause number as printed, such as (八); — if the text is not divided
    pub clause: Rc<str>,
    /// A verbatim quote of at most 60 characters
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Rc<str>>,
    /// A paraphrase, if the text cannot be quoted
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// The source of the text
    pub evidence: Evidence,
}

impl RulePack {
    /// The document and clause of a provision, such as 穗天字〔2017〕7号 (八).
    pub fn citation(&self, locale: Locale, provision: ProvisionId) -> String {
        let provision = &self.provisions[provision];
        let document = &self.documents[provision.document];
        let mut citation = match &document.number {
            Some(number) => number.to_string(),
            None => document.title.get(locale).to_string(),
        };
        if provision.has_clause() {
            citation = [&citation, " ", &provision.clause].concat();
        }
        citation
    }

    /// Whether a statement with this evidence is marked where it is cited. If all provisions are
    /// secondary, the pack's note says it once.
    pub fn is_marked(&self, evidence: Evidence) -> bool {
        let is_secondary = |evidence: Evidence| evidence == Evidence::Secondary;
        let is_said_once = self.evidence_note.is_some()
            && self.provisions.iter().all(|(_, provision)| is_secondary(provision.evidence));
        evidence != Evidence::OfficialText && !(is_said_once && is_secondary(evidence))
    }
}

impl Provision {
    /// Whether it is a numbered clause, rather than a whole document.
    pub fn has_clause(&self) -> bool {
        &*self.clause != "—"
    }
}

/// The grade of evidence for a cited statement, by its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// The legal text itself, or an official application guide
    OfficialText,
    /// A government explanation of the text
    OfficialInterpretation,
    /// Press or consultancy; shown as "to be confirmed", and summed only in a pack with an
    /// `evidence-note`
    Secondary,
}

impl Evidence {
    /// All grades, most reliable first.
    pub const ALL: [Evidence; 3] =
        [Evidence::OfficialText, Evidence::OfficialInterpretation, Evidence::Secondary];

    /// The keyword in the pack.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::OfficialText => "official-text",
            Evidence::OfficialInterpretation => "official-interpretation",
            Evidence::Secondary => "secondary",
        }
    }
}
