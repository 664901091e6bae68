//! Builds the typed [`RulePack`] from a checked document.
//!
//! The shape check has reported everything missing or malformed. So building continues with
//! defaults there, and reports type errors elsewhere in the document in the same run.

use std::rc::Rc;

use super::RulePack;
use super::check::{Check, decimal};
use super::contact::Url;
use super::cycle::{check_questions, check_references};
use super::date::{Period, parse_date};
use super::decimal::Decimal;
use super::dependencies::dependencies;
use super::fact::{Changeable, Choice, Fact, FactKind, NumberKind, Options, Section};
use super::fault::{FaultCode, RulePackError};
use super::fingerprint::fingerprint;
use super::json::Json;
use super::measure::{Criterion, Grade, Measure, Window};
use super::names::Kind;
use super::node::Node;
use super::quantity::Quantity;
use super::relation::Relation;
use super::shape::PACK;
use super::table::{Id, ProvisionId, Table};
use super::text::Text;
use super::when::Term;

/// The state of building a pack.
pub(super) struct Build<'a> {
    pub(super) check: Check<'a>,
    /// The kind of each fact; `None` if malformed, which has been reported
    pub(super) kinds: Vec<Option<FactKind>>,
    /// The named quantities so far; `None` if malformed, which has been reported
    pub(super) quantities: Vec<Option<Quantity>>,
    /// The values of each class
    pub(super) class_values: Vec<Vec<Choice>>,
}

/// Builds a pack from a parsed document.
///
/// # Errors
///
/// All faults of the document.
pub(super) fn build(document: &Json) -> Result<RulePack, RulePackError> {
    let (mut build, mut pack) = build_parts(document);
    let before = build.check.faults.len();
    check_references(&pack, document, &mut build.check.faults);
    // Cyclic definitions cannot be followed.
    if build.check.faults.len() == before {
        check_questions(&pack, &mut build.check.faults);
    }
    if !build.check.faults.is_empty() {
        return Err(RulePackError::new(build.check.faults));
    }
    pack.dependencies = dependencies(&pack);
    Ok(pack)
}

/// Checks a document, and builds what it can of it.
pub(super) fn build_parts(document: &Json) -> (Build<'_>, RulePack) {
    let root = Node::root(document);
    let mut check = Check::new(document);
    check.shape(&root, &PACK);
    let mut build =
        Build { check, kinds: Vec::new(), quantities: Vec::new(), class_values: Vec::new() };
    build.kinds = root.list("facts").map(|fact| build.fact_kind(&fact)).collect();
    build.class_values =
        root.list("classes").map(|class| build.options(&class, "values")).collect();
    build.named_quantities(&root);
    let pack = build.pack(&root);
    (build, pack)
}

