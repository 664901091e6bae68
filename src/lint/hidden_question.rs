//! `hidden-question`: a measure that can be met only with an answer to a question that is hidden
//! then.

use crate::engine::{Answers, EvalContext, Example, Truth};
use crate::rulebook::{Date, FactId, Id, Measure, MeasureId};

use super::asked_facts::require_mutually_asked;
use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "hidden-question",
    description: "a measure that needs the answer to a hidden question",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.pack.measures.iter().filter_map(|(id, measure)| finding(context, id, measure)).collect()
}

fn finding(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Option<Finding> {
    let Example::Answers(day, answers) = context.example_of(measure, &conditions(measure)) else {
        return None;
    };
    let hidden = hidden_fact(context, day, &answers)?;
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

/// A fact that has an answer although its question is not asked.
fn hidden_fact(context: &Context<'_>, as_of: Date, answers: &Answers) -> Option<FactId> {
    let situation = EvalContext { pack: context.pack, answers, as_of };
    answers.iter().map(|(fact, _)| fact).find(|fact| {
        let ask = context.pack.facts[*fact].ask_when.as_ref();
        ask.is_some_and(|when| situation.truth(when) == Truth::False)
    })
}
