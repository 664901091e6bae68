//! The bar beside an amount: of the most that a measure gives to anyone, what is certain here, and what is possible.
//!
//! In a card it only shows what the words beside it and the group say; unfolded, its figures stand in words, too.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{Answers, Outcome, Situation, amount};
use crate::rulebook::{Decimal, MeasureId};

use super::catalogue::fill;
use super::element::{Element, el};
use super::measure::marked_amount_of;
use super::picture::{area, line, picture, share};
use super::unit_text::amount_sentence;
use super::view::View;

/// The three figures of a bar.
struct Reach {
    /// What is granted for certain, as far as rules can tell
    sure: Decimal,
    /// The most that may be granted
    most: Decimal,
    /// The most that anyone can be granted; more than zero
    full: Decimal,
    unit: Rc<str>,
}

/// What stands under the title of a measure: what it gives, and the bar.
pub(super) fn amount_with_bar(view: &View, id: MeasureId) -> Element {
    let amount = el("span", "ec-measure__amount").string(marked_amount_of(view, id));
    el("span", "ec-amount").with(amount).maybe(reach(view, id).map(|reach| bar(&reach)))
}

/// The bar with its figures in words.
pub(super) fn bar_in_words(view: &View, id: MeasureId) -> Option<Element> {
    let reach = reach(view, id)?;
    let catalogue = &view.catalogue;
    let text = |sentence: &AttrValue, range: [Decimal; 2]| {
        amount_sentence(catalogue, view.locale, &view.book, &reach.unit, sentence, range)
    };
    let sentence = match reach.sure {
        sure if sure == reach.most => catalogue.exactly(),
        Decimal::ZERO => catalogue.up_to(),
        _ => catalogue.range(),
    };
    let given = text(sentence, [reach.sure, reach.most]);
    let full = text(catalogue.exactly(), [reach.full; 2]);
    let words = fill(catalogue.reach(), &[("given", &given), ("full", &full)]);
    Some(el("div", "ec-amount").with(bar(&reach)).with(el("p", "ec-amount__words").string(words)))
}

/// `None` where there is no figure, or none that bounds it.
fn reach(view: &View, id: MeasureId) -> Option<Reach> {
    let situation = view.situation();
    let none = Answers::none(&view.book);
    let anyone = amount(&Situation { answers: &none, ..situation }, id)?;
    let full = anyone.max.filter(|full| *full > Decimal::ZERO)?;
    let assessed = view.assessment.of(id);
    // A number outside all tiers: nothing is granted.
    let (least, greatest) = match amount(&situation, id) {
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

fn bar(reach: &Reach) -> Element {
    let drawn = |amount: Decimal| share(amount.millionths(), reach.full.millionths());
    let (sure, most) = (drawn(reach.sure), drawn(reach.most));
    let possible = (most > sure).then(|| line("ec-bar__possible", sure, most, "50%"));
    let certain = (sure > 0).then(|| area("ec-bar__sure", 0, sure));
    picture("ec-bar", "10").maybe(possible).maybe(certain)
}
