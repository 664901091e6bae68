//! The amount of a measure, and the bar beside it: of the most that the measure grants to anyone, the certain and the possible
//! part.
//!
//! In a card the bar repeats what the text beside it and the group say. In the details its figures are text, too.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answers, EvalContext, Outcome, amount};
use crate::rulebook::{Decimal, Evidence, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{amount_sentence, amount_text, fill};
use crate::widget::ui::picture::{area, line, picture, share};

/// The amount of a measure, as far as it is known.
pub(in crate::widget) fn amount_text_of(evaluation: &Evaluation, id: MeasureId) -> String {
    let (pack, amount) = (&evaluation.pack, amount(&evaluation.context(), id));
    amount_text(
        &pack.catalogue,
        pack.locale,
        &pack.book,
        &pack.book.measures[id].grants,
        amount.as_ref(),
    )
}

/// The same where its evidence is not shown beside it: a figure to be confirmed is marked.
pub(in crate::widget) fn marked_amount_text(evaluation: &Evaluation, id: MeasureId) -> String {
    let (pack, text) = (&evaluation.pack, amount_text_of(evaluation, id));
    if pack.book.measures[id].grants.evidence == Evidence::Secondary {
        return text + &pack.catalogue.bracketed(pack.catalogue.secondary());
    }
    text
}

/// The line under the title of a measure: its amount, and the bar.
pub(in crate::widget) fn amount_with_bar(evaluation: &Evaluation, id: MeasureId) -> Html {
    html! {
        <span class="ec-amount">
            <span class="ec-measure__amount">{ marked_amount_text(evaluation, id) }</span>
            if let Some(reach) = reach(evaluation, id) {
                { bar(&reach) }
            }
        </span>
    }
}

/// The bar with its figures as text; nothing where there is no bar.
pub(super) fn bar_with_text(evaluation: &Evaluation, id: MeasureId) -> Html {
    let Some(reach) = reach(evaluation, id) else { return Html::default() };
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let text = |sentence: &AttrValue, range: [Decimal; 2]| {
        amount_sentence(catalogue, pack.locale, &pack.book, &reach.unit, sentence, range)
    };
    let sentence = match reach.sure {
        sure if sure == reach.most => catalogue.exactly(),
        Decimal::ZERO => catalogue.up_to(),
        _ => catalogue.range(),
    };
    let given = text(sentence, [reach.sure, reach.most]);
    let full = text(catalogue.exactly(), [reach.full; 2]);
    html! {
        <div class="ec-amount">
            { bar(&reach) }
            <p class="ec-amount__text">{ fill(catalogue.reach(), &[("given", &given), ("full", &full)]) }</p>
        </div>
    }
}

/// The three figures of a bar.
struct Reach {
    /// Granted for certain, as far as the rules can tell
    sure: Decimal,
    /// The most that may be granted
    most: Decimal,
    /// The most that anyone can be granted; more than zero
    full: Decimal,
    unit: Rc<str>,
}

/// `None` where there is no figure, or no bound for it.
fn reach(evaluation: &Evaluation, id: MeasureId) -> Option<Reach> {
    let context = evaluation.context();
    let none = Answers::none(&evaluation.pack.book);
    let anyone = amount(&EvalContext { answers: &none, ..context }, id)?;
    let full = anyone.max.filter(|full| *full > Decimal::ZERO)?;
    let assessed = evaluation.assessment.of(id);
    // A number outside all tiers: nothing is granted.
    let (least, greatest) = match amount(&context, id) {
        Some(amount) => (amount.min, amount.max.unwrap_or(full)),
        None => (Decimal::ZERO, Decimal::ZERO),
    };
    let (sure, most) = match assessed.outcome {
        Outcome::Met | Outcome::MetInDirection => (least, greatest),
        Outcome::Open if assessed.can_be_met => (Decimal::ZERO, greatest),
        Outcome::Open | Outcome::NotMet | Outcome::NotApplicable | Outcome::NotInForce => {
            (Decimal::ZERO, Decimal::ZERO)
        }
    };
    Some(Reach { sure, most, full, unit: anyone.unit })
}

fn bar(reach: &Reach) -> Html {
    let drawn = |amount: Decimal| share(amount.millionths(), reach.full.millionths());
    let (sure, most) = (drawn(reach.sure), drawn(reach.most));
    picture(
        "ec-bar",
        "10",
        html! {
            <>
                if most > sure {
                    { line(Some("ec-bar__possible"), sure, most, "50%") }
                }
                if sure > 0 {
                    { area("ec-bar__certain", 0, sure) }
                }
            </>
        },
    )
}
