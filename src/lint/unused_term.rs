//! `unused-term`: a term that no condition uses.

use crate::rulebook::{Id, TermId};

use super::walk::each_condition;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-term", description: "a term that no condition uses", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut used: Vec<TermId> = Vec::new();
    each_condition(context.pack, &mut |_, when| when.each_term(&mut |term| used.push(term)));
    for relation in &context.pack.relations {
        relation.holds.each_term(&mut |term| used.push(term));
    }
    let unused = context.pack.terms.iter().filter(|(id, _)| !used.contains(id));
    let findings = unused.map(|(id, term)| {
        let message = format!("no condition uses the term `{}`", term.id);
        Finding::new(LINT.name, format!("/terms/{}/id", id.index()), message)
            .help(format!("use it as {{\"term\": \"{}\"}}, or remove it", term.id))
    });
    findings.collect()
}
