//! What can be chosen for the sheet, and done with it.

use yew::AttrValue;

use crate::engine::Outcome;
use crate::rulebook::Id;

use super::Content;
use super::both::second_language;
use crate::widget::ask::FileKind;
use crate::widget::catalogue::fill;
use crate::widget::element::{Element, el};
use crate::widget::file_buttons::file_buttons;
use crate::widget::in_reach::{in_reach, out_of_reach};
use crate::widget::input::{Input, MAIN_BUTTON, button, option_box};
use crate::widget::intent::Intent;
use crate::widget::paper::{
    BOTH_LANGUAGES, FIRST_MEASURE, PAPER_ID, Paper, UNFOLDED, WITHOUT_ANSWERS, WITHOUT_OPEN,
};
use crate::widget::view::View;

/// So many blocks are told to be many: about eight pages.
const MANY: usize = 20;

/// Buttons, and what can be chosen.
pub(in crate::widget) fn tools(view: &View, paper: &Paper) -> Element {
    let catalogue = &view.catalogue;
    let save = |label: &AttrValue, kind| button("ec-button", label.clone(), Intent::Save(kind));
    let buttons = el("div", "ec__actions")
        .with(button(MAIN_BUTTON, catalogue.print().clone(), Intent::Print))
        .with(save(catalogue.save_page(), FileKind::Page))
        .each(file_buttons(view, paper))
        .with(save(catalogue.save(), FileKind::Answers));
    let folded = !paper.has(UNFOLDED);
    el("div", "ec-sheet-tools").with(buttons).maybe(many(view, paper)).with(choice(view, paper, folded))
}

/// Whoever has answered little has nearly everything open, and would print a book.
fn many(view: &View, paper: &Paper) -> Option<Element> {
    let all = Content::new(view, paper).measures;
    let open = all.iter().filter(|id| view.assessment.of(**id).outcome == Outcome::Open).count();
    let count = all.len();
    let values = [("count", &*count.to_string()), ("open", &*open.to_string())];
    (count > MANY).then(|| el("p", "ec-field__note").string(fill(view.catalogue.many_blocks(), &values)))
}

/// Unfolded by the state, not by the browser: it is written anew with every choice.
fn choice(view: &View, paper: &Paper, folded: bool) -> Element {
    let catalogue = &view.catalogue;
    let details = el("details", "ec-folded");
    let details = if folded { details } else { details.attribute("open", "") };
    let summary = el("summary", "ec-folded__summary")
        .attribute("id", id(UNFOLDED))
        .does(Intent::Paper(UNFOLDED))
        .label(catalogue.choose_sheet());
    let offered = in_reach(view).into_iter().chain(out_of_reach(view, paper));
    let measures = offered.map(|measure| {
        let outcome = catalogue.outcome_text(view.assessment.of(measure).outcome);
        let label =
            format!("{}{}", view.text(&view.book.measures[measure].title), catalogue.bracketed(outcome));
        tick(paper, FIRST_MEASURE + measure.place(), label.into())
    });
    let legend = el("legend", "ec-question__legend").label(catalogue.choose_measures());
    let both = second_language(view.locale, &view.languages)
        .map(|_| tick(paper, BOTH_LANGUAGES, catalogue.both_languages().clone()));
    details
        .with(summary)
        .with(tick(paper, WITHOUT_OPEN, catalogue.without_open().clone()))
        .with(tick(paper, WITHOUT_ANSWERS, catalogue.without_answers().clone()))
        .maybe(both)
        .with(el("fieldset", "ec-question").with(legend).each(measures))
}

fn tick(paper: &Paper, place: usize, label: AttrValue) -> Element {
    let shown = Input { kind: "checkbox", id: id(place), checked: paper.has(place), ..Input::default() };
    option_box("ec-option", shown, label, Intent::Paper(place))
}

fn id(place: usize) -> AttrValue {
    format!("{PAPER_ID}{place}").into()
}
