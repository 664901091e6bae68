//! Rule packs: their types, parsing and faults.
//!
//! Everything here is about the rules themselves; evaluating them belongs to `engine`. A value of
//! these types is well-formed by construction. [`RulePack::from_json`] parses an authored pack in
//! three steps: `names` collects the defined ids, `check` compares the document with its `shape`,
//! and `build` resolves references and types. All faults of a pack are reported in one run.
//! Browsers load a [`BrowserPack`], which the native command encodes from a pack without faults.

// The parts of a pack.
mod assumption; // Assumptions about applicants who still plan to come.
mod class; // Classes: tables that give each applicant a value.
mod contact; // Addresses of pages, and telephone numbers.
mod date; // Dates, periods, and months between dates.
mod decimal; // Exact decimal numbers.
mod decimal_from_json; // The decimal that a JSON number writes.
mod fact; // Facts, their kinds and values, and sections of questions.
mod fact_set; // Small sorted sets of facts.
mod grant; // Grants: fixed, up to, tiers, rate, in kind.
mod language; // Languages of packs and of the interface.
mod limit; // Limits on several measures: exclusions and caps.
mod material; // Materials to submit, and offices.
mod measure; // Measures and their criteria.
mod points; // Tables of points.
mod relation; // Relations between facts, which reveal mistaken answers.
mod provision; // Legal documents and their provisions.
mod quantity; // Numbers that may depend on facts.
mod table; // Lists with typed indices.
mod topic; // Topics, and questions that share a screen.
mod text; // Texts in several languages.
mod unit; // Translations of units.
mod when; // Conditions as expression trees.

// Parsing an authored pack.
mod json; // JSON with source order and repeated keys.
mod json_text; // Serialisation of that JSON.
mod node; // JSON values with their JSON Pointers.
mod fault; // Faults: the errors of a pack.
mod suggestion; // Suggestions for misspelt names.
mod expected_form; // Conversion of dates and numbers in another form.
mod names; // The ids that a pack defines.
mod shape; // The allowed form of every value.
mod check; // Comparison of a document with the shape.
mod check_language; // The languages of a pack and of its texts.
mod check_presence; // Keys that other keys require.
mod build; // The typed pack, from a checked document.
mod build_assumption; // Assumptions.
mod build_class; // Classes.
mod build_grant; // Grants.
mod build_language; // Languages.
mod build_limit; // Limits.
mod build_topic; // Topics and groups of questions.
mod build_quantity; // Quantities.
mod build_material; // Materials and offices.
mod build_provision; // Documents, provisions and notices.
mod build_unit; // Units.
mod build_when; // Conditions.
mod cycle; // Cyclic or too large definitions, cyclic questions.
mod references; // The definitions that other definitions name.

// Data derived from a pack.
mod alike; // Facts of two packs with the same meaning.
mod dependencies; // The facts that each measure depends on.
mod fingerprint; // A hash of the rules, without wording.
mod schema; // The JSON Schema for editors.
mod mentions; // Every place of a document that contains an id.
mod shape_path; // The keys that an object of a document may have.
mod text_pointers; // The places of the texts.

// The pack for browsers.
mod browser_pack; // Encoding and decoding.
mod sealed_file; // The form of all files for browsers, with a checksum.
mod policy_list; // The list of the policies of a site.
mod json_decode; // Deserialisation of a parsed JSON document.
mod json_forms; // Serialisation that serde cannot derive.
mod one_language; // Reduction to one language.
mod points_mut; // Mutable access to tables of points.
mod validate; // Validation of a decoded pack.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use json_forms::is_default;