impl Build<'_> {
    fn pack(&mut self, root: &Node<'_>) -> RulePack {
        RulePack {
            id: root.str("id").into(),
            version: root.str("version").into(),
            languages: self.check.languages.clone(),
            offered: self.languages(root),
            title: self.text(root, "title"),
            audience: self.maybe_text(root, "audience"),
            in_force: self.period(root, "in-force"),
            repeals: strings(root, "repeals"),
            followed_by: strings(root, "followed-by"),
            instead: root.get("instead").map(|node| self.instead(&node)),
            evidence_note: self.maybe_text(root, "evidence-note"),
            notices: self.each(root, "notices", Self::notice),
            documents: Table::new(self.each(root, "documents", Self::document)),
            provisions: Table::new(self.each(root, "provisions", Self::provision)),
            sections: Table::new(self.each(root, "sections", Self::section)),
            units: self.units(root),
            facts: Table::new(self.facts(root)),
            terms: Table::new(self.each(root, "terms", Self::term)),
            classes: Table::new(self.classes(root)),
            assumptions: Table::new(self.each(root, "assumptions", Self::assumption)),
            measures: Table::new(self.each(root, "measures", Self::measure)),
            materials: Table::new(self.each(root, "materials", Self::material)),
            offices: Table::new(self.each(root, "offices", Self::office)),
            limits: self.limits(root),
            topics: Table::new(self.each(root, "topics", Self::topic)),
            ask_together: self.question_groups(root),
            relations: self.relations(root),
            fingerprint: fingerprint(self.check.document),
            dependencies: Vec::new(),
        }
    }

    /// Builds each item of the list under a key.
    fn each<T>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        item: fn(&mut Self, &Node<'_>) -> T,
    ) -> Vec<T> {
        let mut items = Vec::new();
        for node in node.list(key) {
            items.push(item(self, &node));
        }
        items
    }

    fn section(&mut self, node: &Node<'_>) -> Section {
        Section { id: node.str("id").into(), title: self.text(node, "title") }
    }

    fn facts(&mut self, root: &Node<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for node in root.list("facts") {
            facts.push(self.fact(facts.len(), &node));
        }
        facts
    }

    fn fact(&mut self, index: usize, node: &Node<'_>) -> Fact {
        Fact {
            id: node.str("id").into(),
            kind: self.kinds.get(index).cloned().flatten().unwrap_or(FactKind::YesNo),
            section: self.find(Kind::Section, node, "section").unwrap_or(Id::from_index(0)),
            question: self.text(node, "question"),
            hint: self.maybe_text(node, "hint"),
            check_against: self.maybe_text(node, "check-against"),
            ask_when: self.maybe_when(node, "ask-when"),
            changeable: self.changeable(index, node),
            future: self.future(index, node),
        }
    }

    fn changeable(&mut self, fact: usize, node: &Node<'_>) -> Changeable {
        let Some(value) = node.get("changeable") else { return Changeable::No };
        let changeable = match value.json {
            Json::Bool(true) => Changeable::Yes,
            Json::String(word) if word == "more" => Changeable::More,
            Json::String(word) if word == "less" => Changeable::Less,
            // `false`; anything else has been reported.
            _ => return Changeable::No,
        };
        let kind = self.kinds.get(fact).cloned().flatten();
        if changeable != Changeable::Yes && !matches!(kind, None | Some(FactKind::Number(_))) {
            let expected = "`true` or `false`: only a number has a direction";
            self.check.fault(FaultCode::WrongKind, &value, expected, value.json.describe());
        }
        changeable
    }

    /// Whether a date may be later than the as-of date. Only dates have the key.
    fn future(&mut self, index: usize, node: &Node<'_>) -> bool {
        let Some(future) = node.get("future") else { return false };
        if let Some(Some(kind)) = self.kinds.get(index)
            && !matches!(kind, FactKind::Date)
        {
            let found = format!("a `{}` fact", kind.name());
            self.check.fault(FaultCode::WrongKind, &future, "only in a `date` fact", found);
        }
        future.json == &Json::Bool(true)
    }

    fn relations(&mut self, root: &Node<'_>) -> Vec<Relation> {
        let mut relations = Vec::new();
        for node in root.list("relations") {
            let message = self.text(&node, "message");
            let holds = self.maybe_when(&node, "holds");
            relations.extend(holds.map(|holds| Relation { holds, message }));
        }
        relations
    }

    fn fact_kind(&mut self, fact: &Node<'_>) -> Option<FactKind> {
        let kind = fact.get("kind")?;
        if let Some(word) = kind.json.as_str() {
            return match word {
                "yes-no" => Some(FactKind::YesNo),
                "date" => Some(FactKind::Date),
                _ => None,
            };
        }
        if let Some(number) = kind.get("number") {
            let bound = |key: &str| number.json.get(key).and_then(decimal);
            let (min, max) = (bound("min"), bound("max"));
            self.ordered(&number, min, max);
            let decimals = match number.json.get("decimals") {
                Some(Json::Integer(places)) => u8::try_from(*places).unwrap_or_default(),
                _ => 0,
            };
            let usual = self.usual(&number, min, max);
            let unit = self.unit(&number);
            return Some(FactKind::Number(NumberKind { unit, min, max, decimals, usual }));
        }
        if kind.json.get("choice").is_some() {
            return Some(FactKind::Choice(self.options(&kind, "choice")));
        }
        kind.json.get("choices")?;
        Some(FactKind::Choices(self.options(&kind, "choices")))
    }

    /// The usual values of a number, which are within its bounds.
    fn usual(
        &mut self,
        number: &Node<'_>,
        min: Option<Decimal>,
        max: Option<Decimal>,
    ) -> Option<[Decimal; 2]> {
        let usual = number.get("usual")?;
        let [low, high] = [usual.item(0)?, usual.item(1)?].map(|bound| {
            let value = decimal(bound.json);
            if value.is_none() {
                let found = bound.json.describe();
                self.check.fault(FaultCode::BadDecimal, &bound, "an exact decimal", found);
            }
            value
        });
        let (low, high) = (low?, high?);
        if low >= high {
            self.check.fault(
                FaultCode::BadRange,
                &usual,
                "the lowest usual value first, below the highest",
                format!("{low} and {high}"),
            );
        }
        if min.is_some_and(|min| low < min) || max.is_some_and(|max| high > max) {
            let expected = "usual values between `min` and `max`";
            self.check.fault(FaultCode::BadRange, &usual, expected, format!("{low} to {high}"));
        }
        Some([low, high])
    }

    pub(super) fn options(&mut self, kind: &Node<'_>, key: &str) -> Vec<Choice> {
        let mut options: Vec<Choice> = Vec::new();
        for node in kind.list(key) {
            let id = node.str("id");
            if options.iter().any(|option| &*option.id == id) {
                self.check.fault(
                    FaultCode::DuplicateId,
                    &node,
                    "an id that no other option of the fact has",
                    format!("`{id}`"),
                );
            }
            options.push(Choice {
                id: id.into(),
                label: self.text(&node, "label"),
                synonyms: self.each(&node, "synonyms", Self::text_of),
            });
        }
        if options.len() > Options::MAX {
            let expected = format!("at most {} options", Options::MAX);
            self.check.fault(FaultCode::BadRange, kind, expected, options.len().to_string());
        }
        options
    }

    fn term(&mut self, node: &Node<'_>) -> Term {
        // A malformed condition has been reported; its placeholder is never evaluated.
        let when = self.maybe_when(node, "when").unwrap_or(super::when::When::All(Vec::new()));
        Term { id: node.str("id").into(), when }
    }

    fn measure(&mut self, node: &Node<'_>) -> Measure {
        Measure {
            id: node.str("id").into(),
            title: self.text(node, "title"),
            summary: self.text(node, "summary"),
            synonyms: self.each(node, "synonyms", Self::text_of),
            provision: self.provisions(node, "provision"),
            applies_when: self.maybe_when(node, "applies-when"),
            criteria: self.criteria(node),
            assume: self.find(Kind::Assumption, node, "assume"),
            grants: self.grant(node),
            materials: self.each(node, "materials", Self::material_use),
            office: self.find(Kind::Office, node, "office"),
            url: Url::parse(node.str("url")),
            windows: self.each(node, "windows", Self::window),
            steps: self.each(node, "steps", Self::text_of),
            duties: self.each(node, "duties", Self::text_of),
            in_force: self.period(node, "in-force"),
            weight: match node.json.get("weight") {
                Some(Json::Integer(weight)) => u8::try_from(*weight).ok(),
                _ => None,
            },
        }
    }

    fn window(&mut self, node: &Node<'_>) -> Window {
        let only_for = self.maybe_when(node, "only-for");
        Window { period: self.period_of(node), only_for, label: self.maybe_text(node, "label") }
    }

    fn criteria(&mut self, measure: &Node<'_>) -> Vec<Criterion> {
        let mut criteria: Vec<Criterion> = Vec::new();
        for node in measure.list("criteria") {
            let id = node.str("id");
            if criteria.iter().any(|criterion| &*criterion.id == id) {
                self.check.fault(
                    FaultCode::DuplicateId,
                    &node,
                    "an id that no other criterion of the measure has",
                    format!("`{id}`"),
                );
            }
            let grade = Grade::ALL.into_iter().find(|grade| grade.name() == node.str("grade"));
            let grade = grade.unwrap_or(Grade::Directional);
            criteria.push(Criterion {
                id: id.into(),
                label: self.text(&node, "label"),
                when: self.maybe_when(&node, "when"),
                provision: self.provisions(&node, "provision"),
                grade,
            });
        }
        criteria
    }

    pub(super) fn text(&mut self, node: &Node<'_>, key: &str) -> Text {
        self.maybe_text(node, key).unwrap_or_else(|| Text::new(Vec::new()))
    }

    pub(super) fn maybe_text(&mut self, node: &Node<'_>, key: &str) -> Option<Text> {
        node.get(key).map(|text| self.text_of(&text))
    }

    fn text_of(&mut self, node: &Node<'_>) -> Text {
        let mut versions = Vec::new();
        for language in &self.check.languages {
            let text =
                node.json.as_str().or_else(|| node.json.get(language.tag()).and_then(Json::as_str));
            versions.extend(text.map(|text| (*language, Rc::from(text))));
        }
        Text::new(versions)
    }

    pub(super) fn provisions(&self, node: &Node<'_>, key: &str) -> Vec<ProvisionId> {
        let mut ids = Vec::new();
        for id in node.list(key) {
            let index =
                self.check.names.find(Kind::Provision, id.json.as_str().unwrap_or_default());
            ids.extend(index.map(ProvisionId::from_index));
        }
        ids
    }

    pub(super) fn find<I: Id>(&self, kind: Kind, node: &Node<'_>, key: &str) -> Option<I> {
        self.check.names.find(kind, node.str(key)).map(I::from_index)
    }

    pub(super) fn period(&mut self, node: &Node<'_>, key: &str) -> Period {
        node.get(key).map(|node| self.period_of(&node)).unwrap_or_default()
    }

    pub(super) fn period_of(&mut self, node: &Node<'_>) -> Period {
        let (from, to) = (parse_date(node.str("from")), parse_date(node.str("to")));
        self.ordered(node, from, to);
        Period { from, to }
    }

    /// Reports bounds in the wrong order.
    pub(super) fn ordered<T: PartialOrd>(
        &mut self,
        node: &Node<'_>,
        low: Option<T>,
        high: Option<T>,
    ) {
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            self.check.fault(
                FaultCode::BadRange,
                node,
                "the lower bound first",
                "the upper bound first",
            );
        }
    }
}

fn strings(node: &Node<'_>, key: &str) -> Vec<Rc<str>> {
    node.list(key).filter_map(|item| item.json.as_str().map(Rc::from)).collect()
}
