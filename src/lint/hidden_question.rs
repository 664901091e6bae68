//! `hidden-question`: a measure that can be met, but only with an answer to a question that is not put just then.

use crate::engine::{Answers, EvalContext, Example, Truth};
use crate::rulebook::{Date, FactId, Id, Measure, MeasureId};

use super::asked::enterable;
use super::pack::conditions;
use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint = Lint {
    name: "hidden-question",
    about: "a measure that needs an answer to a question not put then",
    check,
};

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    pack.book.measures.iter().filter_map(|(id, measure)| finding(pack, id, measure)).collect()
}

fn finding(pack: &Pack<'_>, id: MeasureId, measure: &Measure) -> Option<Finding> {
    let Example::Answers(day, answers) = pack.example_of(measure, &conditions(measure)) else {
        return None;
    };
    let hidden = hidden(pack, day, &answers)?;
    // A question that never comes up is a finding of its own.
    let ask = pack.book.facts[hidden].ask_when.as_ref()?;
    if pack.is_never_asked(&pack.book.facts[hidden], &[ask]) {
        return None;
    }
    let enterable = enterable(pack.book, &conditions(measure));
    if !pack.is_never(measure, &enterable.iter().collect::<Vec<_>>()) {
        return None;
    }
    let fact = &pack.book.facts[hidden].id;
    let message =
        format!("whoever could meet `{}` is not asked `{fact}`, which it needs", measure.id);
    let pointer = format!("/facts/{}/ask-when", hidden.place());
    Some(
        Finding::new(LINT.name, pointer, message)
            .label("false with the answers that the measure needs")
            .related(format!("{}/id", pack.measure(id)), "nobody can enter what this one asks for")
            .example(day, answers)
            .help("correct the `ask-when`, or the criteria"),
    )
}

/// A fact that is answered although its question is not put.
fn hidden(pack: &Pack<'_>, as_of: Date, answers: &Answers) -> Option<FactId> {
    let context = EvalContext { pack: pack.book, answers, as_of };
    answers.iter().map(|(fact, _)| fact).find(|fact| {
        let ask = pack.book.facts[*fact].ask_when.as_ref();
        ask.is_some_and(|when| context.truth(when) == Truth::False)
    })
}
