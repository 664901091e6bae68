//! Builds limits, and reports measures with more than one cap.

use super::Limit;
use super::build::Build;
use super::check::decimal_at;
use super::fault::FaultCode;
use super::limit::LimitKind;
use super::names::Kind;
use super::node::Node;
use super::table::{Id, MeasureId};

impl Build<'_> {
    pub(super) fn limits(&mut self, root: &Node<'_>) -> Vec<Limit> {
        let mut limits: Vec<Limit> = Vec::new();
        for node in root.list("limits") {
            let limit = self.limit(&node);
            if matches!(limit.kind, LimitKind::Cap(_)) {
                self.check_single_cap(&node, &limit, &limits);
            }
            limits.push(limit);
        }
        limits
    }

    fn limit(&mut self, node: &Node<'_>) -> Limit {
        let kind = node.str("kind");
        self.check_not_negative(node, "amount");
        Limit {
            kind: LimitKind::from_name(kind, decimal_at(node, "amount"), self.unit(node)),
            measures: self.limited_measures(node),
            label: self.text(node, "label"),
            provision: self.provisions(node, "provision"),
        }
    }

    fn limited_measures(&mut self, node: &Node<'_>) -> Vec<MeasureId> {
        let mut measures = Vec::new();
        for item in node.list("measures") {
            let id = item.json.as_str().unwrap_or_default();
            let Some(measure) = self.check.names.find(Kind::Measure, id).map(MeasureId::from_index)
            else {
                continue;
            };
            if measures.contains(&measure) {
                let expected = "each measure of a limit once";
                self.check.fault(FaultCode::DuplicateId, &item, expected, format!("`{id}`"));
            } else {
                measures.push(measure);
            }
        }
        measures
    }

    /// Reports a measure that has another cap already. With two caps, its share of each would be
    /// undefined.
    fn check_single_cap(&mut self, node: &Node<'_>, limit: &Limit, earlier: &[Limit]) {
        let caps = earlier.iter().filter(|limit| matches!(limit.kind, LimitKind::Cap(_)));
        let capped: Vec<MeasureId> =
            caps.flat_map(|limit| limit.measures.iter().copied()).collect();
        for (item, measure) in node.list("measures").zip(&limit.measures) {
            if capped.contains(measure) {
                let found = format!("`{}`", item.json.as_str().unwrap_or_default());
                self.check.fault(
                    FaultCode::DuplicateId,
                    &item,
                    "a measure under one cap only",
                    found,
                );
            }
        }
    }
}
