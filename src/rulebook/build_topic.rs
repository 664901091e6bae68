//! Builds topics with their preset answers, and groups of questions.

use super::build::Build;
use super::check::decimal;
use super::date::parse_date;
use super::decimal::Decimal;
use super::fact::{FactKind, NumberKind, Options, Value};
use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::names::Kind;
use super::node::Node;
use super::table::{FactId, Id};
use super::topic::{QuestionGroup, Topic};

impl Build<'_> {
    pub(super) fn topic(&mut self, node: &Node<'_>) -> Topic {
        Topic {
            id: node.str("id").into(),
            title: self.text(node, "title"),
            summary: self.text(node, "summary"),
            measures: self.distinct(node, "measures", Kind::Measure, &mut Vec::new()),
            preset: self.fact_values(node, "preset"),
            ask: node.json.get("ask") != Some(&Json::Bool(false)),
            questions: None,
            screens: None,
        }
    }

    pub(super) fn question_groups(&mut self, root: &Node<'_>) -> Vec<QuestionGroup> {
        let mut grouped = Vec::new();
        let mut groups = Vec::new();
        for node in root.list("ask-together") {
            groups.push(QuestionGroup {
                facts: self.distinct(&node, "facts", Kind::Fact, &mut grouped),
                title: self.maybe_text(&node, "title"),
                computed: node.get("computed").and_then(|quantity| self.quantity(&quantity)),
            });
        }
        groups
    }

    /// The definitions that a list refers to. Reports ids that are in `earlier` already, and adds
    /// the others to it.
    fn distinct<I: Id + PartialEq>(
        &mut self,
        node: &Node<'_>,
        key: &str,
        kind: Kind,
        earlier: &mut Vec<I>,
    ) -> Vec<I> {
        let mut ids = Vec::new();
        let mut positions: Vec<(I, String)> = Vec::new();
        for item in node.list(key) {
            let name = item.json.as_str().unwrap_or_default();
            let Some(id) = self.check.names.find(kind, name).map(I::from_index) else { continue };
            if earlier.contains(&id) {
                let expected = match kind {
                    Kind::Fact => "each fact in `ask-together` once",
                    _ => "each measure of a topic once",
                };
                let first = positions.iter().find(|(known, _)| *known == id);
                self.check.faults.push(Fault {
                    code: FaultCode::DuplicateId,
                    pointer: item.pointer(),
                    expected: expected.into(),
                    found: format!("`{name}`").into(),
                    suggestion: None,
                    related: first.map(|(_, pointer)| pointer.clone()),
                });
            } else {
                positions.push((id, item.pointer()));
                earlier.push(id);
                ids.push(id);
            }
        }
        ids
    }

    /// The values of facts in an object `{"fact": value, …}`, in the pack's order.
    pub(super) fn fact_values(&mut self, node: &Node<'_>, key: &str) -> Vec<(FactId, Value)> {
        let mut values = Vec::new();
        let Some(object) = node.get(key) else { return values };
        for (id, value) in object.entries() {
            // Unknown ids have been reported.
            let Some(index) = self.check.names.find(Kind::Fact, id) else { continue };
            let fact = FactId::from_index(index);
            let Some(kind) = self.kinds.get(index).cloned().flatten() else { continue };
            values.extend(self.fact_value(fact, &kind, &value).map(|value| (fact, value)));
        }
        values.sort_unstable_by_key(|(fact, _)| *fact);
        values
    }

    /// The value of a fact. Returns `None` if it is malformed, which is reported.
    pub(super) fn fact_value(
        &mut self,
        fact: FactId,
        kind: &FactKind,
        node: &Node<'_>,
    ) -> Option<Value> {
        let (code, expected) = match kind {
            FactKind::YesNo => match node.json {
                Json::Bool(yes) => return Some(Value::YesNo(*yes)),
                _ => (FaultCode::WrongType, "`true` or `false`"),
            },
            FactKind::Choice(_) => return self.option(fact, kind, node).map(Value::Options),
            FactKind::Choices(_) => match node.json {
                Json::Array(_) => {
                    let sets: Vec<Option<Options>> =
                        node.items().map(|id| self.option(fact, kind, &id)).collect();
                    let all = sets
                        .into_iter()
                        .try_fold(Options::EMPTY, |all, set| set.map(|set| all.union(set)));
                    return all.map(Value::Options);
                }
                _ => (FaultCode::WrongType, "a list of options"),
            },
            FactKind::Number(number) => match decimal(node.json) {
                Some(value) => return self.number_in_bounds(number, value, node),
                None => (FaultCode::BadDecimal, "an exact decimal"),
            },
            FactKind::Date => match node.json.as_str().and_then(parse_date) {
                Some(date) => return Some(Value::Date(date)),
                None => (FaultCode::BadDate, "a valid date"),
            },
        };
        self.check.fault(code, node, expected, node.json.describe());
        None
    }

    fn number_in_bounds(
        &mut self,
        kind: &NumberKind,
        value: Decimal,
        node: &Node<'_>,
    ) -> Option<Value> {
        if kind.accepts(value) {
            return Some(Value::Number(value));
        }
        let expected = "a number that the fact allows";
        self.check.fault(FaultCode::BadRange, node, expected, format!("`{value}`"));
        None
    }
}

impl NumberKind {
    /// Whether a value has the decimal places and is within the bounds of the fact.
    pub(super) fn accepts(&self, value: Decimal) -> bool {
        value.places() <= self.decimals
            && self.min.is_none_or(|min| value >= min)
            && self.max.is_none_or(|max| value <= max)
    }
}

impl FactKind {
    /// Whether a value is possible for a fact of this kind.
    pub(super) fn accepts(&self, value: Value) -> bool {
        match (self, value) {
            (FactKind::YesNo, Value::YesNo(_)) | (FactKind::Date, Value::Date(_)) => true,
            (FactKind::Number(number), Value::Number(value)) => number.accepts(value),
            (FactKind::Choice(options), Value::Options(set)) => {
                set.count() == 1 && set.difference(Options::first(options.len())).is_empty()
            }
            (FactKind::Choices(options), Value::Options(set)) => {
                set.difference(Options::first(options.len())).is_empty()
            }
            _ => false,
        }
    }
}
