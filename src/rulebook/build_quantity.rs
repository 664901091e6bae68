//! Builds quantities.

use super::build::Build;
use super::check::{decimal, decimal_at};
use super::cycle::cycle_text;
use super::fact::FactKind;
use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::names::Kind;
use super::node::Node;
use super::points::{Band, BandTest, Points};
use super::quantity::{IfZero, Quantity};
use super::shape::QUANTITY;
use super::when::Comparison;

impl Build<'_> {
    /// A quantity among the operands of an operator, whose shape has not been checked.
    ///
    /// Returns `None` if it is malformed, which has been reported.
    pub(super) fn quantity(&mut self, node: &Node<'_>) -> Option<Quantity> {
        if matches!(node.json, Json::Object(_)) {
            let before = self.check.faults.len();
            self.check.shape(node, &QUANTITY);
            if self.check.faults.len() > before {
                return None;
            }
        }
        self.checked_quantity(node)
    }

    /// A quantity whose shape has been checked.
    pub(super) fn checked_quantity(&mut self, node: &Node<'_>) -> Option<Quantity> {
        match node.json {
            // Ids begin with a letter, decimals do not.
            Json::String(text) if text.starts_with(|first: char| first.is_alphabetic()) => {
                let (fact, kind) = self.fact_at(node)?;
                match kind {
                    FactKind::Number(_) => Some(Quantity::Fact(fact)),
                    _ => self.wrong_kind(node, "a `number` fact", fact, &kind),
                }
            }
            Json::Object(_) => self.computed(node),
            _ => {
                let value = decimal(node.json);
                if value.is_none() {
                    let expected = "a number fact, an exact decimal or an operator";
                    self.check.fault(FaultCode::BadDecimal, node, expected, node.json.describe());
                }
                value.map(Quantity::Constant)
            }
        }
    }

    fn computed(&mut self, node: &Node<'_>) -> Option<Quantity> {
        let (operator, operands) = node.entries().find(|(key, _)| *key != "if-zero")?;
        let if_zero = self.if_zero(node, operator);
        match operator {
            "months-since" | "days-since" => {
                let (fact, kind) = self.fact_at(&operands)?;
                match kind {
                    FactKind::Date if operator == "days-since" => Some(Quantity::DaysSince(fact)),
                    FactKind::Date => Some(Quantity::MonthsSince(fact)),
                    _ => self.wrong_kind(&operands, "a `date` fact", fact, &kind),
                }
            }
            "difference" | "ratio" | "growth" => {
                let left = self.quantity(&operands.item(0)?);
                let right = self.quantity(&operands.item(1)?);
                let (left, right) = (Box::new(left?), Box::new(right?));
                Some(match operator {
                    "ratio" => Quantity::Ratio(left, right, if_zero),
                    "growth" => Quantity::Growth(left, right, if_zero),
                    _ => Quantity::Difference(left, right),
                })
            }
            "percent" => {
                let (percent, part) = (operands.item(0)?, operands.item(1)?);
                let part = self.quantity(&part);
                let Some(percent) = decimal(percent.json) else {
                    let found = percent.json.describe();
                    self.check.fault(
                        FaultCode::BadDecimal,
                        &percent,
                        "a percentage: an exact decimal",
                        found,
                    );
                    return None;
                };
                Some(Quantity::Percent(percent, Box::new(part?), if_zero))
            }
            "sum" => self.quantities(&operands).map(Quantity::Sum),
            "highest-of" => self.quantities(&operands).map(Quantity::HighestOf),
            "lowest-of" => self.quantities(&operands).map(Quantity::LowestOf),
            "points" => self.points(&operands).map(|points| Quantity::Points(Box::new(points))),
            "quantity" => self.named_quantity(&operands),
            // The shape check has reported other keys.
            _ => None,
        }
    }

    /// Builds the named quantities, in order.
    pub(super) fn named_quantities(&mut self, root: &Node<'_>) {
        for node in root.list("quantities") {
            let quantity =
                node.get("quantity").and_then(|quantity| self.checked_quantity(&quantity));
            self.quantities.push(quantity);
        }
    }

    /// The quantity with a name. Each names only the ones above it, so that there is no cycle.
    fn named_quantity(&mut self, node: &Node<'_>) -> Option<Quantity> {
        let id = node.json.as_str()?;
        // The shape check has reported an unknown id.
        let index = self.check.names.find(Kind::Quantity, id)?;
        let current = self.quantities.len();
        if index >= current {
            let (expected, found) = match self.chain_of_quantities(index, current) {
                Some(chain) => ("a quantity that does not depend on itself", cycle_text(&chain)),
                None => ("a quantity that is defined above this one", format!("`{id}`")),
            };
            self.check.faults.push(Fault {
                code: FaultCode::Cycle,
                pointer: node.pointer(),
                expected: expected.into(),
                found: found.into(),
                suggestion: None,
                related: (index != current).then(|| format!("/quantities/{index}/id")),
            });
        }
        self.quantities.get(index).cloned().flatten()
    }

    /// The ids from the quantity with the index `to` by `from` back to `to`, if `from` depends on
    /// it.
    fn chain_of_quantities(&self, from: usize, to: usize) -> Option<Vec<String>> {
        let all = self.check.document.get("quantities").map(Json::items).unwrap_or_default();
        let name = |index: usize| Some(all.get(index)?.get("id")?.as_str()?.to_owned());
        let mut visited: Vec<(usize, Option<usize>)> = vec![(from, None)];
        let mut position = 0;
        while let Some((index, _)) = visited.get(position).copied() {
            if index == to {
                // From the end back to `from`.
                let mut path = Vec::new();
                let mut next = Some(position);
                while let Some((index, before)) = next.and_then(|at| visited.get(at).copied()) {
                    path.push(name(index)?);
                    next = before;
                }
                path.push(name(to)?);
                path.reverse();
                return Some(path);
            }
            let mut named = Vec::new();
            all.get(index).into_iter().for_each(|json| add_names(json, &mut named));
            for id in named {
                let next = self.check.names.find(Kind::Quantity, id);
                if let Some(next) =
                    next.filter(|next| visited.iter().all(|(known, _)| known != next))
                {
                    visited.push((next, Some(position)));
                }
            }
            position += 1;
        }
        None
    }

    fn quantities(&mut self, operands: &Node<'_>) -> Option<Vec<Quantity>> {
        // Collected first, so that the faults of all parts are reported.
        let parts: Vec<Option<Quantity>> =
            operands.items().map(|part| self.quantity(&part)).collect();
        parts.into_iter().collect()
    }

    /// The value for a zero denominator. Other operators have no denominator.
    fn if_zero(&mut self, node: &Node<'_>, operator: &str) -> IfZero {
        let value = node.get("if-zero")?;
        if !matches!(operator, "percent" | "ratio" | "growth") {
            let expected = "only with `percent`, `ratio` or `growth`";
            self.check.fault(FaultCode::UnknownKey, &value, expected, "`if-zero`");
        }
        decimal(value.json)
    }

    fn points(&mut self, node: &Node<'_>) -> Option<Points> {
        let by = node.get("by").map(|by| self.checked_quantity(&by));
        let mut bands = Vec::new();
        for band in node.list("bands") {
            bands.push(self.band(&band, by.is_some()));
        }
        Some(Points {
            label: self.maybe_text(node, "label"),
            by: by.map_or(Some(None), |by| by.map(Some))?,
            bands: bands.into_iter().collect::<Option<_>>()?,
            otherwise: decimal_at(node, "otherwise"),
        })
    }

    fn band(&mut self, node: &Node<'_>, has_number: bool) -> Option<Band> {
        let compared = Comparison::ALL
            .into_iter()
            .find_map(|comparison| Some((comparison, decimal(node.json.get(comparison.name())?)?)));
        let test = match (node.get("when"), compared) {
            (Some(when), _) => BandTest::When(self.when(&when)?),
            (None, Some((comparison, bound))) if has_number => BandTest::By(comparison, bound),
            (None, _) => {
                let expected = "a table with `by`, or a band with `when`";
                self.check.fault(FaultCode::MissingKey, node, expected, "neither");
                return None;
            }
        };
        Some(Band {
            test,
            points: decimal_at(node, "points"),
            label: self.maybe_text(node, "label"),
        })
    }
}

/// Adds the ids of the quantities that a value names.
fn add_names<'a>(json: &'a Json, named: &mut Vec<&'a str>) {
    match json {
        Json::Object(entries) => {
            for (key, value) in entries {
                match value.as_str() {
                    Some(id) if key == "quantity" => named.push(id),
                    _ => add_names(value, named),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| add_names(item, named)),
        _ => {}
    }
}
