//! Builds materials and offices.

use std::num::NonZeroU8;

use super::build::Build;
use super::build_provision::{phone, url};
use super::json::Json;
use super::material::{Material, MaterialUse, Office};
use super::names::Kind;
use super::node::Node;
use super::table::Id;

impl Build<'_> {
    pub(super) fn material_use(&mut self, node: &Node<'_>) -> MaterialUse {
        let id = node.json.as_str().unwrap_or(node.str("material"));
        let material =
            self.check.names.find(Kind::Material, id).map_or(Id::from_index(0), Id::from_index);
        let exempt = node.json.get("exempt") == Some(&Json::Bool(true));
        let copies = match node.json.get("copies") {
            Some(Json::Integer(copies)) => u8::try_from(*copies).ok().and_then(NonZeroU8::new),
            _ => None,
        };
        MaterialUse { material, when: self.maybe_when(node, "when"), exempt, copies }
    }

    pub(super) fn material(&mut self, node: &Node<'_>) -> Material {
        Material {
            id: node.str("id").into(),
            title: self.text(node, "title"),
            note: self.maybe_text(node, "note"),
        }
    }

    pub(super) fn office(&mut self, node: &Node<'_>) -> Office {
        Office {
            id: node.str("id").into(),
            title: self.text(node, "title"),
            address: self.maybe_text(node, "address"),
            hours: self.maybe_text(node, "hours"),
            phone: phone(node),
            url: url(node),
        }
    }
}
