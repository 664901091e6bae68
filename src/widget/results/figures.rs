//! The figures of the summary: the total, the measures without one, and the questions left.

use yew::AttrValue;

use crate::engine::{Answer, Candidate, Combination, Outcome, Total};
use crate::rulebook::{Decimal, Evidence, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{amount_sentence, amount_text, fill};

use super::combination::wanted_candidates;
use super::groups::{Group, exclusive_limit};

/// The most figures of a summary.
const MAX_FIGURES: usize = 3;

/// A figure of the summary.
#[derive(Debug)]
pub(super) struct Figure {
    /// The number
    pub(super) number: String,
    /// Its unit; empty if the number contains it
    pub(super) unit: AttrValue,
    /// What it counts
    pub(super) label: String,
}

/// At most three figures. No total before a measure with money is met.
pub(super) fn figures(
    evaluation: &Evaluation,
    groups: &[(Group, Vec<MeasureId>)],
    combination: &Combination<'_>,
) -> Vec<Figure> {
    let totals = combination.guaranteed.totals.iter();
    let totals = totals.filter(|total| combination.has_totals && total.amount > Decimal::ZERO);
    let candidates = wanted_candidates(evaluation);
    let is_exact = candidates.iter().all(|candidate| {
        let amount = candidate.amount.as_ref();
        let is_granted = combination.guaranteed.granted.contains(&candidate.measure);
        !is_granted || amount.is_none_or(|amount| amount.max == Some(amount.min))
    });
    let mut figures: Vec<Figure> = totals.map(|total| sum(evaluation, total, is_exact)).collect();
    figures.truncate(1);
    figures.extend(decided(evaluation, groups, combination, &candidates));
    figures.extend(counted(evaluation, groups, Group::OnceSettled));
    figures.extend(counted(evaluation, groups, Group::NextRound));
    figures.extend(questions(evaluation));
    figures.truncate(MAX_FIGURES);
    figures
}

fn sum(evaluation: &Evaluation, total: &Total, is_exact: bool) -> Figure {
    let pack = &evaluation.pack;
    let catalogue = &pack.catalogue;
    let text = |sentence: &'static str| {
        let sentence = AttrValue::Static(sentence);
        let amounts = [total.amount; 2];
        amount_sentence(catalogue, pack.locale, &pack.rules, &total.unit, &sentence, amounts)
    };
    // A language that writes the unit with the number has no unit in its sentences.
    let is_apart = catalogue.amount_exact().contains("{unit}");
    let label = if is_exact { catalogue.sum_label() } else { catalogue.sum_at_least_label() };
    let mut label = label.to_string();
    if pack.rules.evidence_note.is_some() {
        label.push_str(&catalogue.bracketed(catalogue.evidence(Evidence::Secondary)));
    }
    let unit = if is_apart { text("{unit}").into() } else { AttrValue::default() };
    Figure { number: text("{amount}"), unit, label }
}

/// The measures that are met but add nothing to the total, and those that the office decides.
fn decided(
    evaluation: &Evaluation,
    groups: &[(Group, Vec<MeasureId>)],
    combination: &Combination<'_>,
    candidates: &[Candidate],
) -> Option<Figure> {
    let mut count = of(groups, Group::Direction).len();
    let set = &combination.guaranteed;
    let adds_nothing = |id: &&MeasureId| {
        let mut candidates = candidates.iter().filter(|candidate| candidate.measure == **id);
        let amount = candidates.find_map(|candidate| candidate.amount.as_ref());
        amount.is_none_or(|amount| amount.min <= Decimal::ZERO) || set.unconfirmed.contains(id)
    };
    count += of(groups, Group::Apply).iter().filter(adds_nothing).count();
    let catalogue = &evaluation.pack.catalogue;
    (count > 0).then(|| Figure {
        number: count.to_string(),
        unit: catalogue.measures_unit().clone(),
        label: catalogue.decided_label().to_string(),
    })
}

/// The number of measures in a group without a total.
fn counted(
    evaluation: &Evaluation,
    groups: &[(Group, Vec<MeasureId>)],
    group: Group,
) -> Option<Figure> {
    let catalogue = &evaluation.pack.catalogue;
    let count = of(groups, group).len();
    (count > 0).then(|| Figure {
        number: count.to_string(),
        unit: catalogue.measures_unit().clone(),
        label: group.title(evaluation).to_string(),
    })
}

fn of(groups: &[(Group, Vec<MeasureId>)], group: Group) -> &[MeasureId] {
    let found = groups.iter().find(|(other, _)| *other == group);
    found.map(|(_, measures)| measures.as_slice()).unwrap_or_default()
}

/// The most screens of which the bound is shown. A larger bound says little.
const MAX_SCREENS: usize = 9;

/// The screens of questions left, and the amount that they may add.
fn questions(evaluation: &Evaluation) -> Option<Figure> {
    let next = evaluation.next.as_ref()?;
    let catalogue = &evaluation.pack.catalogue;
    let label = match possible_amount(evaluation) {
        Some(amount) => fill(catalogue.questions_with_amount(), &[("amount", &amount)]),
        None if next.max_screens > MAX_SCREENS => return None,
        None => catalogue.questions_label().to_string(),
    };
    let (number, unit) = (next.max_screens.to_string(), catalogue.questions_unit().clone());
    Some(Figure { number, unit, label })
}

/// The amount that more answers may add: the exact range, if they decide one measure with a figure.
/// `None` otherwise: a sum over measures that nobody knows yet would be a sum of hopes.
fn possible_amount(evaluation: &Evaluation) -> Option<String> {
    let (pack, rules) = (&evaluation.pack, &evaluation.pack.rules);
    let is_asked = |candidate: &Candidate| {
        let missing = &evaluation.assessment.of(candidate.measure).missing;
        let can_answer = |fact| evaluation.answers.get(fact) != Some(Answer::NotSure);
        candidate.outcome == Outcome::Open && missing.iter().any(|fact| can_answer(*fact))
    };
    let mut asked = wanted_candidates(evaluation);
    asked.retain(|candidate| {
        let weight = evaluation.wanted.weight(candidate.measure);
        weight > 0 && candidate.amount.is_some() && is_asked(candidate)
    });
    let [one] = asked.as_slice() else { return None };
    let amount = one.amount.as_ref()?;
    // Not added to the total if another measure excludes it, or its source is secondary.
    let is_added = exclusive_limit(evaluation, one.measure).is_none()
        && (amount.evidence != Evidence::Secondary || rules.evidence_note.is_some());
    let grant = &rules.measures[one.measure].grants;
    let text = || amount_text(&pack.catalogue, pack.locale, rules, grant, Some(amount));
    (is_added && amount.max.is_some()).then(text)
}
