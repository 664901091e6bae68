//! The amount of a measure, with a bar: the certain and the possible part of the maximum that the
//! measure grants to anyone.
//!
//! In a card, the bar repeats the text next to it and the outcome. In the details, its figures are
//! also text.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answers, EvalContext, Outcome, amount, amount_if_met};
use crate::rulebook::{Benefit, Decimal, Evidence, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{amount_sentence, amount_text, fill};
use crate::widget::ui::svg::{line, rect, share, svg};

/// The amount of a measure, as a range while answers are missing. `None` if its outcome already
/// rules it out; a sentence if it is open and can no longer be met.
pub(in crate::widget) fn amount_text_of(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    let (pack, assessed) = (&evaluation.pack, evaluation.assessment.of(id));
    if !assessed.can_be_met {
        let out_of_reach = pack.catalogue.out_of_reach().as_str();
        return assessed.outcome.is_possible().then(|| out_of_reach.to_owned());
    }
    let amount = amount(&evaluation.context(), id, assessed);
    Some(amount_text(
        &pack.catalogue,
        pack.locale,
        &pack.rules,
        &pack.rules.measures[id].grants,
        amount.as_ref(),
    ))
}

/// The evidence for the figure of a measure, for use next to its amount; `None` if it has no amount
/// because it can no longer be met.
pub(in crate::widget) fn evidence_text(
    evaluation: &Evaluation,
    id: MeasureId,
) -> Option<&AttrValue> {
    let pack = &evaluation.pack;
    let can_be_met = evaluation.assessment.of(id).can_be_met;
    can_be_met.then(|| pack.catalogue.evidence(pack.rules.measures[id].grants.evidence))
}

/// The amount, marked if its source is secondary. For use where the evidence is not shown next to
/// it.
pub(in crate::widget) fn marked_amount_text(
    evaluation: &Evaluation,
    id: MeasureId,
) -> Option<String> {
    Some(amount_text_of(evaluation, id)? + &secondary_mark(evaluation, id))
}

/// The mark of an amount from a secondary source; otherwise empty. A pack with a note about its
/// evidence says it once.
fn secondary_mark(evaluation: &Evaluation, id: MeasureId) -> String {
    let rules = &evaluation.pack.rules;
    let is_marked =
        rules.measures[id].grants.evidence == Evidence::Secondary && rules.evidence_note.is_none();
    let mark = evidence_text(evaluation, id).filter(|_| is_marked);
    mark.map(|mark| evaluation.pack.catalogue.bracketed(mark)).unwrap_or_default()
}

/// The amount of a measure on its card; `None` if its outcome rules it out. The amount of a measure
/// that is not met yet is not certain, and its text says so.
pub(in crate::widget) fn card_amount(evaluation: &Evaluation, id: MeasureId) -> Option<Html> {
    // The reason says that it is out of reach.
    if !evaluation.assessment.of(id).can_be_met {
        return None;
    }
    let text = if_met_text(evaluation, id)?;
    let grants = &evaluation.pack.rules.measures[id].grants;
    let is_conditional = is_conditional(evaluation, id);
    let class = match grants.benefit {
        Benefit::Unspecified => "ec-card__amount ec-card__amount--unpublished",
        Benefit::InKind(_) => "ec-card__amount ec-card__amount--words",
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_)
            if is_conditional =>
        {
            "ec-card__amount ec-card__amount--if-met"
        }
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_) => {
            "ec-card__amount"
        }
    };
    let mark = secondary_mark(evaluation, id);
    Some(html! {
        <span {class}>
            { text }
            if !mark.is_empty() {
                <span class="ec-card__mark">{ mark }</span>
            }
        </span>
    })
}

/// The amount, without the mark.
fn if_met_text(evaluation: &Evaluation, id: MeasureId) -> Option<String> {
    Some(conditional(evaluation, id, amount_text_of(evaluation, id)?))
}

/// An amount as "if met", if the measure is open or its applicant still has to come.
fn conditional(evaluation: &Evaluation, id: MeasureId, text: String) -> String {
    let assessed = evaluation.assessment.of(id);
    let has_figure = amount(&evaluation.context(), id, assessed).is_some();
    match is_conditional(evaluation, id) && has_figure {
        true => fill(evaluation.pack.catalogue.amount_if_met(), &[("amount", &text)]),
        false => text,
    }
}

fn is_conditional(evaluation: &Evaluation, id: MeasureId) -> bool {
    matches!(evaluation.assessment.of(id).outcome, Outcome::Open | Outcome::MetOnceSettled)
}

/// The bar with its figures as text; only the amount if there is no bar.
pub(in crate::widget) fn bar_with_text(evaluation: &Evaluation, id: MeasureId) -> Html {
    // The reason on the card says that it is out of reach.
    if !evaluation.assessment.of(id).can_be_met {
        return Html::default();
    }
    let Some(given) = if_met_text(evaluation, id) else { return Html::default() };
    let Some(amounts) = amount_bar(evaluation, id) else { return html! { <p>{ given }</p> } };
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let full = amount_sentence(
        catalogue,
        pack.locale,
        &pack.rules,
        &amounts.unit,
        catalogue.amount_exact(),
        [amounts.maximum; 2],
    );
    html! {
        <div class="ec-amount">
            { bar(&amounts) }
            <p class="ec-amount__text">{ fill(catalogue.amount_of_maximum(), &[("given", &given), ("full", &full)]) }</p>
        </div>
    }
}

/// The figures of a bar, `certain` ≤ `possible` ≤ `maximum`.
struct AmountBar {
    /// The lower bound of the amount if the measure is met, otherwise zero
    certain: Decimal,
    /// The upper bound of the amount
    possible: Decimal,
    /// The upper bound for anyone; more than zero
    maximum: Decimal,
    unit: Rc<str>,
}

/// `None` if the measure has no figure or no upper bound, or can no longer be met.
fn amount_bar(evaluation: &Evaluation, id: MeasureId) -> Option<AmountBar> {
    let (context, assessed) = (evaluation.context(), evaluation.assessment.of(id));
    if !assessed.can_be_met {
        return None;
    }
    let none = Answers::none(&evaluation.pack.rules);
    let anyone = amount_if_met(&EvalContext { answers: &none, ..context }, id)?;
    let maximum = anyone.max.filter(|maximum| *maximum > Decimal::ZERO)?;
    // `None`: a number outside all tiers, so nothing is granted.
    let (least, possible) = match amount(&context, id, assessed) {
        Some(amount) => (amount.min, amount.max.unwrap_or(maximum)),
        None => (Decimal::ZERO, Decimal::ZERO),
    };
    let is_certain = matches!(assessed.outcome, Outcome::Met | Outcome::MetInDirection);
    let certain = if is_certain { least } else { Decimal::ZERO };
    Some(AmountBar { certain, possible, maximum, unit: anyone.unit })
}

fn bar(amounts: &AmountBar) -> Html {
    let drawn = |amount: Decimal| share(amount.millionths(), amounts.maximum.millionths());
    let (certain, possible) = (drawn(amounts.certain), drawn(amounts.possible));
    svg(
        "ec-bar",
        "10",
        html! {
            <>
                if possible > certain {
                    { line(Some("ec-bar__possible"), certain, possible, "50%") }
                }
                if certain > 0 {
                    { rect("ec-bar__certain", 0, certain) }
                }
            </>
        },
    )
}
