//! Builds classes.

use super::build::Build;
use super::class::{Case, CaseResult, Class};
use super::fault::{Fault, FaultCode};
use super::node::Node;
use super::suggestion::closest_name;

impl Build<'_> {
    pub(super) fn classes(&mut self, root: &Node<'_>) -> Vec<Class> {
        let mut classes = Vec::new();
        for node in root.list("classes") {
            let values = self.class_values.get(classes.len()).cloned().unwrap_or_default();
            classes.push(Class {
                id: node.str("id").into(),
                title: self.text(&node, "title"),
                provision: self.provisions(&node, "provision"),
                cases: self.cases(&node, classes.len()),
                values,
            });
        }
        classes
    }

    fn cases(&mut self, parent: &Node<'_>, class: usize) -> Vec<Case> {
        let last = parent.json.get("cases").map_or(0, |cases| cases.items().len());
        let mut cases = Vec::new();
        for node in parent.list("cases") {
            let has_condition = node.json.get("when").is_some();
            if has_condition == (cases.len() + 1 == last) {
                let expected = if has_condition {
                    "a last case without `when`, for all others"
                } else {
                    "a `when` in every case but the last"
                };
                let found = if has_condition { "a last case with `when`" } else { "none" };
                self.check.fault(FaultCode::BadRange, &node, expected, found);
            }
            let when = self.maybe_when(&node, "when");
            let then = match node.get("is") {
                Some(value) => CaseResult::Is(self.class_value(class, &value).unwrap_or_default()),
                None => CaseResult::Cases(self.cases(&node, class)),
            };
            cases.push(Case { when, then });
        }
        cases
    }

    /// The index of a value of a class. An unknown value is reported.
    pub(super) fn class_value(&mut self, class: usize, node: &Node<'_>) -> Option<usize> {
        let values = self.class_values.get(class).map(Vec::as_slice).unwrap_or_default();
        let id = node.json.as_str().unwrap_or_default();
        let found = values.iter().position(|value| &*value.id == id);
        if found.is_none() {
            let names = values.iter().map(|value| format!("`{}`", value.id)).collect::<Vec<_>>();
            let fault = Fault {
                code: FaultCode::UnknownOption,
                pointer: node.pointer(),
                expected: format!("a value of the class: {}", names.join(", ")).into(),
                found: match node.json.as_str() {
                    Some(id) => format!("`{id}`").into(),
                    None => node.json.describe().into(),
                },
                suggestion: closest_name(id, values.iter().map(|value| &*value.id))
                    .map(str::to_owned),
                related: Some(format!("/classes/{class}/id")),
            };
            self.check.faults.push(fault);
        }
        found
    }
}
