//! `hidden-question`: a measure that can be met only with an answer to a question that is hidden
//! then.

use crate::engine::{Answers, EvalContext, Example, Truth};
use crate::rulebook::{Assumption, AssumptionId, Date, FactId, Id, Measure, MeasureId, When};

use super::asked_facts::require_mutually_asked;
use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "hidden-question",
    description: "a measure that needs the answer to a hidden question",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    let findings = measures.filter_map(|(id, measure)| finding(context, id, measure));
    let assumptions = context.pack.assumptions.iter();
    let used = assumptions.filter(|(id, _)| {
        context.pack.measures.iter().any(|(_, measure)| measure.assume.as_ref() == Some(id))
    });
    findings.chain(used.filter_map(|(id, assumption)| hidden_by(context, id, assumption))).collect()
}

/// The finding for an assumption whose condition reads a question that is hidden from everyone who
/// has not given an assumed answer. For them its measures stay open.
fn hidden_by(context: &Context<'_>, id: AssumptionId, assumption: &Assumption) -> Option<Finding> {
    let pack = context.pack;
    assumption.answers.iter().find_map(|(fact, assumed)| {
        let concerned = When::Not(Box::new(assumed.condition(pack, *fact)));
        let Example::Answers(day, answers) = context.any_example(&[&assumption.when, &concerned])
        else {
            return None;
        };
        let read = pack.facts_in(&assumption.when);
        let hidden = hidden_facts(context, day, &answers).find(|hidden| read.contains(hidden))?;
        let ask = pack.facts[hidden].ask_when.as_ref()?;
        if context.is_never_asked(&pack.facts[hidden], &[ask]) {
            return None;
        }
        // The other answers need not be asked: the assumption replaces them.
        let asked = require_mutually_asked(pack, &[&assumption.when, &concerned]);
        let asked = asked.first()?;
        if context.any_example(&[asked, &concerned]) != Example::Unsatisfiable {
            return None;
        }
        let name = &pack.facts[hidden].id;
        let message = format!(
            "the question `{name}` is hidden from everyone to whom `{}` could apply",
            assumption.id
        );
        Some(
            Finding::new(LINT.name, format!("/facts/{}/ask-when", hidden.index()), message)
                .label("false wherever the assumption makes a difference")
                .related(format!("/assumptions/{}/when", id.index()), "this needs the answer")
                .example(day, answers)
                .help("correct the `ask-when` or the assumption"),
        )
    })
}

fn finding(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Option<Finding> {
    let Example::Answers(day, answers) = context.example_of(measure, &conditions(measure)) else {
        return None;
    };
    let hidden = hidden_facts(context, day, &answers).next()?;
    // If the question is never asked, `never-asked` reports it.
    let ask = context.pack.facts[hidden].ask_when.as_ref()?;
    if context.is_never_asked(&context.pack.facts[hidden], &[ask]) {
        return None;
    }
    let require_mutually_asked = require_mutually_asked(context.pack, &conditions(measure));
    if !context.is_unsatisfiable(measure, &require_mutually_asked.iter().collect::<Vec<_>>()) {
        return None;
    }
    let fact = &context.pack.facts[hidden].id;
    let message =
        format!("the question `{fact}` is hidden from everyone who could meet `{}`", measure.id);
    let pointer = format!("/facts/{}/ask-when", hidden.index());
    Some(
        Finding::new(LINT.name, pointer, message)
            .label("false for all answers that meet the measure")
            .related(format!("{}/id", context.measure_pointer(id)), "this measure needs the answer")
            .example(day, answers)
            .help("correct the `ask-when` or the criteria"),
    )
}

/// The facts that have an answer although their question is not asked.
fn hidden_facts<'a>(
    context: &'a Context<'_>,
    as_of: Date,
    answers: &'a Answers,
) -> impl Iterator<Item = FactId> + 'a {
    let situation = EvalContext { pack: context.pack, answers, as_of };
    answers.iter().map(|(fact, _)| fact).filter(move |fact| {
        let ask = context.pack.facts[*fact].ask_when.as_ref();
        ask.is_some_and(|when| situation.truth(when) == Truth::False)
    })
}
