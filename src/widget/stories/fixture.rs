//! The input of a story: a day, answers and actions.

#![expect(
    clippy::expect_used,
    reason = "stories are made of constants, and a test makes every one of them"
)]

use std::rc::Rc;

use yew::Reducible;

use crate::engine::answers_from_json;
use crate::rulebook::{Json, Locale, RulePack, parse_date};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::hooks::evaluate;
use crate::widget::pack::Pack;
use crate::widget::text::Catalogue;
use crate::widget::ui::Level;
use crate::widget::{Action, State};

/// Answers with which every outcome occurs.
pub(super) const MANY: &str = r#"{
    "registered": true, "scale": "large", "trade": "umbrellas", "honours": ["exporter"], "founded": "2018-03-01",
    "revenue": "1234.5", "staff": {"not-sure": true}
}"#;

/// Answers with which the measure with the longest texts is met.
pub(super) const LONGEST: &str = r#"{"longest": true, "trade": "kites", "rent": "1234.56"}"#;

#[derive(Clone)]
pub(super) struct Scene {
    pub(super) locale: Locale,
    book: Rc<RulePack>,
    day: &'static str,
    answers: &'static str,
    actions: Vec<Action>,
}

/// What parts are rendered from. Actions are ignored.
pub(super) struct Parts {
    pub(super) evaluation: Rc<Evaluation>,
    pub(super) state: Rc<State>,
    pub(super) dispatch: Dispatch,
}

impl Scene {
    pub(super) fn new(locale: Locale, book: Rc<RulePack>) -> Scene {
        Scene { locale, book, day: "2019-05-10", answers: "{}", actions: Vec::new() }
    }

    /// On another day.
    pub(super) fn on(self, day: &'static str) -> Scene {
        Scene { day, ..self }
    }

    /// With these answers, written as in cases.
    pub(super) fn with(self, answers: &'static str) -> Scene {
        Scene { answers, ..self }
    }

    /// After one more action.
    pub(super) fn after(mut self, action: Action) -> Scene {
        self.actions.push(action);
        self
    }

    /// With changed rules.
    pub(super) fn with_rules(mut self, change: impl FnOnce(&mut RulePack)) -> Scene {
        change(Rc::make_mut(&mut self.book));
        self
    }

    pub(super) fn pack(&self) -> Pack {
        let catalogue = Rc::new(Catalogue::of(self.locale).clone());
        Pack { book: Rc::clone(&self.book), catalogue, locale: self.book.language(self.locale) }
    }

    pub(super) fn parts(&self) -> Parts {
        let as_of = parse_date(self.day).expect("a day that exists");
        let answers = Json::parse(self.answers).expect("answers in JSON");
        let answers =
            answers_from_json(&self.book, &answers).expect("answers to the questions of the pack");
        let state = State::new(Rc::clone(&self.book), as_of).with_answers(answers);
        let state = self.actions.iter().cloned().fold(Rc::new(state), State::reduce);
        let evaluation = evaluate(&mut None, &self.pack(), Level::new(2), &state);
        Parts { evaluation: Rc::new(evaluation), state, dispatch: Dispatch::default() }
    }
}
