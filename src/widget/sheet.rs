//! The checklist as it is printed: what a firm brings and an officer needs, and nothing to click.
//!
//! # Why
//!
//! It is a document of its own, not the screen on paper: it begins with what must be known before anything on it is believed
//! (whose rules, on which day, in force or not, an indication only), says where to go with what for each measure in reach,
//! and ends with all papers once and with the receipt that brings the same answers back. Nobody's name is ever typed: there
//! are lines for it.

mod block;
mod both;
mod by_hand;
mod head;
mod notices;
mod others;
mod page;
mod papers;
mod receipt;
mod rules;
mod summary;
mod table;
mod tools;

use std::rc::Rc;

use super::element::{Element, el};
use super::in_reach::{in_reach, out_of_reach};
use super::paper::{Paper, WITHOUT_ANSWERS, WITHOUT_OPEN};
use super::state::State;
use super::view::View;

use crate::engine::Outcome;
use crate::rulebook::MeasureId;

pub(super) use block::block;
pub(super) use both::{both, second_language};
pub(super) use by_hand::by_hand;
pub(super) use head::head;
pub(super) use notices::notices;
pub(super) use others::others;
pub(super) use page::page;
pub(super) use papers::papers;
pub(super) use receipt::receipt;
pub(super) use summary::summary;
pub(super) use tools::tools;

/// What stands on the sheet, and how.
pub(super) struct Content {
    /// The measures that have a block, best news first; without answers, in the order of the pack
    pub(super) measures: Vec<MeasureId>,
    /// Measures in reach that have none, because others were chosen
    pub(super) left_out: usize,
    /// Measures that were chosen and are out of reach
    pub(super) out_of_reach: Vec<MeasureId>,
    /// Open measures that are only named
    pub(super) only_named: Vec<MeasureId>,
    /// Whether answers stand on it, and what follows from them
    pub(super) with_answers: bool,
}

impl Content {
    pub(super) fn new(view: &View, paper: &Paper) -> Content {
        let with_answers = !paper.has(WITHOUT_ANSWERS);
        let (all, mut out_of_reach) = (in_reach(view), out_of_reach(view, paper));
        let named: Vec<MeasureId> = all.iter().copied().filter(|id| paper.names(*id)).collect();
        let is_choice = !named.is_empty() || !out_of_reach.is_empty();
        let left_out = if is_choice { all.len().saturating_sub(named.len()) } else { 0 };
        let chosen = if is_choice { named } else { all };
        let is_named = |id: &MeasureId| {
            paper.has(WITHOUT_OPEN) && view.assessment.of(*id).outcome == Outcome::Open && !paper.names(*id)
        };
        let (only_named, mut measures): (Vec<MeasureId>, Vec<MeasureId>) =
            chosen.into_iter().partition(is_named);
        if !with_answers {
            // The order, and what is out of reach, would tell the results.
            measures.append(&mut out_of_reach);
            measures.sort_unstable();
        }
        Content { measures, left_out, out_of_reach, only_named, with_answers }
    }

    /// Whether the whole assessment is on it, and not a choice.
    fn is_whole(&self) -> bool {
        self.left_out == 0 && self.out_of_reach.is_empty() && self.with_answers
    }
}

/// What the sheet is made of: without answers, of none. What papers are needed for would tell them.
pub(super) fn of_answers(view: &View, content: &Content) -> View {
    if content.with_answers {
        return view.clone();
    }
    let state = State::new(Rc::clone(&view.book), view.as_of.asked);
    View { state: Rc::new(state), ..view.clone() }
}

/// The whole sheet. The day and time at which it is printed come from whoever has a clock; nothing stands there until then.
pub(super) fn sheet(view: &View, paper: &Paper, printed_at: &str) -> Element {
    let content = Content::new(view, paper);
    let view = &of_answers(view, &content);
    let blocks = content.measures.iter().enumerate();
    let others = |outcome| {
        if content.is_whole() {
            others(view, outcome)
        } else {
            others::chosen(view, outcome, &content.out_of_reach)
        }
    };
    el("article", "ec-sheet")
        .attribute("lang", view.locale.tag())
        .attribute("data-page", rules::rules(view))
        .with(head(view, &content, printed_at))
        .with(by_hand(view))
        .with(summary(view, &content))
        .each(blocks.map(|(place, id)| block(view, *id, place + 1, content.with_answers)))
        .maybe(others::named(view, &content))
        .maybe(others(Outcome::NotMet))
        .maybe(others(Outcome::NotInForce))
        .maybe(others(Outcome::NotApplicable))
        .maybe(papers(view, &content.measures))
        .maybe(notices(view))
        .with(if content.with_answers { receipt(view) } else { by_hand::checked(view) })
}
