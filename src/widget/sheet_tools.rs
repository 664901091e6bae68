//! What can be chosen for the sheet, and done with it.

use yew::AttrValue;

use crate::rulebook::Id;

use super::element::{Element, el};
use super::in_reach::in_reach;
use super::input::{Input, MAIN_BUTTON, button, option_box};
use super::intent::Intent;
use super::paper::{BOTH_LANGUAGES, FIRST_MEASURE, PAPER_ID, Paper, UNFOLDED, WITHOUT_ANSWERS};
use super::view::View;

pub(super) fn sheet_tools(view: &View, paper: &Paper) -> Element {
    let print = button(MAIN_BUTTON, view.catalogue.print().into(), Intent::Print);
    el("div", "").with(el("div", "ec__actions").with(print)).with(choice(view, paper))
}

/// Unfolded by the state, not by the browser: it is written anew with every choice.
fn choice(view: &View, paper: &Paper) -> Element {
    let catalogue = &view.catalogue;
    let details = el("details", "ec-folded");
    let details = if paper.has(UNFOLDED) { details.attribute("open", "") } else { details };
    let summary = el("summary", "ec-folded__summary")
        .attribute("id", id(UNFOLDED))
        .does(Intent::Paper(UNFOLDED))
        .label(catalogue.choose_sheet());
    let measures = in_reach(view).into_iter().map(|measure| {
        let place = FIRST_MEASURE + measure.place();
        tick(paper, place, AttrValue::Rc(view.text(&view.book.measures[measure].title)))
    });
    let legend = el("legend", "ec-question__legend").label(catalogue.choose_measures());
    details
        .with(summary)
        .with(tick(paper, WITHOUT_ANSWERS, catalogue.without_answers().clone()))
        .with(tick(paper, BOTH_LANGUAGES, catalogue.both_languages().clone()))
        .with(el("fieldset", "ec-question").with(legend).each(measures))
}

fn tick(paper: &Paper, place: usize, label: AttrValue) -> Element {
    let shown = Input { kind: "checkbox", id: id(place), checked: paper.has(place), ..Input::default() };
    option_box("ec-option", shown, label, Intent::Paper(place))
}

fn id(place: usize) -> AttrValue {
    format!("{PAPER_ID}{place}").into()
}
