//! `never-asked`: a question that can never come up, or whose answer can never matter.
//!
//! A question that was not put has no answer, and so what hangs on it never comes to hold.

use crate::engine::relevant_facts;
use crate::rulebook::{FactId, Id, RulePack};

use super::asked::come_up;
use super::context::conditions;
use super::walk::{each_condition, each_grant_quantity};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "never-asked",
    about: "a question that can never come up, or never matter",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let read = read(context.pack);
    let matter = matter(context);
    for (id, fact) in context.pack.facts.iter() {
        if let Some(when) = &fact.ask_when
            && context.is_never_asked(fact, &[&come_up(context.pack, when)])
        {
            let message = format!("the question `{}` can never come up", fact.id);
            let pointer = format!("/facts/{}/ask-when", id.index());
            let finding = Finding::new(LINT.name, pointer, message)
                .help("correct the condition: the question would stay unanswered for everybody");
            findings.push(if context.is_never_asked(fact, &[when]) {
                finding.label("can never hold")
            } else {
                finding.label(
                    "hangs on questions that do not come up together, or not with these answers",
                )
            });
        } else if read.contains(&id)
            && !matter.contains(&id)
            && !stands_in_what_is_never_met(context, id)
        {
            let message = format!("the answer to `{}` can never matter", fact.id);
            findings.push(
                Finding::new(LINT.name, format!("/facts/{}/id", id.index()), message)
                    .label("read by conditions, but no outcome, amount or paper depends on it")
                    .help("correct the conditions that read it, or remove the question"),
            );
        }
    }
    findings
}

/// Whether a measure that nobody can meet reads the fact: that is a finding of its own, and the reason for this one.
fn stands_in_what_is_never_met(context: &Context<'_>, fact: FactId) -> bool {
    context.pack.measures.iter().any(|(id, measure)| {
        context.pack.facts_of(id).contains(&fact) && context.is_never(measure, &conditions(measure))
    })
}

/// The facts that a measure's conditions read, directly or by a term.
fn read(pack: &RulePack) -> Vec<FactId> {
    let mut facts = Vec::new();
    each_condition(pack, &mut |pointer, when| {
        if pointer.starts_with("/measures/") {
            facts.extend(pack.facts_in(when));
        }
    });
    facts
}

/// The facts that can change the outcome of a measure while nothing is answered, an amount, or which papers to bring.
fn matter(context: &Context<'_>) -> Vec<FactId> {
    let pack = context.pack;
    let mut facts = Vec::new();
    each_grant_quantity(pack, &mut |quantity| quantity.each_fact(&mut |fact| facts.push(fact)));
    for used in pack.measures.iter().flat_map(|(_, measure)| &measure.materials) {
        facts.extend(used.when.iter().flat_map(|when| pack.facts_in(when)));
    }
    for (id, measure) in pack.measures.iter() {
        match context.days_of(measure) {
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
