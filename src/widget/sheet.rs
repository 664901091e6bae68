//! The checklist as it is printed: everything a service window needs, and nothing to click.

use yew::AttrValue;

use crate::engine::{Outcome, Receipt, explain};
use crate::rulebook::{FactId, MeasureId};

use super::catalogue::fill;
use super::citation::with_clauses;
use super::element::{Element, el};
use super::heading::{HEADING_ID, heading, target};
use super::in_reach::wanted;
use super::measure::marked_amount_of;
use super::notices::notices;
use super::paper::Paper;
use super::sheet_measure::{row_of, sheet_measure, table};
use super::view::View;
use super::words::{period_text, receipt_text, said_text, standing_text};

/// Title and status, lines to fill by hand, a summary, one block for each measure in reach, the others with their reason.
pub(super) fn sheet(view: &View, paper: &Paper) -> Element {
    let wanted = wanted(view, paper);
    let catalogue = &view.catalogue;
    let number = view.book.documents.iter().next().and_then(|(_, document)| document.number.clone());
    let version = [("id", &*view.book.id), ("version", &*view.book.version)];
    let code = Receipt::code(&view.book, view.as_of.asked, &view.state.answers);
    let lines = [catalogue.firm_name(), catalogue.firm_code(), catalogue.contact(), catalogue.phone()];
    let lines = lines.map(|line| el("li", "ec-sheet__line").label(line));
    let policy = el("p", "ec-sheet__policy").text(view.text(&view.book.title));
    el("article", "ec-sheet")
        .attribute("lang", view.locale.tag())
        .with(target(view.level, "ec-sheet__title", HEADING_ID).label(catalogue.sheet_title()))
        .with(policy.space().text(number.unwrap_or_default()))
        .maybe(view.is_history().then(|| el("p", "ec-sheet__mark").label(catalogue.historical())))
        .with(el("p", "").string(standing_text(catalogue, view.as_of)))
        .with(el("p", "").string(period_text(catalogue, catalogue.in_force_between(), &view.book.in_force)))
        .with(el("p", "ec-sheet__policy").label(catalogue.indication()))
        .with(el("p", "").string(fill(catalogue.pack_version(), &version)))
        .with(el("p", "").string(receipt_text(catalogue, &code)))
        .with(el("p", "").label(catalogue.by_hand()))
        .with(el("ul", "ec-sheet__lines").each(lines))
        .with(summary(view, &wanted))
        .each(wanted.iter().map(|id| sheet_measure(view, *id)))
        .maybe(others(view, catalogue.other_measures(), &[Outcome::NotMet, Outcome::NotInForce]))
        .maybe(others(view, catalogue.not_concerned(), &[Outcome::NotApplicable]))
        .maybe(notices(view))
}

fn summary(view: &View, wanted: &[MeasureId]) -> Element {
    let catalogue = &view.catalogue;
    let rows = wanted.iter().map(|id| {
        let (id, assessed) = (*id, view.assessment.of(*id));
        let measure = &view.book.measures[id];
        row_of(view.text(&measure.title))
            .with(el("td", "").label(catalogue.outcome_text(assessed.outcome)))
            .with(el("td", "").string(marked_amount_of(view, id)))
    });
    let columns = [(catalogue.measure(), ""), (catalogue.outcome(), ""), (catalogue.benefit(), "")];
    el("section", "ec-sheet__part")
        .with(heading(view.level.below(1), "ec-sheet__heading").label(catalogue.summary()))
        .with(table(&columns, rows))
}

/// Measures out of reach, each with its deciding reason.
fn others(view: &View, title: &AttrValue, outcomes: &[Outcome]) -> Option<Element> {
    let ids = view.assessment.iter().filter(|(_, assessed)| outcomes.contains(&assessed.outcome));
    let items: Vec<Element> = ids.map(|(id, _)| other(view, id)).collect();
    if items.is_empty() {
        return None;
    }
    let title = heading(view.level.below(1), "ec-sheet__heading").label(title);
    Some(el("section", "ec-sheet__part").with(title).with(el("ul", "ec-sheet__others").each(items)))
}

fn other(view: &View, id: MeasureId) -> Element {
    let catalogue = &view.catalogue;
    let explanation = explain(&view.rules, &view.situation(), id);
    let said = |facts: &[FactId]| -> String {
        let said = facts
            .iter()
            .map(|fact| said_text(catalogue, view.locale, &view.book, *fact, view.state.answers.get(*fact)));
        catalogue.bracketed(&said.collect::<Vec<_>>().join(catalogue.semicolon()))
    };
    let item = el("li", "")
        .with(el("strong", "").text(view.text(&view.book.measures[id].title)))
        .label(catalogue.colon())
        .label(catalogue.outcome_text(explanation.outcome));
    match explanation.reasons().next() {
        Some(reason) => {
            let because = item
                .label(catalogue.semicolon())
                .text(view.text(&reason.criterion.label))
                .string(said(&reason.facts));
            with_clauses(view, because, &reason.criterion.provision)
        }
        None if explanation.applies_facts.is_empty() => item,
        None => item.string(said(&explanation.applies_facts)),
    }
}
