//! `unused-office`: an office where nothing is applied for.

use crate::rulebook::Id;

use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "unused-office", about: "an office where nothing is applied for", check };

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let is_used = |place: usize| {
        pack.book
            .measures
            .iter()
            .any(|(_, measure)| measure.office.is_some_and(|office| office.place() == place))
    };
    let unused = pack.book.offices.iter().filter(|(id, _)| !is_used(id.place()));
    let findings = unused.map(|(id, office)| {
        let message = format!("no measure is applied for at `{}`", office.id);
        Finding::new(LINT.name, format!("/offices/{}/id", id.place()), message)
            .help("name it as the `office` of a measure, or remove it")
    });
    findings.collect()
}
