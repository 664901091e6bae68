//! Everything about one measure: the reasons, what it gives, what to bring and where to go.

use yew::AttrValue;

use crate::engine::{Need, Needed, Outcome, nearest, needs};
use crate::rulebook::{FactId, Measure, MeasureId, Text};

use super::amount_bar::bar_in_words;
use super::catalogue::fill;
use super::citation::citations;
use super::criteria::criteria;
use super::element::{Element, el};
use super::input::button;
use super::intent::Intent;
use super::measure::amount_of;
use super::nearest_text::nearest_text;
use super::view::View;
use super::words::{period_text, question_text};

pub(super) fn measure_details(view: &View, id: MeasureId) -> Element {
    let catalogue = &view.catalogue;
    let measure = &view.book.measures[id];
    el("div", "ec-measure__body")
        .with(el("p", "").text(view.text(&measure.summary)))
        .maybe(needed(view, id))
        .maybe(closest(view, id))
        .with(titled(catalogue.criteria(), criteria(view, id)))
        .with(titled(catalogue.benefit(), benefit(view, id)))
        .with(titled(catalogue.materials(), materials(view, id)))
        .maybe(office(view, measure))
        .maybe(windows(view, measure))
        .maybe(texts(view, catalogue.steps(), &measure.steps))
        .maybe(texts(view, catalogue.duties(), &measure.duties))
        .with(titled(catalogue.provision(), citations(view, &measure.provision)))
}

fn titled(title: &AttrValue, content: Element) -> Element {
    el("div", "ec-measure__part").with(el("p", "ec-measure__part-title").label(title)).with(content)
}

fn benefit(view: &View, id: MeasureId) -> Element {
    let measure = &view.book.measures[id];
    let evidence = view.catalogue.evidence(measure.grants.evidence);
    let amount = el("p", "").string(amount_of(view, id));
    el("div", "")
        .maybe(bar_in_words(view, id))
        .with(amount.space().with(el("span", "ec-citation__evidence").label(evidence)))
        .maybe(measure.grants.note.as_ref().map(|note| el("p", "").text(view.text(note))))
        .with(citations(view, &measure.grants.provision))
}

/// The questions still to answer, each a way to it.
fn needed(view: &View, id: MeasureId) -> Option<Element> {
    let assessed = view.assessment.of(id);
    if assessed.outcome != Outcome::Open {
        return None;
    }
    let links = assessed.missing.iter();
    let links = links.map(|fact| {
        let question = view.text(&view.book.facts[*fact].question);
        let name = fill(view.catalogue.answer_this(), &[("question", &question)]);
        el("li", "").with(button("ec-link", name.into(), Intent::Ask(*fact)))
    });
    Some(titled(view.catalogue.still_needed(), el("ul", "").each(links)))
}

/// The nearest miss, if there is one.
fn closest(view: &View, id: MeasureId) -> Option<Element> {
    let nearest = nearest(&view.situation(), id)?;
    let text = nearest_text(&view.catalogue, view.locale, &view.book, &view.state.answers, &nearest);
    Some(el("p", "ec-measure__nearest").string(text))
}

/// The materials that are asked for, or may be: title, how it is needed, how many copies if stated, and how it must be.
pub(super) fn material_items(
    view: &View,
    measure: MeasureId,
    class: &'static str,
) -> impl Iterator<Item = Element> {
    needs(&view.situation(), measure).into_iter().map(move |needed| {
        let material = &view.book.materials[needed.material];
        let word = view.catalogue.bracketed(&need_text(view, &needed));
        let item = el("li", class).text(view.text(&material.title)).string(word);
        let note = material.note.as_ref();
        item.maybe(note.map(|note| el("span", "ec-measure__note").text(view.text(note))))
    })
}

/// How a material is needed.
pub(super) fn need_word(view: &View, need: Need) -> &AttrValue {
    match need {
        Need::Required => view.catalogue.required(),
        Need::IfApplicable => view.catalogue.if_applicable(),
        Need::Exempt => view.catalogue.exempt(),
    }
}

