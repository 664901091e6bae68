//! Live results: how many measures have each outcome, and which.

use yew::prelude::*;

use crate::engine::Outcome;

use super::ask_link::ask_link;
use super::element::{Element, el};
use super::heading::{heading, target};
use super::input::button;
use super::intent::Intent;
use super::measure::measure_part;
use super::view::View;

/// Id of the heading.
pub(super) const TITLE_ID: &str = "ec-results-title";

/// Counts in words, then the measures by outcome, best news first.
pub(super) fn results(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let next = view.next.map(|fact| {
        let label = el("p", "ec-results__next").label(catalogue.ask_next()).label(catalogue.colon());
        label.with(ask_link(view, fact))
    });
    el("section", "ec-results")
        .attribute("aria-labelledby", TITLE_ID)
        .with(target(view.level.below(1), "ec-results__title", TITLE_ID).label(catalogue.results()))
        .maybe(view.is_history().then(|| el("p", "ec-results__mark").label(catalogue.historical())))
        .with(el("p", "ec-results__counts").attribute("role", "status").string(counts(view)))
        .maybe(next)
        .each(present(view).map(|(outcome, count)| group(view, outcome, count)))
}

/// On narrow screens the results stand below the questions: how they stand is always in sight, and one tap away.
pub(super) fn jump(view: &View) -> Element {
    let label = format!("{}{}{}", view.catalogue.results(), view.catalogue.colon(), counts(view));
    el("p", "ec-jump").with(button("ec-button ec-jump__button", label.into(), Intent::Results))
}

/// How many measures have each outcome, in words.
fn counts(view: &View) -> String {
    let counts = present(view);
    let counts = counts.map(|(outcome, count)| format!("{} {count}", view.catalogue.outcome_text(outcome)));
    counts.collect::<Vec<_>>().join(view.catalogue.list_comma())
}

fn group(view: &View, outcome: Outcome, count: usize) -> Element {
    let class = match outcome {
        Outcome::Met => "ec-group ec-group--met",
        Outcome::MetInDirection => "ec-group ec-group--met-in-direction",
        Outcome::Open => "ec-group ec-group--open",
        Outcome::NotMet => "ec-group ec-group--not-met",
        Outcome::NotApplicable | Outcome::NotInForce => "ec-group",
    };
    let title = heading(view.level.below(2), "ec-group__title");
    let title = title.label(view.catalogue.outcome_text(outcome)).string(format!(" {count}"));
    let cards: Html = view
        .assessment
        .iter()
        .filter(|(_, assessed)| assessed.outcome == outcome)
        .map(|(measure, _)| measure_part(view, measure))
        .collect();
    el("section", class).key(outcome.name()).with(title).html(cards)
}

/// The outcomes that some measure has.
fn present(view: &View) -> impl Iterator<Item = (Outcome, usize)> {
    let counts = Outcome::ALL.into_iter().map(|outcome| (outcome, view.assessment.count(outcome)));
    counts.filter(|(_, count)| *count > 0)
}
