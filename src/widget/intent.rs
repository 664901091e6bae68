//! What an element does when it is used, written on it as `data-do` and heard by one listener for the whole widget.
//!
//! # Why
//!
//! A listener of its own on every input and button is a closure of its own in the module, a third of a kilobyte each,
//! and forgets what it was about as soon as the element is copied. Written on the element, it also works on markup that
//! was rendered elsewhere.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::Answer;
use crate::rulebook::{FactId, FactKind, Id, MeasureId, Options, RuleBook, Value};

use super::results::TITLE_ID;
use super::state::{Action, Screen};

/// The attribute it is written in.
pub(super) const ATTRIBUTE: &str = "data-do";

/// What a person does with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// Answer a question when it is ticked, and take the answer back when it is not
    Say(FactId, Said),
    /// Tick or untick an option of several, by its place
    Tick(FactId, usize),
    /// Leave a box
    Type(FactId),
    /// Leave the date box
    TypeAsOf,
    /// Unfold a measure, or fold it
    Fold(MeasureId),
    /// Go to a question
    Ask(FactId),
    /// Go to the results
    Results,
    /// Show a screen
    Show(Screen),
    /// Print the sheet
    Print,
    /// Wipe every answer
    Clear,
}

/// What is said by ticking a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    NotSure,
    NoneOfThese,
    /// Yes is 1 and no is 0; an option is its place
    Place(usize),
}

impl Said {
    /// The answer to a question of a kind.
    pub(super) fn answer(self, kind: &FactKind) -> Answer {
        match (self, kind) {
            (Said::NotSure, _) => Answer::NotSure,
            (Said::NoneOfThese, _) => Answer::Value(Value::Options(Options::NONE)),
            (Said::Place(place), FactKind::YesNo) => Answer::Value(Value::YesNo(place == 1)),
            (Said::Place(place), _) => Answer::Value(Value::Options(Options::one(place))),
        }
    }
}

/// What becomes of an intent.
pub(super) enum Wish {
    /// The widget changes
    Do(Action),
    /// The focus goes to the element with this id
    Focus(AttrValue),
    /// The sheet is printed
    Print,
}

impl Intent {
    /// What it comes to, with what stands in the element it was written on.
    pub(super) fn wish(self, book: &RuleBook, ticked: bool, text: impl FnOnce() -> String) -> Wish {
        Wish::Do(match self {
            Intent::Say(fact, said) => {
                let answer = said.answer(&book.facts[fact].kind);
                Action::Say(fact, ticked.then_some(answer))
            }
            Intent::Tick(fact, place) => Action::Tick(fact, Options::one(place), ticked),
            Intent::Type(fact) => Action::Type(fact, text()),
            Intent::TypeAsOf => Action::TypeAsOf(text()),
            Intent::Fold(measure) => Action::Fold(measure),
            Intent::Show(screen) => Action::Show(screen),
            Intent::Clear => Action::Clear,
            Intent::Ask(fact) => return Wish::Focus(AttrValue::Rc(Rc::clone(&book.facts[fact].id))),
            Intent::Results => return Wish::Focus(TITLE_ID.into()),
            Intent::Print => return Wish::Print,
        })
    }

    /// Whether it is meant by a change of what stands in an element, and not by a click.
    pub(super) fn is_change(self) -> bool {
        matches!(self, Intent::Say(..) | Intent::Tick(..) | Intent::Type(_) | Intent::TypeAsOf)
    }

    /// As it is written on an element.
    pub(super) fn written(self) -> AttrValue {
        let (what, place, more) = match self {
            Intent::Say(fact, Said::Place(place)) => (0, fact.place(), place),
            Intent::Say(fact, Said::NotSure) => (1, fact.place(), 0),
            Intent::Say(fact, Said::NoneOfThese) => (2, fact.place(), 0),
            Intent::Tick(fact, place) => (3, fact.place(), place),
            Intent::Type(fact) => (4, fact.place(), 0),
            Intent::TypeAsOf => (5, 0, 0),
            Intent::Fold(measure) => (6, measure.place(), 0),
            Intent::Ask(fact) => (7, fact.place(), 0),
            Intent::Show(Screen::Questions) => (8, 0, 0),
            Intent::Show(Screen::Sheet) => (8, 1, 0),
            Intent::Print => (9, 0, 0),
            Intent::Clear => (10, 0, 0),
            Intent::Results => (11, 0, 0),
        };
        format!("{what} {place} {more}").into()
    }

    /// Reads what [`Intent::written`] wrote. Nothing else is read: a place that is not there does nothing.
    pub(super) fn read(book: &RuleBook, text: &str) -> Option<Intent> {
        let mut numbers = text.split(' ').map(|number| number.parse::<usize>());
        let mut next = || numbers.next()?.ok();
        let (what, place, more) = (next()?, next()?, next()?);
        let fact = || (place < book.facts.len()).then(|| FactId::at(place));
        Some(match what {
            0 => Intent::Say(fact()?, Said::Place(more)),
            1 => Intent::Say(fact()?, Said::NotSure),
            2 => Intent::Say(fact()?, Said::NoneOfThese),
            3 => Intent::Tick(fact()?, more),
            4 => Intent::Type(fact()?),
            5 => Intent::TypeAsOf,
            6 if place < book.measures.len() => Intent::Fold(MeasureId::at(place)),
            7 => Intent::Ask(fact()?),
            8 => Intent::Show(if place == 0 { Screen::Questions } else { Screen::Sheet }),
            9 => Intent::Print,
            10 => Intent::Clear,
            11 => Intent::Results,
            _ => return None,
        })
    }
}