pub use alike::alike;
pub use assumption::{Assumed, Assumption};
pub use browser_pack::BrowserPack;
pub use class::{Case, CaseResult, Class};
pub use contact::{Instead, Phone, Url};
pub use date::{Period, date_from_day_number, day_number, format_date, months_between, parse_date};
pub use decimal::{Decimal, DecimalError};
pub use fact::{Changeable, Choice, Fact, FactKind, NumberKind, Options, Section, Value};
pub use fact_set::FactSet;
pub use fault::{Fault, FaultCode, RulePackError};
pub(crate) use fingerprint::{Fnv, fold_hash};
pub use grant::{Benefit, Every, Grant, GrantPeriod, Money, Rate, Tier, Tiers};
pub use jiff::civil::Date;
pub use json::{Json, SyntaxError};
pub use language::{Language, Locale};
pub use limit::{Limit, LimitKind};
pub use material::{Material, MaterialUse, Office};
pub use measure::{Criterion, Grade, Measure, Window};
pub use mentions::{IdKind, Mention, is_id, mentions};
pub use names::Kind;
pub use points::{Band, BandTest, Points};
pub use policy_list::{ListedPolicy, PolicyList, languages_of};
pub use provision::{Document, Evidence, Provision};
pub use quantity::{IfZero, Quantity};
pub use relation::Relation;
pub use schema::schema;
pub use sealed_file::{BrowserPackError, is_sealed};
pub use shape_path::{KeyInfo, key_order, keys_at};
pub(crate) use suggestion::closest_name;
pub use table::{
    AssumptionId, ClassId, DocumentId, FactId, Id, MaterialId, MeasureId, OfficeId, ProvisionId,
    SectionId, Table, TermId, TopicId,
};
pub use text::Text;
pub use text_pointers::text_pointers;
pub use topic::{QuestionGroup, Topic};
pub use unit::{Unit, WrittenOut};
pub use when::{Comparison, Reference, Term, When};

/// A rule pack: the measures of one policy, the facts they depend on, and the cited provisions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case", deny_unknown_fields)]
pub struct RulePack {
    /// The id, the same in every version
    pub id: Rc<str>,
    /// The version
    pub version: Rc<str>,
    /// The languages of all texts
    pub languages: Vec<Locale>,
    /// The languages of the authored pack with their names; all of them also in a browser pack,
    /// whose texts have one
    pub offered: Vec<Language>,
    /// The title of the policy
    pub title: Text,
    /// Who the policy is for, for the list of the policies of a site
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Text>,
    /// The period of validity of the policy
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
    /// Numbers of the documents that it repeals
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeals: Vec<Rc<str>>,
    /// Numbers of the documents that replace it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followed_by: Vec<Rc<str>>,
    /// What applies now, if the policy has lapsed
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Instead>,
    /// The note about the evidence of a pack whose figures are all secondary. Only with it,
    /// secondary figures are summed
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_note: Option<Text>,
    /// Notices that apply to every measure
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// The legal documents; the policy itself comes first
    pub documents: Table<DocumentId, Document>,
    /// The cited provisions of the documents
    pub provisions: Table<ProvisionId, Provision>,
    /// The sections of the questions
    pub sections: Table<SectionId, Section>,
    /// Translations of units; a unit without one is displayed as written
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// The facts, in the order of the questions
    pub facts: Table<FactId, Fact>,
    /// Named conditions
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub terms: Table<TermId, Term>,
    /// Classes: tables that give each applicant a value
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub classes: Table<ClassId, Class>,
    /// Assumptions about applicants who still plan to come
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub assumptions: Table<AssumptionId, Assumption>,
    /// The measures
    pub measures: Table<MeasureId, Measure>,
    /// The materials that measures require
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub materials: Table<MaterialId, Material>,
    /// The offices that take applications
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub offices: Table<OfficeId, Office>,
    /// Restrictions on granting several measures
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// Topics to choose from, in the order displayed
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub topics: Table<TopicId, Topic>,
    /// Questions that share a screen
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask_together: Vec<QuestionGroup>,
    /// Conditions that the answers of every applicant satisfy
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// A hash of the rules without their wording; part of every receipt
    #[serde(with = "json_forms::fingerprint")]
    pub fingerprint: u64,
    /// For each measure, the facts it depends on
    #[serde(skip)]
    dependencies: Vec<Vec<FactId>>,
}

