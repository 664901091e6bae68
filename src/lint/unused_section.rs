//! `unused-section`: a section without questions.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-section", description: "a section without questions", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let is_used =
        |index: usize| context.pack.facts.iter().any(|(_, fact)| fact.section.index() == index);
    let unused = context.pack.sections.iter().filter(|(id, _)| !is_used(id.index()));
    let findings = unused.map(|(id, section)| {
        let message = format!("the section `{}` has no questions", section.id);
        Finding::new(LINT.name, format!("/sections/{}/id", id.index()), message)
            .help("remove the section")
    });
    findings.collect()
}
