//! Builds units, and reports units that the pack's list does not have.

use std::rc::Rc;

use super::build::Build;
use super::fault::{Fault, FaultCode};
use super::json::Json;
use super::node::Node;
use super::suggestion::closest_name;
use super::unit::{Unit, WrittenOut};

impl Build<'_> {
    pub(super) fn units(&mut self, root: &Node<'_>) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        for node in root.list("units") {
            let name = node.str("unit");
            let first = units.iter().position(|unit| &*unit.unit == name);
            // A missing name has been reported.
            if let (false, Some(first), Some(again)) = (name.is_empty(), first, node.get("unit")) {
                self.check.faults.push(Fault {
                    code: FaultCode::DuplicateId,
                    pointer: again.pointer(),
                    expected: "a unit that no other entry has".into(),
                    found: format!("`{name}`").into(),
                    suggestion: None,
                    related: Some(format!("/units/{first}/unit")),
                });
            }
            units.push(Unit {
                unit: name.into(),
                title: self.text(&node, "title"),
                written_out: node.get("written-out").map(|node| self.written_out(&node)),
            });
        }
        units
    }

    fn written_out(&mut self, node: &Node<'_>) -> WrittenOut {
        if let Some(text) = node.get("text") {
            self.check_placeholder(&text);
            text.entries().for_each(|(_, text)| self.check_placeholder(&text));
        }
        WrittenOut { zeros: self.zeros(node), text: self.text(node, "text") }
    }

    /// The exponent of `times`, which must be a power of ten: then writing a number out only
    /// appends zeros.
    fn zeros(&mut self, node: &Node<'_>) -> usize {
        let Some(times) = node.get("times") else { return 0 };
        let Json::Integer(value) = times.json else { return 0 };
        let zeros = (0..=WrittenOut::MAX_ZEROS)
            .find(|zeros| 10_i64.checked_pow(*zeros as u32) == Some(*value));
        // A value out of range has been reported.
        if zeros.is_none() && (1..WrittenOut::MAX_TIMES).contains(value) {
            let expected = "1, 10, 100 or another power of ten";
            self.check.fault(FaultCode::BadRange, &times, expected, times.json.describe());
        }
        zeros.unwrap_or_default()
    }

    /// Reports a text without exactly one placeholder for the number.
    fn check_placeholder(&mut self, node: &Node<'_>) {
        if let Json::String(text) = node.json
            && text.matches("{number}").count() != 1
        {
            let expected = "a text with `{number}` once, where the number belongs";
            self.check.fault(FaultCode::WrongType, node, expected, format!("`{text}`"));
        }
    }

    /// The unit of a number. If the pack lists units, it must be one of them.
    pub(super) fn unit(&mut self, node: &Node<'_>) -> Rc<str> {
        let name = node.str("unit");
        if let (Some(Json::Array(units)), Some(used)) =
            (self.check.document.get("units"), node.get("unit"))
        {
            let listed = || units.iter().filter_map(|unit| unit.get("unit").and_then(Json::as_str));
            if !name.is_empty() && !listed().any(|unit| unit == name) {
                let suggestion = closest_name(name, listed().filter(|unit| !unit.is_empty()));
                let named = |unit: &Json| unit.get("unit").and_then(Json::as_str) == suggestion;
                let related = suggestion.and_then(|_| units.iter().position(named));
                self.check.faults.push(Fault {
                    code: FaultCode::UnknownId,
                    pointer: used.pointer(),
                    expected: "a unit of the list `units`".into(),
                    found: format!("`{name}`").into(),
                    suggestion: suggestion.map(str::to_owned),
                    related: related.map(|index| format!("/units/{index}/unit")),
                });
            }
        }
        name.into()
    }
}
