//! `unused-option`: an option that no condition distinguishes.
//!
//! A `choice` fact may have one unused option, which means "none of the others". Two or more
//! unused options are equivalent, so all but one are reported.

use crate::rulebook::{FactKind, Id, Options, When};

use super::walk::{each_condition, each_part};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-option", description: "an option that no condition distinguishes", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut named = vec![Options::EMPTY; context.pack.facts.len()];
    each_condition(context.pack, &mut |_, when| {
        each_part(when, &mut |part| {
            if let When::OneOf(fact, options) | When::Includes(fact, options) = part
                && let Some(slot) = named.get_mut(fact.index())
            {
                *slot = slot.union(*options);
            }
        });
    });
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
        // If nothing reads the fact, `unused-fact` reports it.
        if named.is_empty() || unused.len() <= allowed {
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
