//! `unused-fact`: a fact whose answer is never used.

use crate::rulebook::{FactId, FactSet, Id};

use super::walk::{each_condition, each_grant_quantity};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-fact", description: "a fact whose answer is never used", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut used = FactSet::default();
    each_condition(context.pack, &mut |_, when| when.each_fact(&mut |fact| used.insert(fact)));
    each_grant_quantity(context.pack, &mut |quantity| {
        quantity.each_fact(&mut |fact| used.insert(fact))
    });
    let used: Vec<FactId> = used.into_vec();
    let unused = context.pack.facts.iter().filter(|(id, _)| !used.contains(id));
    let findings = unused.map(|(id, fact)| {
        let message = format!("the answer to `{}` is never used", fact.id);
        Finding::new(LINT.name, format!("/facts/{}/id", id.index()), message)
            .label("no condition, assumption or amount reads it")
            .help("use it in a condition, or remove the fact")
    });
    findings.collect()
}
