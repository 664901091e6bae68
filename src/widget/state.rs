//! State: what the person has said and sees. Pure; the same reducer runs in tests without a browser.

use std::rc::Rc;

use jiff::civil::Date;
use yew::Reducible;

use crate::engine::{Answer, AnswerError, Answers, AsOf, parse_typed};
use crate::rulebook::{FactId, FactKind, Id, MeasureId, Options, RuleBook, Value, date_text, parse_date};

/// Everything that changes while the widget is used.
#[derive(Clone, Debug)]
pub struct State {
    book: Rc<RuleBook>,
    /// What has been said
    pub answers: Answers,
    /// What stands in the boxes, letter by letter: an error loses nothing that was typed
    drafts: Vec<Draft>,
    /// The day asked about
    as_of: Date,
    as_of_draft: Draft,
    /// Which measures are unfolded
    unfolded: Vec<bool>,
    /// What is shown
    pub screen: Screen,
}

/// What stands in a box, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// As it was typed
    pub text: String,
    /// Why it is not an answer
    pub error: Option<AnswerError>,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Questions, with live results beside them
    Questions,
    /// The checklist as it will be printed
    Sheet,
}

/// What a person can do.
#[derive(Clone, Debug)]
pub enum Action {
    /// Answer a question, or take the answer back
    Say(FactId, Option<Answer>),
    /// Tick or untick one option of a question with several
    Tick(FactId, Options, bool),
    /// Leave a box with this text in it
    Type(FactId, String),
    /// Leave the date box with this text in it
    TypeAsOf(String),
    /// Ask about a day
    AsOf(Date),
    /// Unfold a measure, or fold it
    Fold(MeasureId),
    /// Go to a screen
    Show(Screen),
    /// Wipe every answer
    Clear,
}

impl State {
    /// Nothing said yet.
    pub fn new(book: Rc<RuleBook>, as_of: Date) -> State {
        State {
            answers: Answers::none(&book),
            drafts: vec![Draft::default(); book.facts.len()],
            as_of,
            as_of_draft: Draft { text: date_text(as_of), error: None },
            unfolded: vec![false; book.measures.len()],
            screen: Screen::Questions,
            book,
        }
    }

    /// With these answers given.
    #[must_use]
    pub fn with_answers(mut self, answers: Answers) -> State {
        for (fact, answer) in answers.iter() {
            let text = match answer {
                Answer::Value(Value::Number(number)) => number.to_string(),
                Answer::Value(Value::Date(date)) => date_text(date),
                Answer::Value(Value::YesNo(_) | Value::Options(_)) | Answer::NotSure => continue,
            };
            self.set_draft(fact, Draft { text, error: None });
        }
        self.answers = answers;
        self
    }

    /// What has been said, for the same rules in another language to go on from; nothing if nothing has been said.
    pub fn kept(&self) -> String {
        if self.answers.count() == 0 {
            return String::new();
        }
        let (fingerprint, day) = (self.book.fingerprint.to_string(), date_text(self.as_of));
        [&*fingerprint, &*day, &*self.answers.packed()].join(" ")
    }

    /// Goes on from what [`State::kept`] wrote; anew, if that was said of other rules.
    pub fn restored(book: Rc<RuleBook>, as_of: Date, kept: &str) -> State {
        let mut parts = kept.splitn(3, ' ');
        let same = parts.next() == Some(&*book.fingerprint.to_string());
        let (day, said) = (parts.next().and_then(parse_date), parts.next());
        match (day, said) {
            (Some(day), Some(said)) if same => {
                let answers = Answers::unpacked(&book, said);
                State::new(book, day).with_answers(answers)
            }
            _ => State::new(book, as_of),
        }
    }

    /// What stands in the box of a fact.
    pub fn draft(&self, fact: FactId) -> Draft {
        self.drafts.get(fact.place()).cloned().unwrap_or_default()
    }

    /// Whether a measure is unfolded.
    pub fn is_unfolded(&self, measure: MeasureId) -> bool {
        self.unfolded.get(measure.place()).copied().unwrap_or_default()
    }

    /// What stands in the date box.
    pub fn as_of_draft(&self) -> &Draft {
        &self.as_of_draft
    }

    /// The day asked about and the day evaluated.
    pub fn as_of(&self) -> AsOf {
        AsOf::new(&self.book, self.as_of)
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Say(fact, answer) => {
                self.answers.set(fact, answer);
                // 不清楚 taken back: what stands in the box counts again.
                let text = self.draft(fact).text;
                if answer.is_none() && !text.is_empty() {
                    self.typed(fact, text);
                }
            }
            Action::Tick(fact, option, ticked) => {
                let chosen = match self.answers.value(fact) {
                    Some(Value::Options(options)) => options,
                    _ => Options::NONE,
                };
                let chosen = if ticked { chosen.with(option) } else { chosen.without(option) };
                // Nothing ticked is not "none of these": that has a box of its own.
                let answer = (!chosen.is_empty()).then_some(Answer::Value(Value::Options(chosen)));
                self.answers.set(fact, answer);
            }
            Action::Type(fact, text) => self.typed(fact, text),
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
            Action::Show(screen) => self.screen = screen,
            Action::Clear => {
                self.answers = Answers::none(&self.book);
                self.drafts.fill(Draft::default());
                self.ask_about(self.as_of);
            }
        }
    }

    fn ask_about(&mut self, date: Date) {
        self.as_of = date;
        self.as_of_draft = Draft { text: date_text(date), error: None };
    }

    fn typed(&mut self, fact: FactId, text: String) {
        let parsed = parse_typed(&self.book.facts[fact].kind, &text);
        let answer = parsed.as_ref().ok().copied().flatten().map(Answer::Value);
        self.answers.set(fact, answer);
        self.set_draft(fact, Draft { text, error: parsed.err() });
    }

    fn set_draft(&mut self, fact: FactId, draft: Draft) {
        if let Some(place) = self.drafts.get_mut(fact.place()) {
            *place = draft;
        }
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
