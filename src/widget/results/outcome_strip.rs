//! The strip of outcomes: a bar with the share of measures for each outcome. The text next to it
//! has the counts.

use yew::prelude::*;

use crate::engine::Outcome;
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::svg::{line, rect, share, svg};

/// A segment for each outcome of at least one measure, in the order of [`Outcome::ALL`]; empty for
/// a pack without measures.
pub(in crate::widget) fn outcome_strip(evaluation: &Evaluation) -> Html {
    let counts = Outcome::ALL.map(|outcome| (outcome, evaluation.assessment.count(outcome)));
    let total = counts.iter().map(|(_, count)| count).sum::<usize>();
    if total == 0 {
        return Html::default();
    }
    // OK because a pack has at most 65,535 measures.
    let position = |count: usize| match i64::try_from(count) {
        Ok(0) | Err(_) => 0,
        Ok(count) => share(count, i64::try_from(total).unwrap_or(i64::MAX)),
    };
    let mut before = 0;
    let parts = counts.into_iter().filter(|(_, count)| *count > 0).map(|(outcome, count)| {
        // Positions are computed from sums, so that rounding leaves no gap between segments.
        let (from, to) = (position(before), position(before + count));
        before += count;
        html! {
            <g class={class(outcome)}>
                { rect("ec-strip__segment", from, to) }
                { line(None, from, to, "50%") }
            </g>
        }
    });
    svg("ec-strip", "16", parts.collect())
}

fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "ec-strip__met",
        Outcome::MetInDirection => "ec-strip__met-in-direction",
        Outcome::MetOnceSettled => "ec-strip__met-once-settled",
        Outcome::Open => "ec-strip__open",
        Outcome::NotMet => "ec-strip__not-met",
        Outcome::NotApplicable => "ec-strip__not-applicable",
        Outcome::NotInForce => "ec-strip__not-in-force",
    }
}
