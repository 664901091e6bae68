//! `unused-section`: a heading with no question under it.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-section", about: "a heading with no question under it", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let is_used =
        |place: usize| context.pack.facts.iter().any(|(_, fact)| fact.section.index() == place);
    let unused = context.pack.sections.iter().filter(|(id, _)| !is_used(id.index()));
    let findings = unused.map(|(id, section)| {
        let message = format!("no question stands in the section `{}`", section.id);
        Finding::new(LINT.name, format!("/sections/{}/id", id.index()), message).help("remove it")
    });
    findings.collect()
}
