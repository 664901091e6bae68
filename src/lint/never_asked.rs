//! `never-asked`: a question that is never asked, or whose answer never matters.
//!
//! A question that is not asked has no answer, so no condition on its answer holds.

use crate::engine::relevant_facts;
use crate::rulebook::{FactId, Id, RulePack};

use super::asked_facts::require_asked;
use super::context::conditions;
use super::walk::{each_condition, each_grant_quantity};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "never-asked",
    description: "a question that is never asked, or never matters",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let read = read_by_measures(context.pack);
    let relevant = relevant(context);
    for (id, fact) in context.pack.facts.iter() {
        if let Some(when) = &fact.ask_when
            && context.is_never_asked(fact, &[&require_asked(context.pack, when)])
        {
            let message = format!("the question `{}` is never asked", fact.id);
            let pointer = format!("/facts/{}/ask-when", id.index());
            let finding = Finding::new(LINT.name, pointer, message)
                .help("correct the condition: the fact is unknown for everyone");
            findings.push(if context.is_never_asked(fact, &[when]) {
                finding.label("can never hold")
            } else {
                finding.label(
                    "depends on questions that are never asked together, or not with these answers",
                )
            });
        } else if read.contains(&id)
            && !relevant.contains(&id)
            && !is_read_by_unmeetable(context, id)
        {
            let message = format!("the answer to `{}` never matters", fact.id);
            findings.push(
                Finding::new(LINT.name, format!("/facts/{}/id", id.index()), message)
                    .label("read by conditions, but no outcome, amount, material or window depends on it")
                    .help("correct the conditions that read it, or remove the fact"),
            );
        }
    }
    findings
}

/// Whether a measure that cannot be met reads the fact. Then `never-met` reports the cause.
fn is_read_by_unmeetable(context: &Context<'_>, fact: FactId) -> bool {
    context.pack.measures.iter().any(|(id, measure)| {
        context.pack.facts_of(id).contains(&fact)
            && context.is_unsatisfiable(measure, &conditions(measure))
    })
}

/// The facts that the conditions of measures read, directly or through terms.
fn read_by_measures(pack: &RulePack) -> Vec<FactId> {
    let mut facts = Vec::new();
    each_condition(pack, &mut |pointer, when| {
        if pointer.starts_with("/measures/") || pointer.starts_with("/assumptions/") {
            facts.extend(pack.facts_in(when));
        }
    });
    facts
}

/// The facts that can change an outcome while nothing is answered, an amount, a required material
/// or the window that is meant for the applicant.
fn relevant(context: &Context<'_>) -> Vec<FactId> {
    let pack = context.pack;
    let mut facts = Vec::new();
    each_grant_quantity(pack, &mut |quantity| quantity.each_fact(&mut |fact| facts.push(fact)));
    for (_, measure) in pack.measures.iter() {
        measure.each_detail_condition(&mut |when| facts.extend(pack.facts_in(when)));
    }
    for (id, measure) in pack.measures.iter() {
        match context.sample_days_of(measure) {
            Some(days) => {
                let open =
                    days.into_iter().map(|day| relevant_facts(pack, measure, day).into_vec());
                facts.extend(open.flatten());
            }
            None => facts.extend(pack.facts_of(id)),
        }
    }
    facts
}
