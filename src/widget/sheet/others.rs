//! Measures that have no block: each with its deciding reason, and those with the same one together.

use crate::engine::{Outcome, explain};
use crate::rulebook::{FactId, MeasureId, ProvisionId};

use super::Content;
use super::block::questions;
use crate::widget::citation::with_clauses;
use crate::widget::element::{Element, el};
use crate::widget::heading::heading;
use crate::widget::view::View;
use crate::widget::words::said_text;

/// Why a measure has the outcome that it has.
#[derive(PartialEq)]
struct Because {
    text: String,
    provision: Vec<ProvisionId>,
}

/// The measures with an outcome; nothing if there are none.
pub(in crate::widget) fn others(view: &View, outcome: Outcome) -> Option<Element> {
    let ids: Vec<MeasureId> = view.assessment.iter().map(|(id, _)| id).collect();
    chosen(view, outcome, &ids)
}

/// Those of some measures that have an outcome; nothing if none has.
pub(super) fn chosen(view: &View, outcome: Outcome, of: &[MeasureId]) -> Option<Element> {
    let mut groups: Vec<(Because, Vec<MeasureId>)> = Vec::new();
    for id in of.iter().copied().filter(|id| view.assessment.of(*id).outcome == outcome) {
        let because = because(view, id);
        match groups.iter_mut().find(|(other, _)| *other == because) {
            Some((_, ids)) => ids.push(id),
            None => groups.push((because, vec![id])),
        }
    }
    list(view, outcome, groups)
}

/// Open measures that are only named, each with what it needs.
pub(super) fn named(view: &View, content: &Content) -> Option<Element> {
    let groups = content.only_named.iter().map(|id| {
        let text = if content.with_answers {
            let needed = questions(view, &view.assessment.of(*id).missing);
            format!("{}{}{needed}", view.catalogue.still_needed(), view.catalogue.colon())
        } else {
            String::new()
        };
        (Because { text, provision: Vec::new() }, vec![*id])
    });
    list(view, Outcome::Open, groups.collect())
}

fn list(view: &View, outcome: Outcome, groups: Vec<(Because, Vec<MeasureId>)>) -> Option<Element> {
    if groups.is_empty() {
        return None;
    }
    let catalogue = &view.catalogue;
    let count: usize = groups.iter().map(|(_, ids)| ids.len()).sum();
    let title = heading(view.level.below(1), "ec-sheet__heading")
        .label(catalogue.outcome_text(outcome))
        .string(catalogue.bracketed(&count.to_string()));
    let items = groups.into_iter().map(|(because, ids)| {
        let titles = ids.iter().map(|id| view.text(&view.book.measures[*id].title).to_string());
        let titles = titles.collect::<Vec<_>>().join(catalogue.semicolon());
        let item = el("li", "").with(el("strong", "").string(titles));
        if because.text.is_empty() {
            return item;
        }
        with_clauses(view, item.label(catalogue.colon()).string(because.text), &because.provision)
    });
    Some(el("section", "ec-sheet__part").with(title).with(el("ul", "ec-sheet__others").each(items)))
}

/// The first reason, with what was said about it. A measure that does not concern the person has none but that.
fn because(view: &View, id: MeasureId) -> Because {
    let explanation = explain(&view.rules, &view.situation(), id);
    match explanation.reasons().next() {
        Some(reason) => {
            let label = view.text(&reason.criterion.label);
            let text = format!("{label}{}", view.catalogue.bracketed(&said(view, &reason.facts)));
            Because { text, provision: reason.criterion.provision.clone() }
        }
        None => Because { text: said(view, &explanation.applies_facts), provision: Vec::new() },
    }
}

fn said(view: &View, facts: &[FactId]) -> String {
    let said = facts.iter().map(|fact| {
        said_text(&view.catalogue, view.locale, &view.book, *fact, view.state.answers.get(*fact))
    });
    said.collect::<Vec<_>>().join(view.catalogue.semicolon())
}
