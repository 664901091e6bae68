//! `unused-office`: an office that no measure uses.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-office", description: "an office that no measure uses", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let is_used = |index: usize| {
        context
            .pack
            .measures
            .iter()
            .any(|(_, measure)| measure.office.is_some_and(|office| office.index() == index))
    };
    let unused = context.pack.offices.iter().filter(|(id, _)| !is_used(id.index()));
    let findings = unused.map(|(id, office)| {
        let message = format!("no measure uses the office `{}`", office.id);
        Finding::new(LINT.name, format!("/offices/{}/id", id.index()), message)
            .help("set it as the `office` of a measure, or remove it")
    });
    findings.collect()
}
