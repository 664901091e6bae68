//! `never-asked`: a question that can never come up, or whose answer can never matter.
//!
//! A question that was not put has no answer, and so what hangs on it never comes to hold.

use crate::engine::relevant_facts;
use crate::rulebook::{FactId, Id, RulePack};

use super::asked::come_up;
use super::pack::conditions;
use super::walk::{each_condition, each_grant_quantity};
use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint = Lint {
    name: "never-asked",
    about: "a question that can never come up, or never matter",
    check,
};

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let read = read(pack.book);
    let matter = matter(pack);
    for (id, fact) in pack.book.facts.iter() {
        if let Some(when) = &fact.ask_when
            && pack.is_never_asked(fact, &[&come_up(pack.book, when)])
        {
            let message = format!("the question `{}` can never come up", fact.id);
            let pointer = format!("/facts/{}/ask-when", id.place());
            let finding = Finding::new(LINT.name, pointer, message)
                .help("correct the condition: the question would stay unanswered for everybody");
            findings.push(if pack.is_never_asked(fact, &[when]) {
                finding.label("can never hold")
            } else {
                finding.label(
                    "hangs on questions that do not come up together, or not with these answers",
                )
            });
        } else if read.contains(&id)
            && !matter.contains(&id)
            && !stands_in_what_is_never_met(pack, id)
        {
            let message = format!("the answer to `{}` can never matter", fact.id);
            findings.push(
                Finding::new(LINT.name, format!("/facts/{}/id", id.place()), message)
                    .label("read by conditions, but no outcome, amount or paper depends on it")
                    .help("correct the conditions that read it, or remove the question"),
            );
        }
    }
    findings
}

/// Whether a measure that nobody can meet reads the fact: that is a finding of its own, and the reason for this one.
fn stands_in_what_is_never_met(pack: &Pack<'_>, fact: FactId) -> bool {
    pack.book.measures.iter().any(|(id, measure)| {
        pack.book.facts_of(id).contains(&fact) && pack.is_never(measure, &conditions(measure))
    })
}

/// The facts that a measure's conditions read, directly or by a term.
fn read(book: &RulePack) -> Vec<FactId> {
    let mut facts = Vec::new();
    each_condition(book, &mut |pointer, when| {
        if pointer.starts_with("/measures/") {
            facts.extend(book.facts_in(when));
        }
    });
    facts
}

/// The facts that can change the outcome of a measure while nothing is answered, an amount, or which papers to bring.
fn matter(pack: &Pack<'_>) -> Vec<FactId> {
    let book = pack.book;
    let mut facts = Vec::new();
    each_grant_quantity(book, &mut |quantity| quantity.each_fact(&mut |fact| facts.push(fact)));
    for used in book.measures.iter().flat_map(|(_, measure)| &measure.materials) {
        facts.extend(used.when.iter().flat_map(|when| book.facts_in(when)));
    }
    for (id, measure) in book.measures.iter() {
        match pack.days_of(measure) {
            Some(days) => {
                let open =
                    days.into_iter().map(|day| relevant_facts(book, measure, day).into_vec());
                facts.extend(open.flatten());
            }
            None => facts.extend(book.facts_of(id)),
        }
    }
    facts
}
