//! `unused-option`: an option that no condition distinguishes.
//!
//! A `choice` fact may have one unused option, which means "none of the others". Two or more
//! unused options are equivalent, so all but one are reported. They are not reported if conditions
//! name only the option for the rest: then the others are the list of the text, each of which
//! excludes an applicant.

use crate::rulebook::{FactKind, Id, Options};

use super::catch_all::is_catch_all;
use super::walk::named_options;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-option", description: "an option that no condition distinguishes", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let named = named_options(context.pack);
    let mut findings = Vec::new();
    for ((id, fact), named) in context.pack.facts.iter().zip(named) {
        let (key, allowed) = match &fact.kind {
            FactKind::Choice(_) => ("choice", 1),
            FactKind::Choices(_) => ("choices", 0),
            FactKind::YesNo | FactKind::Number(_) | FactKind::Date => continue,
        };
        let at = |index: usize| format!("/facts/{}/kind/{key}/{index}/id", id.index());
        let options = fact.kind.options().iter().enumerate();
        let unused: Vec<(usize, &str)> = options
            .filter(|(index, _)| !named.intersects(Options::single(*index)))
            .map(|(index, option)| (index, &*option.id))
            .collect();
        let names_the_rest = || {
            let options = fact.kind.options().iter().enumerate();
            let rest = options.filter(|(_, option)| is_catch_all(option));
            let rest =
                rest.fold(Options::EMPTY, |all, (index, _)| all.union(Options::single(index)));
            allowed == 1 && named.difference(rest).is_empty()
        };
        // If nothing reads the fact, `unused-fact` reports it.
        if named.is_empty() || unused.len() <= allowed || names_the_rest() {
            continue;
        }
        for (index, option) in unused.iter().skip(allowed) {
            let message = format!("no condition uses the option `{option}` of `{}`", fact.id);
            let mut finding =
                Finding::new(LINT.name, at(*index), message).label("makes no difference");
            finding = match unused.first().filter(|_| allowed == 1) {
                Some((first, other)) => finding
                    .related(at(*first), format!("equivalent to `{other}`"))
                    .help("merge the two, or use one of them in a condition"),
                None => finding.help("use it in a condition, or remove it"),
            };
            findings.push(finding);
        }
    }
    findings
}
