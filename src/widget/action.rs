//! What a person can do, and what the state is then.

use std::rc::Rc;

use jiff::civil::Date;
use yew::Reducible;

use crate::engine::{Answer, AnswerError, Outcome, parse_typed};
use crate::rulebook::{FactId, FactKind, Id, MeasureId, Options, RuleBook, Value, date_text};

use super::state::{Draft, Screen, State};

/// What a person can do.
#[derive(Clone, Debug)]
pub enum Action {
    /// Answer a question, or take the answer back
    Say(FactId, Option<Answer>),
    /// Tick or untick one option of a question with several
    Tick(FactId, Options, bool),
    /// Type this in a box, which is not left yet: nothing follows from it
    Typing(FactId, String),
    /// Leave a box with this text in it
    Type(FactId, String),
    /// Search the options of a question
    Find(FactId, String),
    /// Type this in the date box, which is not left yet
    TypingAsOf(String),
    /// Leave the date box with this text in it
    TypeAsOf(String),
    /// Ask about a day
    AsOf(Date),
    /// Unfold a measure, or fold it
    Fold(MeasureId),
    /// Go to a screen
    Show(Screen),
    /// Go on from this question
    Next(FactId),
    /// Go back to the question before; from the first, to the start
    Back,
    /// Put this question, whatever comes next
    Ask(FactId),
    /// Search the measures
    Seek(String),
    /// Show the measures with this outcome alone, or all again
    Only(Outcome),
    /// Show all measures with this outcome, or the first of them again
    Whole(Outcome),
    /// Choose something for the sheet by its place, or take that back
    Paper(usize),
    /// Large type, or not
    Large,
    /// A receipt or a file, as it was handed over, could not be used
    Refused(Rc<str>),
    /// Go on from what a receipt or a file held, as [`State::kept`] writes it
    Restored(Rc<str>),
    /// Go on with the same rules in another language
    Speak(Rc<RuleBook>),
    /// Wipe every answer: asked first, if there is something to lose
    Clear,
    /// Wipe it, as was confirmed
    ClearNow,
    /// Do not wipe it
    ClearNot,
}

