//! What the rules say. A value of these types is well-formed by construction.
//!
//! [`RulePack::from_json`] reads a pack in three steps, each in its own file: `names` collects what is
//! defined, `check` compares the document with its `shape`, and `build` resolves and types it.
//! Every fault of the pack is reported in one run. Browsers read the same pack as a [`BrowserPack`], which the native
//! command writes once the pack is known to be sound.

mod binary;
mod browser_pack;
mod build;
mod build_grant;
mod build_limit;
mod build_unit;
mod build_when;
mod check;
mod cycle;
mod date;
mod decimal;
mod depends;
mod fact;
mod fact_set;
mod fault;
mod fingerprint;
mod grant;
mod json;
mod json_forms;
mod json_text;
mod limit;
mod material;
mod meant;
mod measure;
mod names;
mod near;
mod node;
mod one_language;
mod provision;
mod schema;
mod shape;
mod table;
mod text;
mod unit;
mod validate;
mod when;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use json_forms::is_default;

pub use browser_pack::{BrowserPack, BrowserPackError};
pub use date::{Period, date_text, day_number, months_between, numbered_day, parse_date};
pub use decimal::{Decimal, DecimalError};
pub use fact::{Choice, Fact, FactKind, NumberKind, Options, Section, Value};
pub use fact_set::FactSet;
pub use fault::{Fault, FaultCode, RulePackError};
pub(crate) use fingerprint::{Fnv, folded};
pub use grant::{Benefit, Every, Grant, GrantPeriod, Money, Rate, Tier, Tiers};
pub use jiff::civil::Date;
pub use json::{Json, SyntaxError};
pub use limit::{Limit, LimitKind};
pub use material::{Material, MaterialUse, Office};
pub use measure::{Criterion, Grade, Measure, Window};
pub(crate) use near::nearest;
pub use provision::{Document, Evidence, Provision};
pub use schema::schema;
pub use table::{
    DocumentId, FactId, Id, MaterialId, MeasureId, OfficeId, ProvisionId, SectionId, Table, TermId,
};
pub use text::{Locale, Text};
pub use unit::{Unit, WrittenOut};
pub use when::{Comparison, Quantity, Term, When};

/// A rule pack: the measures of one policy, the facts they depend on, and the texts they are cited to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case", deny_unknown_fields)]
pub struct RulePack {
    /// Its name, the same in every version
    pub id: Rc<str>,
    /// Its version
    pub version: Rc<str>,
    /// The languages that every text of it has
    pub languages: Vec<Locale>,
    /// The policy's title
    pub title: Text,
    /// When the policy is in force
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
    /// Numbers of the documents it repeals
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeals: Vec<Rc<str>>,
    /// Numbers of the documents that follow it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followed_by: Vec<Rc<str>>,
    /// What holds for every measure
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// The legal texts; the policy itself comes first
    pub documents: Table<DocumentId, Document>,
    /// Their numbered pieces
    pub provisions: Table<ProvisionId, Provision>,
    /// The headings of the questions
    pub sections: Table<SectionId, Section>,
    /// What numbers are counted in; empty where units are read as the pack writes them
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// What is asked
    pub facts: Table<FactId, Fact>,
    /// Conditions that have names
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub terms: Table<TermId, Term>,
    /// What can be met
    pub measures: Table<MeasureId, Measure>,
    /// Papers
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub materials: Table<MaterialId, Material>,
    /// Places
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub offices: Table<OfficeId, Office>,
    /// What cannot be granted together
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// Which rules these are, wording apart; receipts carry it
    #[serde(with = "json_forms::fingerprint")]
    pub fingerprint: u64,
    /// For each measure, the facts it depends on
    #[serde(skip)]
    depends: Vec<Vec<FactId>>,
}

/// A statement about all measures, with the provisions that make it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Notice {
    /// What it says, in plain words
    pub text: Text,
    /// Where that stands; nowhere, if the pack's author says it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<ProvisionId>,
}

impl RulePack {
    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the pack, at once; a text that is not JSON is a single fault.
    pub fn from_json(text: &str) -> Result<RulePack, RulePackError> {
        let pack = Json::parse(text).map_err(|error| {
            RulePackError::new(vec![Fault {
                code: FaultCode::Syntax,
                pointer: String::new(),
                expected: "JSON".into(),
                found: error.to_string().into(),
                near: None,
                related: None,
            }])
        })?;
        build::build(&pack)
    }

    /// Which rules these are, in eight characters: what stands on a sheet, compared with what stands in a file.
    pub fn short_hash(&self) -> String {
        format!("{:08x}", folded(self.fingerprint))
    }

    /// The fact with this id.
    pub fn find_fact(&self, id: &str) -> Option<FactId> {
        self.facts.iter().find(|(_, fact)| &*fact.id == id).map(|(place, _)| place)
    }

    /// The measure with this id.
    pub fn find_measure(&self, id: &str) -> Option<MeasureId> {
        self.measures.iter().find(|(_, measure)| &*measure.id == id).map(|(place, _)| place)
    }

    /// Says that no measure has this id, and which was probably meant.
    pub fn no_measure(&self, id: &str) -> String {
        match near::nearest(id, self.measures.iter().map(|(_, measure)| &*measure.id)) {
            Some(near) => format!("no measure has the id `{id}`; did you mean `{near}`?"),
            None => format!("no measure has the id `{id}`"),
        }
    }

    /// The names of a unit, if the pack lists them.
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| &*unit.unit == name)
    }

    /// The language to show: the one wanted if the pack has it, else the pack's first.
    pub fn language(&self, wanted: Locale) -> Locale {
        let has = self.languages.contains(&wanted);
        if has { wanted } else { self.languages.first().copied().unwrap_or(wanted) }
    }

    /// Every fact on which a measure's outcome, amount or papers depend, in the pack's order, terms followed.
    pub fn facts_of(&self, measure: MeasureId) -> &[FactId] {
        self.depends.get(measure.place()).map(Vec::as_slice).unwrap_or_default()
    }
}
