//! Live results: how many measures have each outcome, what they come to, and which they are.

use yew::virtual_dom::VNode;

use crate::engine::Outcome;
use crate::rulebook::MeasureId;

use super::ask_link::ask_link;
use super::catalogue::fill;
use super::details::Shows;
use super::element::{Element, el};
use super::heading::{heading, target};
use super::input::{Input, button, folded, input};
use super::intent::Intent;
use super::measure::measure_card;
use super::search::has;
use super::state::Screen;
use super::view::View;

/// Id of the heading.
pub(super) const TITLE_ID: &str = "ec-results-title";

const SEEK_ID: &str = "ec-seek";

/// So many measures of an outcome are shown at first, unless something is searched for. What is not shown is not made, either:
/// an answer may move all of them from one outcome to another.
const AT_ONCE: usize = 8;

/// Counts in words, totals, and the measures by outcome, best news first.
pub(super) fn results(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let next = view.next.as_ref().filter(|_| view.state.screen == Screen::Questions).map(|next| {
        let label = el("p", "ec-results__next").label(catalogue.ask_next()).label(catalogue.colon());
        label.with(ask_link(view, next.fact))
    });
    let limits = match view.told_apart(Shows::Limits) {
        VNode::VRaw(text) if !text.html.is_empty() => {
            let summary = el("span", "").label(catalogue.how_added());
            Some(folded(summary, el("div", "").html(VNode::VRaw(text))))
        }
        _ => None,
    };
    el("section", "ec-results")
        .attribute("aria-labelledby", TITLE_ID)
        .with(target(view.level.below(1), "ec-results__title", TITLE_ID).label(catalogue.results()))
        .maybe(view.is_history().then(|| el("p", "ec-results__mark").label(catalogue.historical())))
        .with(el("p", "ec-results__counts").attribute("role", "status").string(counts(view)))
        .html(view.told_apart(Shows::Totals))
        .maybe(limits)
        .maybe(next)
        .with(filter(view))
        .keyed(groups(view))
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

/// A box to search by title, and a button for each outcome that stays down while nothing else is shown.
fn filter(view: &View) -> Element {
    let label = el("label", "ec-field__label").attribute("for", SEEK_ID).label(view.catalogue.seek());
    let seek = Input {
        class: "ec-input ec-input--wide",
        kind: "search",
        id: SEEK_ID.into(),
        value: Some(view.state.sought.to_string().into()),
        ..Input::default()
    };
    let only = present(view).map(|(outcome, _)| {
        let text = view.catalogue.outcome_text(outcome);
        button("ec-tool", text.into(), Intent::Only(outcome)).pressed(view.state.only == Some(outcome))
    });
    let only = el("div", "ec-filter__only")
        .attribute("role", "group")
        .attribute("aria-label", view.catalogue.only())
        .each(only);
    el("div", "ec-filter").with(label).with(input(seek, Intent::Seek)).with(only)
}

/// The outcomes with their measures that are to be shown; a sentence if there are none.
fn groups(view: &View) -> impl Iterator<Item = Element> {
    let wanted = |outcome: &Outcome| view.state.only.is_none_or(|only| only == *outcome);
    let groups = Outcome::ALL.into_iter().filter(wanted).filter_map(|outcome| group(view, outcome));
    let groups: Vec<Element> = groups.collect();
    let none = groups.is_empty().then(|| el("p", "").key("").label(view.catalogue.none_found()));
    groups.into_iter().chain(none)
}

fn group(view: &View, outcome: Outcome) -> Option<Element> {
    let class = match outcome {
        Outcome::Met => "ec-group ec-group--met",
        Outcome::MetInDirection => "ec-group ec-group--met-in-direction",
        Outcome::Open => "ec-group ec-group--open",
        Outcome::NotMet => "ec-group ec-group--not-met",
        Outcome::NotApplicable | Outcome::NotInForce => "ec-group",
    };
    let measures = view.assessment.iter().filter(|(_, assessed)| assessed.outcome == outcome);
    let measures = measures.map(|(measure, _)| measure).filter(|measure| is_sought(view, *measure));
    let measures: Vec<MeasureId> = measures.collect();
    if measures.is_empty() {
        return None;
    }
    let title = heading(view.level.below(2), "ec-group__title");
    let title = title.label(view.catalogue.outcome_text(outcome)).string(format!(" {}", measures.len()));
    let group = el("section", class).key(outcome.name()).with(title);
    let shown = view.state.only.is_some() || !view.state.sought.is_empty();
    let at_once = match outcome {
        _ if shown => usize::MAX,
        Outcome::NotApplicable | Outcome::NotInForce => 0,
        Outcome::Met | Outcome::MetInDirection | Outcome::Open | Outcome::NotMet => AT_ONCE,
    };
    let mut cards = measures.iter().map(|measure| view.memo.card(view, *measure, measure_card));
    let group = group.html(cards.by_ref().take(at_once).collect());
    let left = measures.len().saturating_sub(at_once);
    if left == 0 {
        return Some(group);
    }
    let whole = view.state.whole.contains(&outcome);
    let text = fill(view.catalogue.more(), &[("count", &left.to_string())]);
    let more = button("ec-link", text.into(), Intent::Whole(outcome));
    let group = group.with(more.attribute("aria-expanded", if whole { "true" } else { "false" }));
    Some(if whole { group.html(cards.collect()) } else { group })
}

/// Whether a measure's title has what is searched for in it.
fn is_sought(view: &View, measure: MeasureId) -> bool {
    has(&view.text(&view.book.measures[measure].title), &view.state.sought)
}

/// The outcomes that some measure has.
fn present(view: &View) -> impl Iterator<Item = (Outcome, usize)> {
    let counts = Outcome::ALL.into_iter().map(|outcome| (outcome, view.assessment.count(outcome)));
    counts.filter(|(_, count)| *count > 0)
}
