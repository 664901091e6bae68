//! Scores: the points so far of a criterion that compares points with a number.

use crate::rulebook::{
    Comparison, Decimal, FactId, FactSet, Points, Quantity, RulePack, Text, When,
};

use super::evaluate::EvalContext;
use super::interval::Interval;
use super::rational::Rational;

/// The score of a comparison, as far as the answers decide it.
#[derive(Clone, Debug)]
pub struct Score<'a> {
    /// The lowest and the highest score that completions of the answers can reach
    pub range: [Decimal; 2],
    /// The comparison of the score with the number needed
    pub comparison: Comparison,
    /// The number needed
    pub needed: Decimal,
    /// The tables, in the order of the pack
    pub parts: Vec<ScorePart<'a>>,
}

/// The points of one table.
#[derive(Clone, Debug)]
pub struct ScorePart<'a> {
    /// The name of the table
    pub label: Option<&'a Text>,
    /// The lowest and the highest points that completions of the answers can reach
    pub range: [Decimal; 2],
    /// The unanswered facts on which the points still depend, in the pack's order
    pub missing: Vec<FactId>,
}

/// The scores of a condition: of each comparison of points with a number that it makes, directly or
/// in a term.
pub fn scores<'a>(pack: &'a RulePack, context: &EvalContext<'_>, when: &'a When) -> Vec<Score<'a>> {
    let mut scores = Vec::new();
    add_scores(pack, context, when, &mut scores);
    scores
}

fn add_scores<'a>(
    pack: &'a RulePack,
    context: &EvalContext<'_>,
    when: &'a When,
    scores: &mut Vec<Score<'a>>,
) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| add_scores(pack, context, part, scores));
        }
        When::Not(part) => add_scores(pack, context, part, scores),
        When::Term(term) => add_scores(pack, context, &pack.terms[*term].when, scores),
        When::Compare(score, comparison, Quantity::Constant(needed)) => {
            scores.extend(score_of(context, score, *comparison, *needed));
        }
        When::Compare(Quantity::Constant(needed), comparison, score) => {
            scores.extend(score_of(context, score, comparison.swapped(), *needed));
        }
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..)
        | When::Class(..)
        | When::Met(_) => {}
    }
}

fn score_of<'a>(
    context: &EvalContext<'_>,
    score: &'a Quantity,
    comparison: Comparison,
    needed: Decimal,
) -> Option<Score<'a>> {
    if !score.has_points() {
        return None;
    }
    let range = range(context.interval(score)?)?;
    let mut parts = Vec::new();
    add_parts(context, score, &mut parts);
    Some(Score { range, comparison, needed, parts })
}

fn add_parts<'a>(
    context: &EvalContext<'_>,
    quantity: &'a Quantity,
    parts: &mut Vec<ScorePart<'a>>,
) {
    if let Quantity::Points(points) = quantity {
        parts.extend(part(context, quantity, points));
        return;
    }
    quantity.parts().into_iter().for_each(|inner| add_parts(context, inner, parts));
}

fn part<'a>(
    context: &EvalContext<'_>,
    quantity: &Quantity,
    points: &'a Points,
) -> Option<ScorePart<'a>> {
    let range = range(context.interval(quantity)?)?;
    let mut missing = FactSet::default();
    if range[0] < range[1] {
        context.pack.each_quantity_fact(quantity, &mut |fact| {
            if context.answers.value(fact).is_none() {
                missing.insert(fact);
            }
        });
    }
    Some(ScorePart { label: points.label.as_ref(), range, missing: missing.into_vec() })
}

/// Both bounds, which points always have.
fn range(interval: Interval) -> Option<[Decimal; 2]> {
    Some([interval.lower.and_then(Rational::floor)?, interval.upper.and_then(Rational::ceiling)?])
}
