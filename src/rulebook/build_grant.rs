//! Builds grants.

use super::build::Build;
use super::build_provision::evidence;
use super::check::{decimal, decimal_at};
use super::decimal::Decimal;
use super::fault::FaultCode;
use super::grant::{Benefit, Every, Grant, GrantPeriod, Money, Rate, Tier, Tiers};
use super::json::Json;
use super::node::Node;
use super::provision::Evidence;
use super::quantity::Quantity;

impl Build<'_> {
    pub(super) fn grant(&mut self, measure: &Node<'_>) -> Grant {
        let Some(node) = measure.get("grants") else {
            return Grant {
                benefit: Benefit::Unspecified,
                evidence: evidence(measure),
                provision: Vec::new(),
                note: None,
                period: None,
            };
        };
        let (benefit, evidence) = (self.benefit(&node), evidence(&node));
        let has_figure = !matches!(benefit, Benefit::InKind(_) | Benefit::Unspecified);
        // With the note, secondary figures are summed. A sum must not mix evidence.
        if has_figure
            && evidence != Evidence::Secondary
            && self.check.document.get("evidence-note").is_some()
            && let Some(grade) = node.get("evidence")
        {
            let expected = "`secondary`, as for every figure of a pack with `evidence-note`";
            self.check.fault(FaultCode::WrongType, &grade, expected, grade.json.describe());
        }
        Grant {
            benefit,
            evidence,
            provision: self.provisions(&node, "provision"),
            note: self.maybe_text(&node, "note"),
            period: node.get("period").map(|period| grant_period(&period)),
        }
    }

    fn benefit(&mut self, node: &Node<'_>) -> Benefit {
        if let Some(money) = node.get("fixed") {
            Benefit::Fixed(self.money(&money))
        } else if let Some(money) = node.get("up-to") {
            Benefit::UpTo(self.money(&money))
        } else if let Some(tiers) = node.get("tiers") {
            Benefit::Tiers(self.tiers(&tiers))
        } else if let Some(rate) = node.get("rate") {
            Benefit::Rate(self.rate(&rate))
        } else if node.json.get("in-kind").is_some() {
            Benefit::InKind(self.text(node, "in-kind"))
        } else {
            Benefit::Unspecified
        }
    }

    fn money(&mut self, node: &Node<'_>) -> Money {
        self.check_not_negative(node, "amount");
        Money { amount: decimal_at(node, "amount"), unit: self.unit(node) }
    }

    fn tiers(&mut self, node: &Node<'_>) -> Tiers {
        let by = self.quantity_at(node, "by");
        let mut tiers = Vec::new();
        for tier in node.list("tiers") {
            let (from, to) = (decimal_at(&tier, "from"), decimal_at(&tier, "to"));
            self.ordered(&tier, Some(from), Some(to));
            self.check_not_negative(&tier, "amount");
            tiers.push(Tier { from, to, amount: decimal_at(&tier, "amount") });
        }
        Tiers { by, unit: self.unit(node), tiers }
    }

    fn rate(&mut self, node: &Node<'_>) -> Rate {
        self.check_not_negative(node, "percent");
        self.check_not_negative(node, "cap");
        Rate {
            percent: decimal_at(node, "percent"),
            of: self.quantity_at(node, "of"),
            cap: node.json.get("cap").and_then(decimal),
            unit: self.unit(node),
        }
    }

    fn quantity_at(&mut self, node: &Node<'_>, key: &str) -> Quantity {
        let quantity = node.get(key).and_then(|node| self.checked_quantity(&node));
        quantity.unwrap_or(Quantity::Constant(Decimal::ZERO))
    }

    pub(super) fn check_not_negative(&mut self, node: &Node<'_>, key: &str) {
        if let Some(child) = node.get(key)
            && decimal(child.json).is_some_and(|value| value < Decimal::ZERO)
        {
            self.check.fault(FaultCode::BadRange, &child, "zero or more", child.json.describe());
        }
    }
}

fn grant_period(node: &Node<'_>) -> GrantPeriod {
    let word = node.str("every");
    let times = match node.json.get("times") {
        Some(Json::Integer(times)) => u16::try_from(*times).ok(),
        _ => None,
    };
    GrantPeriod {
        every: Every::ALL.into_iter().find(|every| every.name() == word).unwrap_or(Every::Year),
        times,
    }
}
