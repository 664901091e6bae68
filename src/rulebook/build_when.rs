//! Builds conditions, and reports facts used as another kind than they have.

use super::build::Build;
use super::check::decimal;
use super::date::parse_date;
use super::decimal::Decimal;
use super::fact::{FactKind, Options};
use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::names::Kind;
use super::node::Node;
use super::quantity::Quantity;
use super::shape::WHEN;
use super::suggestion::closest_name;
use super::table::{ClassId, FactId, Id};
use super::when::{Comparison, When};

impl Build<'_> {
    pub(super) fn maybe_when(&mut self, node: &Node<'_>, key: &str) -> Option<When> {
        node.get(key).and_then(|when| self.when(&when))
    }

    /// Returns `None` if the condition is malformed, which has been reported.
    pub(super) fn when(&mut self, node: &Node<'_>) -> Option<When> {
        let (operator, operands) = node.entries().next()?;
        match operator {
            "all" => Some(When::All(self.whens(operands.items())?)),
            "any" => Some(When::Any(self.whens(operands.items())?)),
            "not" => Some(When::Not(Box::new(self.when(&operands)?))),
            "at-least-of" => self.at_least_of(&operands),
            "term" => self
                .check
                .names
                .find(Kind::Term, operands.json.as_str()?)
                .map(|term| When::Term(Id::from_index(term))),
            "is" => self.is(&operands),
            "one-of" | "includes" => self.options_test(operator, &operands),
            "between" => {
                let (value, low, high) = (operands.item(0)?, operands.item(1)?, operands.item(2)?);
                let from = self.compare(&value, Comparison::AtLeast, &low);
                let to = self.compare(&value, Comparison::AtMost, &high);
                self.ordered(&operands, decimal(low.json), decimal(high.json));
                self.ordered(&operands, day(low.json), day(high.json));
                Some(When::All(vec![from?, to?]))
            }
            "class" => self.class_test(&operands),
            "met" => self
                .check
                .names
                .find(Kind::Measure, operands.json.as_str()?)
                .map(|measure| When::Met(Id::from_index(measure))),
            "before" => self.date(&operands, Comparison::LessThan),
            "after" => self.date(&operands, Comparison::MoreThan),
            _ => {
                let comparison =
                    Comparison::ALL.into_iter().find(|comparison| comparison.name() == operator)?;
                self.compare(&operands.item(0)?, comparison, &operands.item(1)?)
            }
        }
    }

    /// A `date` fact before or after a day, or the as-of date.
    fn date(&mut self, operands: &Node<'_>, comparison: Comparison) -> Option<When> {
        let (subject, day) = (operands.item(0)?, operands.item(1)?);
        let (fact, kind) = self.fact_at(&subject)?;
        if !matches!(kind, FactKind::Date) {
            return self.wrong_kind(&subject, "a `date` fact", fact, &kind);
        }
        if day.json.as_str() == Some("as-of") {
            // "Before the as-of date" is "more than 0 days since".
            let days = Quantity::DaysSince(fact);
            return Some(When::Compare(
                days,
                comparison.swapped(),
                Quantity::Constant(Decimal::ZERO),
            ));
        }
        self.compare(&subject, comparison, &day)
    }

    fn whens<'n>(&mut self, nodes: impl Iterator<Item = Node<'n>>) -> Option<Vec<When>> {
        // Collected first, so that the faults of all parts are reported.
        let parts: Vec<Option<When>> = nodes.map(|node| self.when(&node)).collect();
        parts.into_iter().collect()
    }

    fn at_least_of(&mut self, operands: &Node<'_>) -> Option<When> {
        for part in operands.items().skip(1) {
            self.check.shape(&part, &WHEN);
        }
        let parts = self.whens(operands.items().skip(1));
        let count = operands.item(0)?;
        let most = operands.json.items().len().saturating_sub(1);
        match count.json {
            Json::Integer(least)
                if (1..=most).contains(&usize::try_from(*least).unwrap_or_default()) =>
            {
                Some(When::AtLeastOf(usize::try_from(*least).unwrap_or_default(), parts?))
            }
            _ => {
                let expected = format!("a count: a whole number from 1 to {most}");
                self.check.fault(FaultCode::BadRange, &count, expected, count.json.describe());
                None
            }
        }
    }

    fn is(&mut self, operands: &Node<'_>) -> Option<When> {
        let (subject, value) = (operands.item(0)?, operands.item(1)?);
        if matches!(subject.json, Json::Object(_)) {
            return self.compare(&subject, Comparison::Is, &value);
        }
        let (fact, kind) = self.fact_at(&subject)?;
        match (&kind, value.json) {
            (FactKind::YesNo, Json::Bool(answer)) => Some(When::Is(fact, *answer)),
            (FactKind::YesNo, _) => {
                self.check.fault(
                    FaultCode::WrongType,
                    &value,
                    "`true` or `false`",
                    value.json.describe(),
                );
                None
            }
            (FactKind::Choice(_), _) => Some(When::OneOf(fact, self.option(fact, &kind, &value)?)),
            (FactKind::Number(_) | FactKind::Date, _) => {
                self.compare(&subject, Comparison::Is, &value)
            }
            (FactKind::Choices(_), _) => {
                self.wrong_kind(&subject, "a fact with one value", fact, &kind)
            }
        }
    }

    fn options_test(&mut self, operator: &str, operands: &Node<'_>) -> Option<When> {
        let (subject, value) = (operands.item(0)?, operands.item(1)?);
        let (fact, kind) = self.fact_at(&subject)?;
        let expected = if operator == "one-of" { "choice" } else { "choices" };
        if kind.name() != expected {
            return self.wrong_kind(&subject, &format!("a `{expected}` fact"), fact, &kind);
        }
        let options = if matches!(value.json, Json::Array(_)) {
            let sets: Vec<Option<Options>> =
                value.items().map(|id| self.option(fact, &kind, &id)).collect();
            sets.into_iter().try_fold(Options::EMPTY, |all, set| set.map(|set| all.union(set)))?
        } else {
            self.option(fact, &kind, &value)?
        };
        if options.is_empty() {
            self.check.fault(FaultCode::BadRange, &value, "at least one option", "none");
        }
        Some(if operator == "one-of" {
            When::OneOf(fact, options)
        } else {
            When::Includes(fact, options)
        })
    }

    fn class_test(&mut self, operands: &Node<'_>) -> Option<When> {
        let (class, values) = (operands.item(0)?, operands.item(1)?);
        let id = class.json.as_str().and_then(|id| self.check.names.find(Kind::Class, id));
        let Some(index) = id else {
            self.check.reference(&class, Kind::Class);
            return None;
        };
        let mut wanted = Options::EMPTY;
        if matches!(values.json, Json::Array(_)) {
            for value in values.items() {
                wanted = wanted.union(Options::single(self.class_value(index, &value)?));
            }
        } else {
            wanted = Options::single(self.class_value(index, &values)?);
        }
        if wanted.is_empty() {
            self.check.fault(FaultCode::BadRange, &values, "at least one value", "none");
        }
        Some(When::Class(ClassId::from_index(index), wanted))
    }

    pub(super) fn option(
        &mut self,
        fact: FactId,
        kind: &FactKind,
        node: &Node<'_>,
    ) -> Option<Options> {
        let id = node.json.as_str().unwrap_or_default();
        let found = kind.option(id);
        if found.is_none() {
            let suggestion = closest_name(id, kind.options().iter().map(|option| &*option.id));
            self.check.faults.push(Fault {
                code: FaultCode::UnknownOption,
                pointer: node.pointer(),
                expected: options_text(kind).into(),
                found: match node.json {
                    Json::String(id) => format!("`{id}`").into(),
                    other => other.describe().into(),
                },
                suggestion: suggestion.map(str::to_owned),
                related: Some(format!("/facts/{}/id", fact.index())),
            });
        }
        found
    }

    /// A comparison of a date with a day, or of two quantities.
    fn compare(
        &mut self,
        left: &Node<'_>,
        comparison: Comparison,
        right: &Node<'_>,
    ) -> Option<When> {
        let subject = left.json.as_str().and_then(|id| self.check.names.find(Kind::Fact, id));
        if let Some(index) = subject
            && matches!(self.kinds.get(index), Some(Some(FactKind::Date)))
        {
            // Ids begin with a letter, dates do not.
            if right.json.as_str().is_some_and(|text| text.starts_with(char::is_alphabetic)) {
                return self.compare_dates(FactId::from_index(index), comparison, right);
            }
            let Some(date) = day(right.json) else {
                self.check.fault(FaultCode::BadDate, right, "a valid date", right.json.describe());
                return None;
            };
            return Some(When::CompareDate(FactId::from_index(index), comparison, date));
        }
        let (left, right) = (self.quantity(left), self.quantity(right));
        Some(When::Compare(left?, comparison, right?))
    }

    /// A comparison of two `date` facts. The earlier one has more days since it.
    fn compare_dates(
        &mut self,
        left: FactId,
        comparison: Comparison,
        right: &Node<'_>,
    ) -> Option<When> {
        let (fact, kind) = self.fact_at(right)?;
        match kind {
            FactKind::Date => Some(When::Compare(
                Quantity::DaysSince(left),
                comparison.swapped(),
                Quantity::DaysSince(fact),
            )),
            _ => self.wrong_kind(right, "a `date` fact", fact, &kind),
        }
    }

    /// The fact that an operand refers to, with its kind.
    pub(super) fn fact_at(&mut self, node: &Node<'_>) -> Option<(FactId, FactKind)> {
        let index = node.json.as_str().and_then(|id| self.check.names.find(Kind::Fact, id));
        match index {
            Some(index) => {
                Some((FactId::from_index(index), self.kinds.get(index).cloned().flatten()?))
            }
            None => {
                self.check.reference(node, Kind::Fact);
                None
            }
        }
    }

    pub(super) fn wrong_kind<T>(
        &mut self,
        node: &Node<'_>,
        expected: &str,
        fact: FactId,
        kind: &FactKind,
    ) -> Option<T> {
        self.check.faults.push(Fault {
            code: FaultCode::WrongKind,
            pointer: node.pointer(),
            expected: expected.to_owned().into(),
            found: format!(
                "`{}`, a `{}` fact",
                node.json.as_str().unwrap_or_default(),
                kind.name()
            )
            .into(),
            suggestion: None,
            related: Some(format!("/facts/{}/kind", fact.index())),
        });
        None
    }
}

/// The options of a fact for a message; at most eight.
fn options_text(kind: &FactKind) -> String {
    const MAX_SHOWN: usize = 8;
    let options = kind.options();
    let mut text = "an option of the fact".to_owned();
    for (index, option) in options.iter().take(MAX_SHOWN).enumerate() {
        text.push_str(if index == 0 { ": `" } else { ", `" });
        text.push_str(&option.id);
        text.push('`');
    }
    if options.len() > MAX_SHOWN {
        text.push_str(", …");
    }
    text
}

fn day(json: &Json) -> Option<jiff::civil::Date> {
    json.as_str().and_then(parse_date)
}
