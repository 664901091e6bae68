//! The criteria of a measure, each with its truth, the person's own answer and its provision.

use crate::engine::{Explanation, Line, Truth, explain};
use crate::rulebook::{FactId, Grade, MeasureId};

use super::citation::citations;
use super::element::{Element, el};
use super::view::View;
use super::words::said_text;

/// All criteria in the order of the text; the reasons for the outcome come first.
pub(super) fn criteria(view: &View, measure: MeasureId) -> Element {
    let explanation = explain(&view.rules, &view.situation(), measure);
    let lines = explanation.criteria.iter();
    let (reasons, others): (Vec<&Line<'_>>, Vec<&Line<'_>>) = lines.partition(|line| line.is_reason);
    el("ul", "ec-criteria")
        .maybe(applies(view, &explanation))
        .each(reasons.into_iter().chain(others).map(|line| criterion(view, line)))
}

/// Whether the measure concerns the applicant, where that is not plain.
fn applies(view: &View, explanation: &Explanation<'_>) -> Option<Element> {
    if explanation.applies == Truth::True || explanation.applies_facts.is_empty() {
        return None;
    }
    let label = el("p", "ec-criterion__label")
        .with(el("strong", "ec-criterion__state").string(truth_text(view, explanation.applies)))
        .space()
        .label(view.catalogue.applies_because());
    let said = explanation.applies_facts.iter().map(|fact| said(view, *fact));
    Some(el("li", class(explanation.applies)).with(label).each(said))
}

fn criterion(view: &View, line: &Line<'_>) -> Element {
    let label = el("p", "ec-criterion__label")
        .with(el("strong", "ec-criterion__state").string(state_text(view, line)))
        .space()
        .text(view.text(&line.criterion.label));
    let directional = line.criterion.grade == Grade::Directional;
    let grade = directional.then(|| el("p", "ec-criterion__grade").label(view.catalogue.directional()));
    el("li", class(line.truth))
        .with(label)
        .maybe(grade)
        .each(line.facts.iter().map(|fact| said(view, *fact)))
        .with(citations(view, &line.criterion.provision))
}

fn class(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "ec-criterion ec-criterion--true",
        Truth::False => "ec-criterion ec-criterion--false",
        Truth::Unknown => "ec-criterion",
    }
}

/// The state of a criterion as a sign and in words.
pub(super) fn state_text(view: &View, line: &Line<'_>) -> String {
    match line.criterion.when {
        Some(_) => truth_text(view, line.truth),
        None => format!("◇ {}", view.catalogue.office_decides()),
    }
}

fn truth_text(view: &View, truth: Truth) -> String {
    let sign = match truth {
        Truth::True => "✓",
        Truth::False => "✗",
        Truth::Unknown => "?",
    };
    format!("{sign} {}", view.catalogue.truth(truth))
}

fn said(view: &View, fact: FactId) -> Element {
    let answer = view.state.answers.get(fact);
    let text = said_text(&view.catalogue, view.locale, &view.book, fact, answer);
    el("p", "ec-criterion__said").string(text)
}
