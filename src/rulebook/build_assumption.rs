//! Builds assumptions.

use super::assumption::{Assumed, Assumption};
use super::build::Build;
use super::fact::FactKind;
use super::names::Kind;
use super::node::Node;
use super::table::{FactId, Id};
use super::when::When;

impl Build<'_> {
    pub(super) fn assumption(&mut self, node: &Node<'_>) -> Assumption {
        Assumption {
            id: node.str("id").into(),
            label: self.text(node, "label"),
            // A malformed condition has been reported; its placeholder is never evaluated.
            when: self.maybe_when(node, "when").unwrap_or(When::Any(Vec::new())),
            answers: self.assumed_answers(node),
        }
    }

    fn assumed_answers(&mut self, node: &Node<'_>) -> Vec<(FactId, Assumed)> {
        let mut answers = Vec::new();
        let Some(object) = node.get("answers") else { return answers };
        for (id, value) in object.entries() {
            // Unknown ids have been reported.
            let Some(index) = self.check.names.find(Kind::Fact, id) else { continue };
            let fact = FactId::from_index(index);
            let Some(kind) = self.kinds.get(index).cloned().flatten() else { continue };
            let is_as_of = value.json.as_str() == Some("as-of");
            let assumed = match kind {
                FactKind::Date if is_as_of => Some(Assumed::AsOf),
                _ => self.fact_value(fact, &kind, &value).map(Assumed::Value),
            };
            answers.extend(assumed.map(|assumed| (fact, assumed)));
        }
        answers.sort_unstable_by_key(|(fact, _)| *fact);
        answers
    }
}
