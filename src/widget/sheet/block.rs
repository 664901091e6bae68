//! One measure on the sheet: criteria with a blank column for the officer, papers to tick off, and where to go.

use yew::AttrValue;

use crate::engine::{Line, Outcome, explain};
use crate::rulebook::{FactId, Grade, Measure, MeasureId, Text};

use super::table::{blank, table};
use crate::widget::citation::with_clauses;
use crate::widget::criteria::state_text;
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::measure::amount_of;
use crate::widget::measure_details::{material_items, window_texts};
use crate::widget::view::View;
use crate::widget::words::{answer_text, question_text, said_text};

/// A block that stands on its own, with its number in the summary.
pub(in crate::widget) fn block(view: &View, id: MeasureId, number: usize, with_answers: bool) -> Element {
    let catalogue = &view.catalogue;
    let measure = &view.book.measures[id];
    let title = heading(view.level.below(1), "ec-sheet__heading")
        .string(format!("{number}. "))
        .text(view.text(&measure.title));
    let block = el("section", "ec-sheet__part ec-sheet__block");
    let block = if with_answers {
        let outcome = catalogue.outcome_text(view.assessment.of(id).outcome);
        let evidence = catalogue.evidence(measure.grants.evidence);
        let benefit = labelled(view, catalogue.benefit()).string(amount_of(view, id));
        let benefit = benefit.string(catalogue.bracketed(evidence));
        block.with(title.label(catalogue.colon()).label(outcome)).with(with_clauses(
            view,
            benefit,
            &measure.grants.provision,
        ))
    } else {
        let about = labelled(view, catalogue.provision());
        block.with(title).with(with_clauses(view, about, &measure.provision))
    };
    block
        .maybe(measure.grants.note.as_ref().map(|note| el("p", "").text(view.text(note))))
        .with(criteria(view, id, with_answers))
        .maybe(if with_answers { needed(view, id) } else { None })
        .maybe(materials(view, id))
        .with(way(view, measure))
}

/// What to do and where, in one paragraph: lines of their own for half a line of text would be half a page more.
fn way(view: &View, measure: &Measure) -> Element {
    let catalogue = &view.catalogue;
    let no_list = labelled(view, catalogue.materials()).label(catalogue.no_materials());
    el("div", "ec-sheet__run")
        .maybe(measure.materials.is_empty().then_some(no_list))
        .with(place(view, measure))
        .maybe(in_order(view, catalogue.steps(), &measure.steps))
        .maybe(in_order(view, catalogue.duties(), &measure.duties))
}

fn labelled(view: &View, label: &AttrValue) -> Element {
    let label = el("span", "ec-sheet__label").label(label).label(view.catalogue.colon());
    el("p", "").with(label)
}

fn criteria(view: &View, id: MeasureId, with_answers: bool) -> Element {
    let catalogue = &view.catalogue;
    let explanation = explain(&view.rules, &view.situation(), id);
    let mut columns = vec![(catalogue.criterion(), "")];
    if with_answers {
        columns.push((catalogue.state(), "ec-table__state"));
    }
    columns.push((catalogue.window_check(), "ec-table__check"));
    table(&columns, explanation.criteria.iter().map(|line| row(view, line, with_answers)))
}

/// The criterion with its clauses and what was answered: in columns of their own they would take three times the lines.
fn row(view: &View, line: &Line<'_>, with_answers: bool) -> Element {
    let mut label = line.criterion.label.get(view.locale).to_string();
    if line.criterion.grade == Grade::Directional {
        label.push_str(&view.catalogue.bracketed(view.catalogue.directional()));
    }
    let cell =
        with_clauses(view, el("th", "").attribute("scope", "row").string(label), &line.criterion.provision);
    if !with_answers {
        return el("tr", "").with(cell).with(blank());
    }
    let said = (!line.facts.is_empty()).then(|| {
        let label =
            el("span", "ec-sheet__label").label(view.catalogue.your_answer()).label(view.catalogue.colon());
        let class =
            if line.facts.len() == 1 { "ec-sheet__said" } else { "ec-sheet__said ec-sheet__said--several" };
        el("span", class).with(label).string(said(view, &line.facts))
    });
    let state = el("td", "").string(state_text(view, line));
    el("tr", "").with(cell.space().maybe(said)).with(state).with(blank())
}