impl State {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Say(fact, answer) => {
                self.stay_with(fact);
                self.answers.set(fact, answer);
                // 不清楚 taken back: what stands in the box counts again.
                if answer.is_none() {
                    self.read_box(fact);
                }
            }
            Action::Tick(fact, option, ticked) => {
                self.stay_with(fact);
                let chosen = match self.answers.value(fact) {
                    Some(Value::Options(options)) => options,
                    _ => Options::NONE,
                };
                let chosen = if ticked { chosen.with(option) } else { chosen.without(option) };
                // Nothing ticked is not "none of these": that has a box of its own.
                let answer = (!chosen.is_empty()).then_some(Answer::Value(Value::Options(chosen)));
                self.answers.set(fact, answer);
            }
            Action::Typing(fact, text) => {
                self.stay_with(fact);
                let error = self.draft(fact).error;
                self.set_draft(fact, Draft { text, error });
            }
            Action::TypingAsOf(text) => self.as_of_draft.text = text,
            Action::Type(fact, text) => {
                self.stay_with(fact);
                self.typed(fact, text);
            }
            Action::Find(fact, text) => {
                self.stay_with(fact);
                self.set_draft(fact, Draft { text, error: None });
            }
            Action::TypeAsOf(text) => match parse_typed(&FactKind::Date, &text) {
                Ok(Some(Value::Date(date))) => self.ask_about(date),
                Ok(_) => self.as_of_draft = Draft { text, error: Some(AnswerError::NotADate) },
                Err(error) => self.as_of_draft = Draft { text, error: Some(error) },
            },
            Action::AsOf(date) => self.ask_about(date),
            Action::Fold(measure) => {
                if let Some(unfolded) = self.unfolded.get_mut(measure.place()) {
                    *unfolded = !*unfolded;
                }
            }
            Action::Show(screen) => self.show(screen),
            Action::Next(fact) => self.go_on_from(fact),
            Action::Back => {
                if let Some(fact) = self.asked {
                    self.read_box(fact);
                }
                self.asked = self.trail.pop();
                let screen = if self.asked.is_some() { Screen::Question } else { Screen::Start };
                self.leave_for(screen);
            }
            Action::Ask(fact) => {
                if let Some(asked) = self.asked {
                    self.gone_through(asked);
                }
                self.leave_for(Screen::Question);
                self.asked = Some(fact);
            }
            Action::Seek(text) => self.sought = text.into(),
            Action::Only(outcome) => self.only = (self.only != Some(outcome)).then_some(outcome),
            Action::Whole(outcome) => match self.whole.iter().position(|whole| *whole == outcome) {
                Some(place) => drop(self.whole.swap_remove(place)),
                None => self.whole.push(outcome),
            },
            Action::Paper(place) => {
                self.paper.change(place);
                self.paper_place = place;
            }
            Action::Large => self.large = !self.large,
            Action::Refused(handed) => self.refused = handed,
            Action::Restored(kept) => {
                if let Some(restored) = State::restored(Rc::clone(&self.book), &kept) {
                    *self = State { screen: Screen::Question, large: self.large, ..restored };
                }
            }
            Action::Speak(book) => self.book = book,
            Action::Clear if self.is_untouched() => self.clear(),
            Action::Clear => self.confirming = true,
            Action::ClearNow => self.clear(),
            Action::ClearNot => self.confirming = false,
        }
    }

    /// A question that is being answered stays on the screen, although another one would now be the next.
    fn stay_with(&mut self, fact: FactId) {
        if self.screen == Screen::Question {
            self.asked = Some(fact);
        }
    }

    fn go_on_from(&mut self, fact: FactId) {
        // Enter, or the button, goes on before the box is left.
        self.read_box(fact);
        if self.answers.get(fact).is_none() {
            self.asked = Some(fact);
            self.skipped = Some(fact);
            self.reported = self.draft(fact).error.is_some();
            return;
        }
        self.gone_through(fact);
        self.leave_for(Screen::Question);
        self.asked = None;
    }

    fn gone_through(&mut self, fact: FactId) {
        self.trail.retain(|gone| *gone != fact);
        self.trail.push(fact);
    }

    /// What is wrong in a box is told before the sheet is made without it.
    fn show(&mut self, screen: Screen) {
        if screen == Screen::Sheet && !self.wrong().is_empty() {
            self.reported = true;
        } else {
            self.leave_for(screen);
        }
    }

    fn leave_for(&mut self, screen: Screen) {
        self.screen = screen;
        self.by_section = match screen {
            Screen::Question => false,
            Screen::Questions => true,
            Screen::Start | Screen::Sheet => self.by_section,
        };
        self.skipped = None;
        self.reported = false;
        self.confirming = false;
    }

    /// Whether nothing would be lost if it were wiped.
    pub(super) fn is_untouched(&self) -> bool {
        self.answers.count() == 0 && self.drafts.iter().all(|draft| draft.text.is_empty())
    }

    /// The day, the language and the size of type are no answers: they stay.
    fn clear(&mut self) {
        let anew = State::new(Rc::clone(&self.book), self.as_of);
        *self = State { large: self.large, ..anew };
    }

    fn ask_about(&mut self, date: Date) {
        self.as_of = date;
        self.as_of_draft = Draft { text: date_text(date), error: None };
    }

    /// Reads what stands in the box of a fact, if it has one that is in use.
    fn read_box(&mut self, fact: FactId) {
        let has_box = matches!(self.book.facts[fact].kind, FactKind::Number(_) | FactKind::Date);
        if has_box && self.answers.get(fact) != Some(Answer::NotSure) {
            self.typed(fact, self.draft(fact).text);
        }
    }

    fn typed(&mut self, fact: FactId, text: String) {
        let parsed = parse_typed(&self.book.facts[fact].kind, &text);
        let answer = parsed.as_ref().ok().copied().flatten().map(Answer::Value);
        self.answers.set(fact, answer);
        self.set_draft(fact, Draft { text, error: parsed.err() });
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.apply(action);
        Rc::new(state)
    }
}
