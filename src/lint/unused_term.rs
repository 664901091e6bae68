//! `unused-term`: a term that no condition uses.

use crate::rulebook::{Id, Reference, TermId, When};

use super::walk::each_condition;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unused-term", description: "a term that no condition uses", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut used: Vec<TermId> = Vec::new();
    let mut visit = |when: &When| {
        when.each_reference(&mut |reference| {
            if let Reference::Term(term) = reference {
                used.push(term);
            }
        });
    };
    each_condition(context.pack, &mut |_, when| visit(when));
    context.pack.relations.iter().for_each(|relation| visit(&relation.holds));
    let unused = context.pack.terms.iter().filter(|(id, _)| !used.contains(id));
    let findings = unused.map(|(id, term)| {
        let message = format!("no condition uses the term `{}`", term.id);
        Finding::new(LINT.name, format!("/terms/{}/id", id.index()), message)
            .help(format!("use it as {{\"term\": \"{}\"}}, or remove it", term.id))
    });
    findings.collect()
}