/// The person's own answers; each with its question where there are several.
fn said(view: &View, facts: &[FactId]) -> String {
    let (catalogue, answers) = (&view.catalogue, &view.state.answers);
    if let [fact] = facts {
        return answer_text(catalogue, view.locale, &view.book, &view.book.facts[*fact], answers.get(*fact));
    }
    let said = facts.iter();
    let said = said.map(|fact| said_text(catalogue, view.locale, &view.book, *fact, answers.get(*fact)));
    said.collect::<Vec<_>>().join(catalogue.semicolon())
}

/// The questions that an open measure still needs.
pub(super) fn needed(view: &View, id: MeasureId) -> Option<Element> {
    let assessed = view.assessment.of(id);
    let is_open = assessed.outcome == Outcome::Open;
    is_open.then(|| labelled(view, view.catalogue.still_needed()).string(questions(view, &assessed.missing)))
}

/// Questions in a row.
pub(super) fn questions(view: &View, facts: &[FactId]) -> String {
    let questions = facts.iter().map(|fact| view.text(&view.book.facts[*fact].question));
    let questions: Vec<String> = questions.map(|question| question_text(&question).to_owned()).collect();
    questions.join(view.catalogue.semicolon())
}

fn materials(view: &View, id: MeasureId) -> Option<Element> {
    let boxes = el("ul", "ec-sheet__boxes").each(material_items(view, id, "ec-sheet__box"));
    let has_list = !view.book.measures[id].materials.is_empty();
    has_list.then(|| el("div", "").with(labelled(view, view.catalogue.materials())).with(boxes))
}

/// Where and when to apply. What no published text says is said to be so: nobody is to look for it on this sheet.
fn place(view: &View, measure: &Measure) -> Element {
    let catalogue = &view.catalogue;
    let office = measure.office.map(|office| &view.book.offices[office]);
    let text = |text: Option<&Text>| text.map(|text| view.text(text).to_string());
    let windows = window_texts(view, measure);
    let parts = [
        (catalogue.office(), text(office.map(|office| &office.title))),
        (catalogue.address(), text(office.and_then(|office| office.address.as_ref()))),
        (catalogue.hours(), text(office.and_then(|office| office.hours.as_ref()))),
        (catalogue.phone(), office.and_then(|office| office.phone.as_deref().map(str::to_owned))),
        (catalogue.windows(), (!windows.is_empty()).then(|| windows.join(catalogue.list_comma()))),
    ];
    let unpublished: Vec<&str> =
        parts.iter().filter(|(_, known)| known.is_none()).map(|(label, _)| label.as_str()).collect();
    let known = parts
        .iter()
        .filter_map(|(label, known)| Some(format!("{label}{}{}", catalogue.colon(), known.as_ref()?)));
    let mut known: Vec<String> = known.collect();
    if !unpublished.is_empty() {
        known.push(format!(
            "{}{}{}",
            unpublished.join(catalogue.list_comma()),
            catalogue.colon(),
            catalogue.unpublished()
        ));
    }
    el("p", "").string(known.join(catalogue.semicolon()))
}

/// Texts in order, one after the other: each on a line of its own would be half a page more.
fn in_order(view: &View, title: &AttrValue, texts: &[Text]) -> Option<Element> {
    let items = texts.iter().map(|text| el("li", "").text(view.text(text)));
    let label = el("span", "ec-sheet__label").label(title).label(view.catalogue.colon());
    (!texts.is_empty()).then(|| el("div", "").with(label).with(el("ol", "ec-sheet__steps").each(items)))
}
