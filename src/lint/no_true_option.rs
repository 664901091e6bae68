//! `no-true-option`: a `choice` that leaves somebody without a true option.
//!
//! Whether options cover everybody is a matter of their meaning. This looks for an option that is
//! worded for the rest: "another", "none of these", "not". If the options cover everybody without
//! one, such as small, medium and large, the author writes `"covers-all": true`.

use crate::rulebook::{FactKind, Id, Json};

use super::catch_all::is_catch_all;
use super::pointed::value_at;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "no-true-option",
    description: "a choice without an option for everybody else",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, fact) in context.pack.facts.iter() {
        let FactKind::Choice(options) = &fact.kind else { continue };
        let at = format!("/facts/{}", id.index());
        let is_marked = value_at(context.json, &at).get("covers-all") == Some(&Json::Bool(true));
        if is_marked || options.iter().any(is_catch_all) {
            continue;
        }
        let message = format!("`{}` may leave an applicant without a true option", fact.id);
        let last = options.len().saturating_sub(1);
        findings.push(
            Finding::new(LINT.name, format!("{at}/kind/choice/{last}/id"), message)
                .label("no option is for everybody else")
                .related(format!("{at}/id"), "everybody who is asked must choose one")
                .help(
                    "add an option such as `other`; if the options cover everybody, add \
                     `\"covers-all\": true` to the fact",
                ),
        );
    }
    findings
}
