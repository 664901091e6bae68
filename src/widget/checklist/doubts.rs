//! Answers that contradict each other, or that are about a day that has not come: for the officer.

use yew::prelude::*;

use super::sheet::Sheet;
use crate::engine::{Doubt, doubt};
use crate::rulebook::{FactId, Value};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::doubt_text;

/// A line for each doubt about the answers, with their numbers. The user may have confirmed them on
/// the screen. Unusual numbers are not mentioned: the officer sees the number.
pub(super) fn doubts(sheet: &Sheet<'_>) -> Html {
    if !sheet.content.with_answers {
        return Html::default();
    }
    let mut found: Vec<(String, Vec<FactId>)> = Vec::new();
    for fact in sheet.rows.iter().flat_map(|row| row.facts.iter().copied()) {
        let Some(text) = text(sheet.languages.first, fact) else { continue };
        match found.iter_mut().find(|(known, _)| *known == text) {
            Some((_, facts)) => facts.push(fact),
            None => found.push((text, vec![fact])),
        }
    }
    html! {
        for (_, facts) in found {
            <p class="ec-checklist__doubt">
                { "! " }
                <span class="ec-checklist__refs">{ sheet.references(&facts) }</span>
                { " " }
                { sheet.languages.text(|e| facts.first().and_then(|fact| text(e, *fact)).unwrap_or_default()) }
            </p>
        }
    }
}

/// The doubt about an answer; `None` also if the number is only unusual.
fn text(evaluation: &Evaluation, fact: FactId) -> Option<String> {
    let (rules, day) = (&evaluation.pack.rules, evaluation.as_of.evaluated);
    let value: Value = evaluation.answers.value(fact)?;
    let doubt = doubt(rules, &evaluation.answers, day, fact)?;
    let is_shown = matches!(doubt, Doubt::NotYet | Doubt::Contradiction(_));
    is_shown.then(|| doubt_text(&evaluation.pack, day, (fact, value), doubt))
}
