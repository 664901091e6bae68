//! Keys that an object must have because of others: the last part of the shape check.

use super::check::{Check, quoted};
use super::fault::FaultCode;
use super::json::Json;
use super::node::Node;
use super::shape::KeyDependency;

impl Check<'_> {
    /// Reports keys that the value of another key requires or forbids.
    pub(super) fn dependency(&mut self, node: &Node<'_>, dependency: &KeyDependency) {
        let applies = node.str(dependency.key) == dependency.value;
        for key in dependency.requires {
            match (applies, node.get(key)) {
                (true, None) => {
                    let expected = format!("key `{key}`, which every {} has", dependency.noun);
                    self.fault(FaultCode::MissingKey, node, expected, "none");
                }
                (false, Some(child)) if dependency.is_exclusive => {
                    let expected = format!("only in a {}", dependency.noun);
                    self.fault(FaultCode::UnknownKey, &child, expected, format!("`{key}`"));
                }
                (true, Some(_)) | (false, _) => {}
            }
        }
    }

    /// Reports an object with none of these keys.
    pub(super) fn some_of(&mut self, node: &Node<'_>, names: &[&str]) {
        if matches!(node.json, Json::Object(_))
            && !names.iter().any(|name| node.get(name).is_some())
        {
            let expected = format!("at least one key of {}", quoted(names));
            self.fault(FaultCode::MissingKey, node, expected, "none");
        }
    }
}