/// How a measure needs a material, and in how many copies if that is stated.
pub(super) fn need_text(view: &View, needed: &Needed) -> String {
    let word = need_word(view, needed.need);
    if needed.need == Need::IfApplicable {
        let word = format!("{word}{}{}", view.catalogue.list_comma(), depends_on(view, needed));
        return match needed.copies {
            Some(copies) => {
                let copies = copies_text(view, u32::from(copies.get()), true);
                format!("{word}{}{copies}", view.catalogue.list_comma())
            }
            None => word,
        };
    }
    match needed.copies.filter(|_| needed.need != Need::Exempt) {
        Some(copies) => {
            let copies = copies_text(view, u32::from(copies.get()), true);
            format!("{word}{}{copies}", view.catalogue.list_comma())
        }
        None => word.to_string(),
    }
}

/// The questions that decide whether a measure asks for a material.
fn depends_on(view: &View, needed: &Needed) -> String {
    let uses = view.book.measures[needed.measure].materials.iter();
    let when = uses.filter(|used| used.material == needed.material).filter_map(|used| used.when.as_ref());
    let mut facts: Vec<FactId> = when.flat_map(|when| view.book.facts_in(when)).collect();
    facts.dedup();
    let questions =
        facts.iter().map(|fact| question_text(&view.text(&view.book.facts[*fact].question)).to_owned());
    let questions = questions.collect::<Vec<_>>().join(view.catalogue.semicolon());
    fill(view.catalogue.depends_on(), &[("questions", &questions)])
}

/// How many copies, and no more than that only if it is stated.
pub(super) fn copies_text(view: &View, copies: u32, is_stated: bool) -> String {
    let text = if is_stated { view.catalogue.copies() } else { view.catalogue.copies_at_least() };
    fill(text, &[("number", &copies.to_string())])
}

fn materials(view: &View, id: MeasureId) -> Element {
    if view.book.measures[id].materials.is_empty() {
        return el("p", "").label(view.catalogue.no_materials());
    }
    el("ul", "").each(material_items(view, id, ""))
}

fn office(view: &View, measure: &Measure) -> Option<Element> {
    let office = &view.book.offices[measure.office?];
    let lines = office.reached_by(view.locale).into_iter().map(|line| el("p", "").text(line));
    let content = el("div", "").with(el("p", "").text(view.text(&office.title))).each(lines);
    Some(titled(view.catalogue.office(), content))
}

fn windows(view: &View, measure: &Measure) -> Option<Element> {
    let windows = window_texts(view, measure);
    let items = windows.iter().map(|window| el("li", "").string(window.clone()));
    (!windows.is_empty()).then(|| titled(view.catalogue.windows(), el("ul", "").each(items)))
}

/// When applications are taken, a text for each window.
pub(super) fn window_texts(view: &View, measure: &Measure) -> Vec<String> {
    let windows = measure.windows.iter().map(|window| {
        let days = period_text(&view.catalogue, view.catalogue.from_to(), &window.period);
        let is_over = window.period.to.is_some_and(|last| last < view.as_of.asked);
        let over = is_over.then(|| view.catalogue.window_over().to_string());
        let notes =
            window.label.as_ref().map(|label| label.get(view.locale).to_string()).into_iter().chain(over);
        let notes: Vec<String> = notes.collect();
        let notes = notes.join(view.catalogue.list_comma());
        if notes.is_empty() { days } else { format!("{days}{}", view.catalogue.bracketed(&notes)) }
    });
    windows.collect()
}

/// Texts in order under a title; nothing if there are none.
pub(super) fn texts(view: &View, title: &AttrValue, texts: &[Text]) -> Option<Element> {
    let items = texts.iter().map(|text| el("li", "").text(view.text(text)));
    (!texts.is_empty()).then(|| titled(title, el("ol", "").each(items)))
}
