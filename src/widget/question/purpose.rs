//! What a question is for: the measures that depend on it, if they are few.

use yew::prelude::*;

use crate::engine::{Answers, Assessment, EvalContext, Outcome, amount_if_met};
use crate::rulebook::{Decimal, FactId, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{amount_sentence, fill};

/// More measures than these say nothing about a question.
const FEW: usize = 3;

/// A line with the measures that depend on these questions, each with the maximum that it grants;
/// empty if there are many or none.
pub(in crate::widget) fn purpose(evaluation: &Evaluation, facts: &[FactId]) -> Html {
    let mut measures: Vec<MeasureId> = Vec::new();
    for fact in facts {
        let (_, assessment) = evaluation.without_answer(*fact);
        measures.extend(open_measures(evaluation, &assessment, *fact));
    }
    measures.sort_unstable();
    measures.dedup();
    if measures.is_empty() || measures.len() > FEW {
        return Html::default();
    }
    let catalogue = &evaluation.pack.catalogue;
    let texts: Vec<String> = measures.into_iter().map(|id| with_maximum(evaluation, id)).collect();
    let measures = texts.join(catalogue.list_separator());
    html! { <p class="ec-why">{ fill(catalogue.used_for(), &[("measures", &measures)]) }</p> }
}

/// The wanted measures that can still be met and need the fact.
fn open_measures(
    evaluation: &Evaluation,
    assessment: &Assessment,
    fact: FactId,
) -> impl Iterator<Item = MeasureId> {
    assessment.iter().filter_map(move |(id, assessed)| {
        let needs = assessed.outcome == Outcome::Open
            && assessed.can_be_met
            && assessed.missing.contains(&fact);
        (needs && evaluation.wanted.weight(id) > 0).then_some(id)
    })
}

fn with_maximum(evaluation: &Evaluation, id: MeasureId) -> String {
    let pack = &evaluation.pack;
    let title = evaluation.text(&pack.rules.measures[id].title);
    let none = Answers::none(&pack.rules);
    let anyone = amount_if_met(&EvalContext { answers: &none, ..evaluation.context() }, id);
    let maximum = anyone.and_then(|anyone| Some((anyone.max?, anyone.unit)));
    match maximum.filter(|(maximum, _)| *maximum > Decimal::ZERO) {
        None => title.to_string(),
        Some((maximum, unit)) => {
            let catalogue = &pack.catalogue;
            let sentence = catalogue.amount_up_to();
            let range = [maximum; 2];
            let text = amount_sentence(catalogue, pack.locale, &pack.rules, &unit, sentence, range);
            format!("{title}{}", catalogue.bracketed(&text))
        }
    }
}
