//! `unused-section`: a heading with no question under it.

use crate::rulebook::Id;

use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "unused-section", about: "a heading with no question under it", check };

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let is_used =
        |place: usize| pack.book.facts.iter().any(|(_, fact)| fact.section.place() == place);
    let unused = pack.book.sections.iter().filter(|(id, _)| !is_used(id.place()));
    let findings = unused.map(|(id, section)| {
        let message = format!("no question stands in the section `{}`", section.id);
        Finding::new(LINT.name, format!("/sections/{}/id", id.place()), message).help("remove it")
    });
    findings.collect()
}
