//! One measure with its outcome: the reasons, what it gives, what to bring and where to go.

use yew::prelude::*;

use crate::engine::{Outcome, Truth, amount};
use crate::rulebook::{Evidence, Measure, MeasureId, Text};

use super::Effect;
use super::ask_link::ask_link;
use super::citation::citations;
use super::criteria::criteria;
use super::element::{Element, el};
use super::input::disclosure;
use super::part::{Watch, part};
use super::state::Action;
use super::view::{Hear, View};
use super::words::{amount_text, period_text};

/// A measure that is rendered again only when an answer to one of its own facts changes, or it is unfolded.
pub(super) fn measure_part(view: &View, id: MeasureId, hear: &Hear) -> Html {
    let watch = Watch::new(view, view.book.facts_of(id)).and_outcome(view, view.state.is_unfolded(id));
    let key = &view.book.measures[id].id;
    let (view, hear) = (view.clone(), hear.clone());
    part(key, watch, Callback::from(move |()| measure_card(&view, id, &hear)))
}

/// A disclosure: title and amount, and everything else below.
///
/// What is folded is not rendered: on a slow phone eighty measures in full take a tenth of a second.
fn measure_card(view: &View, id: MeasureId, hear: &Hear) -> Html {
    let measure = &view.book.measures[id];
    let unfolded = view.state.is_unfolded(id);
    let title = el("span", "ec-measure__title").text(view.text(&measure.title));
    let amount = el("span", "ec-measure__amount").string(marked_amount_of(view, id));
    let summary = el("span", "").with(title).with(amount);
    let body = unfolded.then(|| body(view, id, &hear.on_effect));
    disclosure(unfolded, summary, body, hear.dispatch.reform(move |_| Action::Fold(id)))
}

fn body(view: &View, id: MeasureId, on_effect: &Callback<Effect>) -> Element {
    let catalogue = &view.catalogue;
    let measure = &view.book.measures[id];
    el("div", "ec-measure__body")
        .with(el("p", "").text(view.text(&measure.summary)))
        .maybe(needed(view, id, on_effect))
        .with(titled(catalogue.criteria(), criteria(view, id)))
        .with(titled(catalogue.benefit(), benefit(view, id)))
        .with(titled(catalogue.materials(), materials(view, measure)))
        .maybe(office(view, measure))
        .maybe(windows(view, measure))
        .maybe(texts(view, catalogue.steps(), &measure.steps))
        .maybe(texts(view, catalogue.duties(), &measure.duties))
        .with(titled(catalogue.provision(), citations(view, &measure.provision)))
}

fn titled(title: &AttrValue, content: Element) -> Element {
    el("div", "ec-measure__part").with(el("p", "ec-measure__part-title").label(title)).with(content)
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

fn benefit(view: &View, id: MeasureId) -> Element {
    let measure = &view.book.measures[id];
    let evidence = view.catalogue.evidence(measure.grants.evidence);
    let amount = el("p", "").string(amount_of(view, id));
    el("div", "")
        .with(amount.space().with(el("span", "ec-citation__evidence").label(evidence)))
        .maybe(measure.grants.note.as_ref().map(|note| el("p", "").text(view.text(note))))
        .with(citations(view, &measure.grants.provision))
}

/// The questions still to answer, each a way to it.
fn needed(view: &View, id: MeasureId, on_effect: &Callback<Effect>) -> Option<Element> {
    let assessed = view.assessment.of(id);
    if assessed.outcome != Outcome::Open {
        return None;
    }
    let links = assessed.missing.iter();
    let links = links.map(|fact| el("li", "").with(ask_link(view, *fact, on_effect)));
    Some(titled(view.catalogue.still_needed(), el("ul", "").each(links)))
}

/// The materials that are asked for, or may be: title, how sure, and how it must be.
pub(super) fn material_items<'a>(
    view: &'a View,
    measure: &'a Measure,
    class: &'static str,
) -> impl Iterator<Item = Element> + 'a {
    let situation = view.situation();
    measure.materials.iter().filter_map(move |used| {
        let needed = used.when.as_ref().map_or(Truth::True, |when| situation.truth(when));
        let word = match needed {
            Truth::False => return None,
            _ if used.exempt => view.catalogue.exempt(),
            Truth::True => view.catalogue.required(),
            Truth::Unknown => view.catalogue.if_applicable(),
        };
        let material = &view.book.materials[used.material];
        let item = el("li", class).text(view.text(&material.title)).string(view.catalogue.bracketed(word));
        let note = material.note.as_ref();
        Some(item.maybe(note.map(|note| el("span", "ec-measure__note").text(view.text(note)))))
    })
}

fn materials(view: &View, measure: &Measure) -> Element {
    if measure.materials.is_empty() {
        return el("p", "").label(view.catalogue.no_materials());
    }
    el("ul", "").each(material_items(view, measure, ""))
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
        let days = period_text(view.catalogue.from_to(), &window.period);
        match &window.label {
            Some(label) => format!("{days}{}", view.catalogue.bracketed(&label.get(view.locale))),
            None => days,
        }
    });
    windows.collect()
}

/// Texts in order under a title; nothing if there are none.
pub(super) fn texts(view: &View, title: &AttrValue, texts: &[Text]) -> Option<Element> {
    let items = texts.iter().map(|text| el("li", "").text(view.text(text)));
    (!texts.is_empty()).then(|| titled(title, el("ol", "").each(items)))
}
