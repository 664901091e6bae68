//! `hidden-question`: a measure that can be met, but only with an answer to a question that is not put just then.

use crate::engine::{Answers, EvalContext, Example, Truth};
use crate::rulebook::{Date, FactId, Id, Measure, MeasureId};

use super::asked::enterable;
use super::context::conditions;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "hidden-question",
    about: "a measure that needs an answer to a question not put then",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.pack.measures.iter().filter_map(|(id, measure)| finding(context, id, measure)).collect()
}

fn finding(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Option<Finding> {
    let Example::Answers(day, answers) = context.example_of(measure, &conditions(measure)) else {
        return None;
    };
    let hidden = hidden(context, day, &answers)?;
    // A question that never comes up is a finding of its own.
    let ask = context.pack.facts[hidden].ask_when.as_ref()?;
    if context.is_never_asked(&context.pack.facts[hidden], &[ask]) {
        return None;
    }
    let enterable = enterable(context.pack, &conditions(measure));
    if !context.is_never(measure, &enterable.iter().collect::<Vec<_>>()) {
        return None;
    }
    let fact = &context.pack.facts[hidden].id;
    let message =
        format!("whoever could meet `{}` is not asked `{fact}`, which it needs", measure.id);
    let pointer = format!("/facts/{}/ask-when", hidden.index());
    Some(
        Finding::new(LINT.name, pointer, message)
            .label("false with the answers that the measure needs")
            .related(
                format!("{}/id", context.measure(id)),
                "nobody can enter what this one asks for",
            )
            .example(day, answers)
            .help("correct the `ask-when`, or the criteria"),
    )
}

/// A fact that is answered although its question is not put.
fn hidden(context: &Context<'_>, as_of: Date, answers: &Answers) -> Option<FactId> {
    let situation = EvalContext { pack: context.pack, answers, as_of };
    answers.iter().map(|(fact, _)| fact).find(|fact| {
        let ask = context.pack.facts[*fact].ask_when.as_ref();
        ask.is_some_and(|when| situation.truth(when) == Truth::False)
    })
}
