//! One measure on the sheet: criteria as a table with a blank column for the officer, and papers to tick off.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{Line, explain};
use crate::rulebook::{Grade, Measure, MeasureId};

use super::citation::{clause, with_clauses};
use super::criteria::state_text;
use super::element::{Element, el};
use super::heading::heading;
use super::measure::amount_of;
use super::measure_details::{material_items, texts, window_texts};
use super::view::View;
use super::words::{answer_text, said_text};

/// A block that stands on its own.
pub(super) fn sheet_measure(view: &View, id: MeasureId) -> Element {
    let catalogue = &view.catalogue;
    let measure = &view.book.measures[id];
    let outcome = view.assessment.of(id).outcome;
    let title = heading(view.level.below(1), "ec-sheet__heading").text(view.text(&measure.title));
    let evidence = catalogue.evidence(measure.grants.evidence);
    let benefit =
        labelled(catalogue.benefit(), view).string(amount_of(view, id)).string(catalogue.bracketed(evidence));
    el("section", "ec-sheet__part")
        .with(title.label(catalogue.colon()).label(catalogue.outcome_text(outcome)))
        .with(with_clauses(view, benefit, &measure.grants.provision))
        .maybe(measure.grants.note.as_ref().map(|note| el("p", "").text(view.text(note))))
        .with(criteria(view, id))
        .with(materials(view, id))
        .maybe(office(view, measure))
        .maybe(windows(view, measure))
        .maybe(texts(view, catalogue.steps(), &measure.steps))
        .maybe(texts(view, catalogue.duties(), &measure.duties))
}

fn labelled(label: &AttrValue, view: &View) -> Element {
    el("p", "").label(label).label(view.catalogue.colon())
}

/// A ruled table; its head is repeated on every page.
pub(super) fn table(
    columns: &[(&AttrValue, &'static str)],
    rows: impl IntoIterator<Item = Element>,
) -> Element {
    let head = columns.iter().map(|(title, class)| el("th", class).attribute("scope", "col").label(title));
    let head = el("thead", "").with(el("tr", "").each(head));
    el("table", "ec-table").with(head).with(el("tbody", "").each(rows))
}

/// A row that begins with what it is about.
pub(super) fn row_of(title: Rc<str>) -> Element {
    el("tr", "").with(el("th", "").attribute("scope", "row").text(title))
}

fn criteria(view: &View, id: MeasureId) -> Element {
    let catalogue = &view.catalogue;
    let explanation = explain(&view.rules, &view.situation(), id);
    let columns = [
        (catalogue.criterion(), ""),
        (catalogue.state(), "ec-table__state"),
        (catalogue.your_answer(), "ec-table__said"),
        (catalogue.provision(), "ec-table__clause"),
        (catalogue.window_check(), "ec-table__check"),
    ];
    table(&columns, explanation.criteria.iter().map(|line| row(view, line)))
}

fn row(view: &View, line: &Line<'_>) -> Element {
    let said = said(view, line);
    let mut label = line.criterion.label.get(view.locale).to_string();
    if line.criterion.grade == Grade::Directional {
        label.push_str(&view.catalogue.bracketed(view.catalogue.directional()));
    }
    let clauses = line.criterion.provision.iter().map(|id| el("p", "").with(clause(view, *id)));
    row_of(label.into())
        .with(el("td", "").string(state_text(view, line)))
        .with(el("td", "").string(said))
        .with(el("td", "").each(clauses))
        .with(el("td", ""))
}

/// The person's own answers; each with its question where there are several.
fn said(view: &View, line: &Line<'_>) -> String {
    let (catalogue, answers) = (&view.catalogue, &view.state.answers);
    if let [fact] = line.facts.as_slice() {
        return answer_text(catalogue, view.locale, &view.book, &view.book.facts[*fact], answers.get(*fact));
    }
    let said = line.facts.iter();
    let said = said.map(|fact| said_text(catalogue, view.locale, &view.book, *fact, answers.get(*fact)));
    said.collect::<Vec<_>>().join(catalogue.semicolon())
}

fn materials(view: &View, id: MeasureId) -> Element {
    let label = labelled(view.catalogue.materials(), view);
    if view.book.measures[id].materials.is_empty() {
        return label.label(view.catalogue.no_materials());
    }
    let boxes = el("ul", "ec-sheet__boxes").each(material_items(view, id, "ec-sheet__box"));
    el("div", "").with(label).with(boxes)
}

fn office(view: &View, measure: &Measure) -> Option<Element> {
    let office = &view.book.offices[measure.office?];
    let line = labelled(view.catalogue.office(), view).text(view.text(&office.title));
    let lines = office.reached_by(view.locale);
    Some(lines.into_iter().fold(line, |line, more| line.space().text(more)))
}

fn windows(view: &View, measure: &Measure) -> Option<Element> {
    let windows = window_texts(view, measure).join(view.catalogue.semicolon());
    (!windows.is_empty()).then(|| labelled(view.catalogue.windows(), view).string(windows))
}
