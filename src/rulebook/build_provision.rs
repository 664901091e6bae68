//! Builds documents, provisions and notices.

use std::rc::Rc;

use super::Notice;
use super::build::Build;
use super::contact::{Instead, Phone, Url};
use super::names::Kind;
use super::node::Node;
use super::provision::{Document, Evidence, Provision};
use super::table::Id;

impl Build<'_> {
    pub(super) fn notice(&mut self, node: &Node<'_>) -> Notice {
        Notice { text: self.text(node, "text"), provision: self.provisions(node, "provision") }
    }

    pub(super) fn instead(&mut self, node: &Node<'_>) -> Instead {
        Instead { text: self.text(node, "text"), url: url(node), phone: phone(node) }
    }

    pub(super) fn document(&mut self, node: &Node<'_>) -> Document {
        Document {
            id: node.str("id").into(),
            number: node.get("number").and_then(|number| number.json.as_str()).map(Rc::from),
            title: self.text(node, "title"),
            url: url(node),
            in_force: self.period(node, "in-force"),
        }
    }

    pub(super) fn provision(&mut self, node: &Node<'_>) -> Provision {
        Provision {
            id: node.str("id").into(),
            document: self.find(Kind::Document, node, "document").unwrap_or(Id::from_index(0)),
            clause: node.str("clause").into(),
            quote: node.get("quote").and_then(|quote| quote.json.as_str()).map(Rc::from),
            summary: self.maybe_text(node, "summary"),
            evidence: evidence(node),
        }
    }
}

pub(super) fn url(node: &Node<'_>) -> Option<Url> {
    Url::parse(node.str("url"))
}

pub(super) fn phone(node: &Node<'_>) -> Option<Phone> {
    Phone::parse(node.str("phone"))
}

/// The grade of evidence; the lowest if malformed, which has been reported.
pub(super) fn evidence(node: &Node<'_>) -> Evidence {
    let word = node.str("evidence");
    Evidence::ALL
        .into_iter()
        .find(|evidence| evidence.name() == word)
        .unwrap_or(Evidence::Secondary)
}
