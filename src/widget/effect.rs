//! What the widget asks of its surroundings, and when.

use yew::prelude::*;

use crate::engine::Outcome;
use crate::rulebook::{FactId, Locale};

use super::clear;
use super::errors;
use super::heading::HEADING_ID;
use super::paper::PAPER_ID;
use super::state::Screen;
use super::view::View;

/// What the widget asks of its surroundings.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Move the focus to the element with this id
    Focus(AttrValue),
    /// Print the sheet that is shown
    Print,
    /// Tell the page how many measures have each outcome; never the answers
    Changed(Vec<(Outcome, usize)>),
    /// Whether something has been said that would be lost with the page
    Unsaved(bool),
    /// Show everything in another language: the same rules, in its pack
    Language(Locale),
    /// Save to a file what comes of asking this
    Save(AttrValue),
    /// Read what was typed or chosen in the input with this id, and hand it over as [`super::Opened`]
    Open(AttrValue),
}

/// What is shown, as far as somebody outside hears of it.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    screen: Screen,
    question: Option<FactId>,
    errors: usize,
    confirming: bool,
    paper: usize,
    paper_place: usize,
    counts: [usize; Outcome::ALL.len()],
    is_unsaved: bool,
}

impl Shown {
    fn of(view: &View) -> Shown {
        let one_a_screen = view.state.screen == Screen::Question;
        Shown {
            screen: view.state.screen,
            question: view.shown_question().filter(|_| one_a_screen),
            errors: view.state.errors().len(),
            confirming: view.state.confirming,
            paper: view.state.paper.count(),
            paper_place: view.state.paper_place,
            counts: Outcome::ALL.map(|outcome| view.assessment.count(outcome)),
            is_unsaved: !view.state.is_untouched(),
        }
    }

    /// Where the focus goes, if something has come that must not be missed.
    fn focus(&self, before: &Shown) -> Option<AttrValue> {
        let id = if self.errors > before.errors {
            errors::ID
        } else if self.screen != before.screen || self.question != before.question {
            HEADING_ID
        } else if self.confirming != before.confirming {
            if self.confirming { clear::QUESTION_ID } else { clear::BUTTON_ID }
        } else if self.paper != before.paper {
            // What can be chosen is written anew with every choice, and the box that was ticked is gone.
            return Some(format!("{PAPER_ID}{}", self.paper_place).into());
        } else {
            return None;
        };
        Some(id.into())
    }
}

/// Tells of what has changed: the focus goes to a new screen's heading, and the page hears the counts.
pub(super) fn tell(told: &mut Option<Shown>, view: &View, on_effect: &Callback<Effect>) {
    let shown = Shown::of(view);
    let before = told.replace(shown.clone());
    // A widget that appears takes no focus: the page is still being read.
    if let Some(id) = before.as_ref().and_then(|before| shown.focus(before)) {
        on_effect.emit(Effect::Focus(id));
    }
    if before.as_ref().is_none_or(|before| before.is_unsaved != shown.is_unsaved) {
        on_effect.emit(Effect::Unsaved(shown.is_unsaved));
    }
    if before.is_none_or(|before| before.counts != shown.counts) {
        on_effect.emit(Effect::Changed(Outcome::ALL.into_iter().zip(shown.counts).collect()));
    }
}
