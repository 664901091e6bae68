//! `impossible-relation`: a relation that no answers satisfy, alone or together with those above.
//!
//! Every case would contradict itself. Other lints ignore the relations of a contradiction.

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "impossible-relation", description: "a relation that no answers satisfy", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let impossible = context.impossible_relations().iter().enumerate();
    let findings = impossible.filter_map(|(index, conflict)| {
        let conflict = conflict.as_ref()?;
        let (message, label) = match conflict.is_empty() {
            true => ("no answers satisfy this relation", "can never hold"),
            false => (
                "no answers satisfy this relation and others",
                "cannot hold together with the others",
            ),
        };
        let pointer = format!("/relations/{index}/holds");
        let finding = Finding::new(LINT.name, pointer, message.to_owned())
            .label(label)
            .help("correct the relation: it must hold for every applicant");
        Some(conflict.iter().fold(finding, |finding, other| {
            finding.related(format!("/relations/{other}/holds"), "conflicts with it")
        }))
    });
    findings.collect()
}
