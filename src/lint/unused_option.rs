//! `unused-option`: an option that no condition can tell from not having it.
//!
//! Of a choice of one, the options that are left over are what "none of those" means, so one unused option is sound; two
//! or more are the same to every rule, and so one too many.

use crate::rulebook::{FactKind, Id, Options, When};

use super::walk::{each_condition, each_part};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-option", about: "an option that makes no difference to any rule", check };

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
        let (key, spared) = match &fact.kind {
            FactKind::Choice(_) => ("choice", 1),
            FactKind::Choices(_) => ("choices", 0),
            FactKind::YesNo | FactKind::Number(_) | FactKind::Date => continue,
        };
        let at = |place: usize| format!("/facts/{}/kind/{key}/{place}/id", id.index());
        let options = fact.kind.options().iter().enumerate();
        let unused: Vec<(usize, &str)> = options
            .filter(|(place, _)| !named.intersects(Options::single(*place)))
            .map(|(place, option)| (place, &*option.id))
            .collect();
        // A fact that nothing reads is one finding, and not one for each of its options.
        if named.is_empty() || unused.len() <= spared {
            continue;
        }
        for (place, option) in unused.iter().skip(spared) {
            let message = format!("no rule asks for the option `{option}` of `{}`", fact.id);
            let mut finding =
                Finding::new(LINT.name, at(*place), message).label("makes no difference");
            finding = match unused.first().filter(|_| spared == 1) {
                Some((first, other)) => finding
                    .related(at(*first), format!("to every rule the same as `{other}`"))
                    .help("join the two, or use one of them in a condition"),
                None => finding.help("use it in a condition, or remove it"),
            };
            findings.push(finding);
        }
    }
    findings
}
