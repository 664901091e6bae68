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

use super::element::{Element, el};
use super::in_reach::{in_reach, wanted};
use super::paper::{Paper, WITHOUT_ANSWERS, WITHOUT_OPEN};
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
    /// The measures that have a block, best news first
    pub(super) measures: Vec<MeasureId>,
    /// Measures in reach that have none, because others were chosen
    pub(super) left_out: usize,
    /// Open measures that are only named
    pub(super) only_named: Vec<MeasureId>,
    /// Whether answers stand on it, and what follows from them
    pub(super) with_answers: bool,
}

impl Content {
    pub(super) fn new(view: &View, paper: &Paper) -> Content {
        let chosen = wanted(view, paper);
        let left_out = in_reach(view).len().saturating_sub(chosen.len());
        let is_named = |id: &MeasureId| {
            paper.has(WITHOUT_OPEN) && view.assessment.of(*id).outcome == Outcome::Open && !paper.names(*id)
        };
        let (only_named, measures) = chosen.into_iter().partition(is_named);
        Content { measures, left_out, only_named, with_answers: !paper.has(WITHOUT_ANSWERS) }
    }

    /// Whether the whole assessment is on it, and not a choice.
    fn is_whole(&self) -> bool {
        self.left_out == 0 && self.with_answers
    }
}

/// The whole sheet. The day and time at which it is printed come from whoever has a clock; nothing stands there until then.
pub(super) fn sheet(view: &View, paper: &Paper, printed_at: &str) -> Element {
    let content = Content::new(view, paper);
    let blocks = content.measures.iter().enumerate();
    let whole = content.is_whole();
    let others = |outcome| if whole { others(view, outcome) } else { None };
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
