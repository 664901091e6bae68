//! One measure on the sheet: criteria with a blank column for the officer, papers to tick off, and where to go.

use yew::AttrValue;

use crate::engine::{Line, Outcome, explain};
use crate::rulebook::{Benefit, FactId, Grade, Measure, MeasureId, Text};

use super::table::{blank, table};
use crate::widget::catalogue::fill;
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
    let measure = &view.book.measures[id];
    el("section", "ec-sheet__part ec-sheet__block")
        .with(title(view, id, number, with_answers))
        .with(grant(view, id, with_answers))
        .with(criteria(view, id, with_answers))
        .maybe(if with_answers { needed(view, id) } else { None })
        .maybe(materials(view, id))
        .with(way(view, measure))
}

fn title(view: &View, id: MeasureId, number: usize, with_answers: bool) -> Element {
    let named = el("span", "").text(view.text(&view.book.measures[id].title));
    let named = if with_answers {
        let outcome = view.catalogue.outcome_text(view.assessment.of(id).outcome);
        named.label(view.catalogue.colon()).label(outcome)
    } else {
        named
    };
    heading(view.level.below(1), "ec-sheet__heading").string(format!("{number}. ")).with(named)
}

/// The amount of an open measure is none yet.
pub(super) fn if_met(view: &View, id: MeasureId, amount: String) -> String {
    if view.assessment.of(id).outcome == Outcome::Open {
        return fill(view.catalogue.if_met(), &[("amount", &amount)]);
    }
    amount
}

/// How an amount that depends on answers comes about: the rule in words, and the answers it rests on.
fn worked_out(view: &View, measure: &Measure) -> Option<Element> {
    let mut facts = Vec::new();
    match &measure.grants.benefit {
        Benefit::Tiers(tiers) => tiers.by.each_fact(&mut |fact| facts.push(fact)),
        Benefit::Rate(rate) => rate.of.each_fact(&mut |fact| facts.push(fact)),
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => return None,
    }
    let label =
        el("span", "ec-sheet__label").label(view.catalogue.your_answer()).label(view.catalogue.colon());
    let said = facts.iter().map(|fact| {
        said_text(&view.catalogue, view.locale, &view.book, *fact, view.state.answers.get(*fact))
    });
    let said = said.collect::<Vec<_>>().join(view.catalogue.semicolon());
    Some(el("span", "").space().text(view.text(&measure.summary)).space().with(label).string(said))
}

/// What it gives by these answers, how sure that is, and where it stands; without answers, where the measure stands.
fn grant(view: &View, id: MeasureId, with_answers: bool) -> Element {
    let (catalogue, measure) = (&view.catalogue, &view.book.measures[id]);
    let note = measure.grants.note.as_ref().map(|note| el("span", "").text(view.text(note)));
    let line = if with_answers {
        let evidence = catalogue.bracketed(catalogue.evidence(measure.grants.evidence));
        let amount = if_met(view, id, amount_of(view, id));
        let benefit = labelled(view, catalogue.benefit()).string(amount).string(evidence);
        with_clauses(view, benefit, &measure.grants.provision).maybe(worked_out(view, measure))
    } else {
        with_clauses(view, labelled(view, catalogue.provision()), &measure.provision)
    };
    line.space().maybe(note)
}

/// Where to go, on one line with it that nothing is known of what to bring; and what to do.
fn way(view: &View, measure: &Measure) -> Element {
    let catalogue = &view.catalogue;
    let no_list = labelled(view, catalogue.materials()).label(catalogue.no_materials());
    let run = el("div", "ec-sheet__run")
        .maybe(measure.materials.is_empty().then_some(no_list))
        .with(place(view, measure));
    el("div", "").with(run).maybe(in_order(view, catalogue.steps(), &measure.steps)).maybe(in_order(
        view,
        catalogue.duties(),
        &measure.duties,
    ))
}

fn labelled(view: &View, label: &AttrValue) -> Element {
    let label = el("span", "ec-sheet__label").label(label).label(view.catalogue.colon());
    el("p", "").with(label)
}

fn criteria(view: &View, id: MeasureId, with_answers: bool) -> Element {
    let catalogue = &view.catalogue;
    let explanation = explain(&view.rules, &view.situation(), id);
    let head = if with_answers { catalogue.criterion_and_answer() } else { catalogue.criterion() };
    let columns = [(head, ""), (catalogue.window_check(), "ec-table__check")];
    table(&columns, explanation.criteria.iter().map(|line| row(view, line, with_answers)))
}

/// State, criterion, clauses and answer one after the other: in columns of their own they would take three times the lines.
fn row(view: &View, line: &Line<'_>, with_answers: bool) -> Element {
    let cell = el("th", "").attribute("scope", "row");
    let cell = if with_answers {
        cell.with(el("b", "ec-sheet__state").string(state_text(view, line))).space()
    } else {
        cell
    };
    let label = view.text(&line.criterion.label);
    let directional = line.criterion.grade == Grade::Directional;
    let directional = directional.then(|| view.catalogue.bracketed(view.catalogue.directional()));
    let criterion = el("span", "").string(format!("{label}{}", directional.unwrap_or_default()));
    let cell = with_clauses(view, cell.with(criterion), &line.criterion.provision);
    let has_said = with_answers && !line.facts.is_empty();
    let said = has_said.then(|| {
        let label =
            el("span", "ec-sheet__label").label(view.catalogue.your_answer()).label(view.catalogue.colon());
        let class =
            if line.facts.len() == 1 { "ec-sheet__said" } else { "ec-sheet__said ec-sheet__said--several" };
        el("span", class).with(label).string(said(view, &line.facts))
    });
    el("tr", "").with(cell.space().maybe(said)).with(blank())
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

/// Where and when to apply, as far as published; what is not is told once, under the summary.
fn place(view: &View, measure: &Measure) -> Element {
    let catalogue = &view.catalogue;
    let office = measure.office.map(|office| &view.book.offices[office]);
    let text = |text: Option<&Text>| text.map(|text| view.text(text).to_string());
    let windows = window_texts(view, measure);
    let parts = [
        (catalogue.address(), text(office.and_then(|office| office.address.as_ref()))),
        (catalogue.hours(), text(office.and_then(|office| office.hours.as_ref()))),
        (catalogue.phone(), office.and_then(|office| office.phone.as_deref().map(str::to_owned))),
        (catalogue.windows(), (!windows.is_empty()).then(|| windows.join(catalogue.list_comma()))),
    ];
    let title = text(office.map(|office| &office.title));
    let mut known = vec![title.unwrap_or_else(|| catalogue.unpublished().to_string())];
    for (label, part) in parts {
        known.extend(part.map(|part| format!("{label}{}{part}", catalogue.colon())));
    }
    labelled(view, catalogue.office()).string(known.join(catalogue.semicolon()))
}

/// Texts in order, one after the other: each on a line of its own would be half a page more.
fn in_order(view: &View, title: &AttrValue, texts: &[Text]) -> Option<Element> {
    let items = texts.iter().map(|text| el("li", "").text(view.text(text)));
    let label = el("span", "ec-sheet__label").label(title).label(view.catalogue.colon());
    (!texts.is_empty()).then(|| el("div", "").with(label).with(el("ol", "ec-sheet__steps").each(items)))
}