/// A statement about all measures, with its provisions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Notice {
    /// The notice in plain words
    pub text: Text,
    /// The provisions that state it; empty for a notice of the pack's author
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provision: Vec<ProvisionId>,
}

impl RulePack {
    /// Parses an authored pack.
    ///
    /// # Errors
    ///
    /// All faults of the pack; a text that is not JSON has a single fault.
    pub fn from_json(text: &str) -> Result<RulePack, RulePackError> {
        let document = Json::parse(text).map_err(|error| {
            RulePackError::new(vec![Fault {
                code: FaultCode::Syntax,
                pointer: String::new(),
                expected: "JSON".into(),
                found: error.to_string().into(),
                suggestion: None,
                related: None,
            }])
        })?;
        build::build(&document)
    }

    /// The fingerprint in eight characters, as printed on a checklist, to compare with a file.
    pub fn short_hash(&self) -> String {
        format!("{:08x}", fold_hash(self.fingerprint))
    }

    /// The fact with this id.
    pub fn find_fact(&self, id: &str) -> Option<FactId> {
        self.facts.iter().find(|(_, fact)| &*fact.id == id).map(|(fact, _)| fact)
    }

    /// The measure with this id.
    pub fn find_measure(&self, id: &str) -> Option<MeasureId> {
        self.measures.iter().find(|(_, measure)| &*measure.id == id).map(|(measure, _)| measure)
    }

    /// The topic with this id.
    pub fn find_topic(&self, id: &str) -> Option<TopicId> {
        self.topics.iter().find(|(_, topic)| &*topic.id == id).map(|(topic, _)| topic)
    }

    /// The id of a topic that is similar to one that no topic has.
    pub fn similar_topic(&self, id: &str) -> Option<&str> {
        suggestion::closest_name(id, self.topics.iter().map(|(_, topic)| &*topic.id))
    }

    /// Sets the medians of questions and of screens of each topic.
    pub fn set_topic_medians(&mut self, medians: impl Iterator<Item = (Option<u8>, Option<u8>)>) {
        for (topic, (questions, screens)) in self.topics.iter_mut().zip(medians) {
            (topic.questions, topic.screens) = (questions, screens);
        }
    }

    /// The group of questions that contains a fact.
    pub fn group_of(&self, fact: FactId) -> Option<&QuestionGroup> {
        self.ask_together.iter().find(|group| group.facts.contains(&fact))
    }

    /// The error message for an id that no measure has, with a suggestion if an id is similar.
    pub fn unknown_measure(&self, id: &str) -> String {
        match suggestion::closest_name(id, self.measures.iter().map(|(_, measure)| &*measure.id)) {
            Some(suggestion) => {
                format!("no measure has the id `{id}`; did you mean `{suggestion}`?")
            }
            None => format!("no measure has the id `{id}`"),
        }
    }

    /// The translations of a unit, if the pack lists it.
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| &*unit.unit == name)
    }

    /// The language to display: the preferred one if the pack has it, else the pack's first.
    pub fn language(&self, preferred: Locale) -> Locale {
        let has = self.languages.contains(&preferred);
        if has { preferred } else { self.languages.first().copied().unwrap_or(preferred) }
    }

    /// The name of a language of the authored pack, in that language.
    pub fn native_name(&self, locale: Locale) -> Rc<str> {
        let offered = self.offered.iter().find(|offered| offered.locale == locale);
        offered.map_or_else(|| locale.tag().into(), |offered| Rc::clone(&offered.name))
    }

    /// The facts that a measure's outcome, amount or materials depend on, directly or through
    /// terms, in the pack's order.
    pub fn facts_of(&self, measure: MeasureId) -> &[FactId] {
        self.dependencies.get(measure.index()).map(Vec::as_slice).unwrap_or_default()
    }
}
