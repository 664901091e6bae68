//! Builds the languages of a pack, and reports repeated ones.

use super::build::Build;
use super::check_language::locale;
use super::fault::{Fault, FaultCode};
use super::language::Language;
use super::node::Node;

impl Build<'_> {
    pub(super) fn languages(&mut self, root: &Node<'_>) -> Vec<Language> {
        let mut languages: Vec<(usize, Language)> = Vec::new();
        for (index, node) in root.list("languages").enumerate() {
            // A wrong tag has been reported.
            let Some(locale) = locale(node.json) else { continue };
            let name = match node.str("name") {
                "" => locale.interface_name().unwrap_or_default(),
                name => name,
            };
            if let Some((first, _)) = languages.iter().find(|(_, other)| other.locale == locale) {
                self.check.faults.push(Fault {
                    code: FaultCode::DuplicateId,
                    pointer: node.pointer(),
                    expected: "each language once".into(),
                    found: format!("`{}`", locale.tag()).into(),
                    suggestion: None,
                    related: Some(format!("/languages/{first}")),
                });
            }
            languages.push((index, Language { locale, name: name.into() }));
        }
        languages.into_iter().map(|(_, language)| language).collect()
    }
}
