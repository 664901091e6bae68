//! `no-direction`: a number that a measure compares, without `changeable`.
//!
//! Without it, a nearest miss never proposes another number, which is sometimes right and often
//! forgotten. An author who means it writes `"changeable": false`.

use std::collections::BTreeMap;

use crate::rulebook::{FactKind, Id, When};

use super::pointed::value_at;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "no-direction", description: "a compared number without `changeable`", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let pack = context.pack;
    // The first condition that compares each fact.
    let mut compared = BTreeMap::new();
    for (id, measure) in pack.measures.iter() {
        let applies = measure.applies_when.iter();
        let applies =
            applies.map(|when| (format!("{}/applies-when", context.measure_pointer(id)), when));
        let criteria = measure.criteria.iter().enumerate().filter_map(|(index, criterion)| {
            Some((context.criterion_pointer(id, index), criterion.when.as_ref()?))
        });
        let assumption = measure
            .assume
            .map(|id| (format!("/assumptions/{}/when", id.index()), &pack.assumptions[id].when));
        for (pointer, when) in applies.chain(criteria).chain(assumption) {
            pack.each_test(when, &mut |test| {
                if let When::Compare(left, _, right) = test {
                    [left, right].into_iter().for_each(|side| {
                        side.each_fact(&mut |fact| {
                            compared.entry(fact.index()).or_insert((pointer.clone(), &measure.id));
                        });
                    });
                }
            });
        }
    }
    let mut findings = Vec::new();
    for (id, fact) in pack.facts.iter() {
        let at = format!("/facts/{}", id.index());
        let (FactKind::Number(_), Some((pointer, measure))) =
            (&fact.kind, compared.get(&id.index()))
        else {
            continue;
        };
        if value_at(context.json, &at).get("changeable").is_none() {
            let message = format!("nothing states whether an applicant can change `{}`", fact.id);
            findings.push(
                Finding::new(LINT.name, format!("{at}/id"), message)
                    .label("a nearest miss never proposes another number")
                    .related(pointer.clone(), format!("`{measure}` depends on it"))
                    .help(
                        "add `\"changeable\": \"more\"`, `\"less\"` or `true`; or `false` if an \
                         applicant cannot change it",
                    ),
            );
        }
    }
    findings
}
