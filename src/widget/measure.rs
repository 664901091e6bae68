//! One measure with its outcome: title and amount, and its details while it is unfolded.

use yew::prelude::*;

use crate::engine::amount;
use crate::rulebook::{Evidence, MeasureId};

use super::details::Shows;
use super::element::el;
use super::input::disclosure;
use super::intent::Intent;
use super::view::View;
use super::words::amount_text;

/// A disclosure: title and amount, and everything else below while it is unfolded.
pub(super) fn measure_card(view: &View, id: MeasureId) -> Html {
    let measure = &view.book.measures[id];
    let unfolded = view.state.is_unfolded(id);
    let title = el("span", "ec-measure__title").text(view.text(&measure.title));
    let summary = el("span", "").with(title).html(view.told_apart(Shows::Amount(id)));
    let body = unfolded.then(|| view.shown_apart(Shows::Measure(id)));
    disclosure(unfolded, summary, body, Intent::Fold(id)).key(&measure.id).into()
}

/// What the measure gives under what is known.
pub(super) fn amount_of(view: &View, id: MeasureId) -> String {
    let amount = amount(&view.situation(), id);
    amount_text(&view.catalogue, view.locale, &view.book, &view.book.measures[id].grants, amount.as_ref())
}

/// The same where its evidence does not stand beside it: a figure to be confirmed says so.
pub(super) fn marked_amount_of(view: &View, id: MeasureId) -> String {
    let mut amount = amount_of(view, id);
    if view.book.measures[id].grants.evidence == Evidence::Secondary {
        amount.push_str(&view.catalogue.bracketed(view.catalogue.secondary()));
    }
    amount
}
