//! `unused-office`: an office where nothing is applied for.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-office", about: "an office where nothing is applied for", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let is_used = |place: usize| {
        context
            .pack
            .measures
            .iter()
            .any(|(_, measure)| measure.office.is_some_and(|office| office.index() == place))
    };
    let unused = context.pack.offices.iter().filter(|(id, _)| !is_used(id.index()));
    let findings = unused.map(|(id, office)| {
        let message = format!("no measure is applied for at `{}`", office.id);
        Finding::new(LINT.name, format!("/offices/{}/id", id.index()), message)
            .help("name it as the `office` of a measure, or remove it")
    });
    findings.collect()
}
