//! What an element does when it is used, written on it as `data-do` and heard by one listener for the whole widget.
//!
//! # Why
//!
//! A listener of its own on every input and button is a closure of its own in the module, a third of a kilobyte each,
//! and forgets what it was about as soon as the element is copied. Written on the element, it also works on markup that
//! was rendered elsewhere.

use yew::AttrValue;

use crate::engine::{Answer, Outcome};
use crate::rulebook::{FactId, FactKind, Id, Locale, MeasureId, Options, RuleBook, Value};

use super::details::FileKind;
use super::paper::UNFOLDED;
use super::state::Screen;

/// The attribute it is written in.
pub(super) const ATTRIBUTE: &str = "data-do";

/// What a person does with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// Answer a question when it is ticked, and take the answer back when it is not
    Say(FactId, Said),
    /// Tick or untick an option of several, by its place
    Tick(FactId, usize),
    /// Type in a box, or leave it
    Type(FactId),
    /// Search the options of a question
    Find(FactId),
    /// Type in the date box, or leave it
    TypeAsOf,
    /// Unfold a measure, or fold it
    Fold(MeasureId),
    /// Go to a question
    Ask(FactId),
    /// Go on from a question
    Next(FactId),
    /// Go on from a question by its form
    Submit(FactId),
    /// Go back to the question before
    Back,
    /// Go to the results
    Results,
    /// Search the measures
    Seek,
    /// Show the measures with one outcome, or all
    Only(Outcome),
    /// Show all measures with an outcome, or the first of them again
    Whole(Outcome),
    /// Show a screen
    Show(Screen),
    /// Print the sheet
    Print,
    /// Go on from the receipt code
    Restore,
    /// Go on from a file
    Open,
    /// Choose something for the sheet by its place, or take that back
    Paper(usize),
    /// Save a file
    Save(FileKind),
    /// Wipe every answer
    Clear,
    /// Wipe them, as was confirmed
    ClearNow,
    /// Do not wipe them
    ClearNot,
    /// Show everything in another language
    Language(Locale),
    /// Show everything in large type, or not
    Large,
}

/// By which event an intent is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A click, or a key that does the same
    Click,
    /// A click right after another: nothing is meant by it
    Again,
    /// What stands in an element has changed, and it is left or ticked
    Change,
    /// What stands in an element has changed by a letter
    Input,
    /// The button of a form, or Enter in one of its boxes
    Submit,
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

impl Intent {
    /// Whether it is meant by an event.
    pub(super) fn is_meant_by(self, cause: Cause) -> bool {
        match self {
            Intent::Paper(UNFOLDED) => cause == Cause::Click,
            Intent::Say(..) | Intent::Tick(..) | Intent::Open | Intent::Paper(_) => cause == Cause::Change,
            Intent::Find(_) | Intent::Seek => cause == Cause::Input,
            // Each letter is remembered, and read as an answer once the box is left.
            Intent::Type(_) | Intent::TypeAsOf => matches!(cause, Cause::Change | Cause::Input),
            Intent::Submit(_) | Intent::Restore => cause == Cause::Submit,
            Intent::Fold(_)
            | Intent::Ask(_)
            | Intent::Next(_)
            | Intent::Back
            | Intent::Results
            | Intent::Only(_)
            | Intent::Whole(_)
            | Intent::Show(_)
            | Intent::Print
            | Intent::Save(_)
            | Intent::Clear
            | Intent::ClearNow
            | Intent::ClearNot
            | Intent::Language(_)
            | Intent::Large => cause == Cause::Click,
        }
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
            Intent::Show(screen) => (8, screen as usize, 0),
            Intent::Print => (9, 0, 0),
            Intent::Clear => (10, 0, 0),
            Intent::Results => (11, 0, 0),
            Intent::Find(fact) => (12, fact.place(), 0),
            Intent::Next(fact) => (13, fact.place(), 0),
            Intent::Back => (14, 0, 0),
            Intent::Seek => (15, 0, 0),
            Intent::Only(outcome) => (16, outcome as usize, 0),
            Intent::Restore => (18, 0, 0),
            Intent::Open => (19, 0, 0),
            Intent::Save(kind) => (20, kind as usize, 0),
            Intent::ClearNow => (21, 0, 0),
            Intent::ClearNot => (22, 0, 0),
            Intent::Language(locale) => (23, locale as usize, 0),
            Intent::Large => (24, 0, 0),
            Intent::Submit(fact) => (25, fact.place(), 0),
            Intent::Whole(outcome) => (26, outcome as usize, 0),
            Intent::Paper(place) => (27, place, 0),
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
            8 => Intent::Show(*Screen::ALL.get(place)?),
            9 => Intent::Print,
            10 => Intent::Clear,
            11 => Intent::Results,
            12 => Intent::Find(fact()?),
            13 => Intent::Next(fact()?),
            14 => Intent::Back,
            15 => Intent::Seek,
            16 => Intent::Only(*Outcome::ALL.get(place)?),
            18 => Intent::Restore,
            19 => Intent::Open,
            20 => Intent::Save(*FileKind::ALL.get(place)?),
            21 => Intent::ClearNow,
            22 => Intent::ClearNot,
            23 => Intent::Language(*Locale::ALL.get(place)?),
            24 => Intent::Large,
            25 => Intent::Submit(fact()?),
            26 => Intent::Whole(*Outcome::ALL.get(place)?),
            27 => Intent::Paper(place),
            _ => return None,
        })
    }
}
