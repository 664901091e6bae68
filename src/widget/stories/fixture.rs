//! The input of a story: as-of date, answers and actions.

#![expect(
    clippy::expect_used,
    reason = "stories are built from constants, and a test builds every one"
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

/// Answers for which every outcome occurs.
pub(super) const MANY: &str = r#"{
    "registered": true, "scale": "large", "trade": "umbrellas", "honours": ["exporter"], "founded": "2018-03-01",
    "revenue": "1234.5", "staff": {"not-sure": true}
}"#;

/// Answers for which the measure with the longest texts is met.
pub(super) const LONGEST: &str = r#"{"longest": true, "trade": "kites", "rent": "1234.56"}"#;

/// Builds the props of a story.
#[derive(Clone)]
pub(super) struct Fixture {
    pub(super) locale: Locale,
    pack: Rc<RulePack>,
    as_of: &'static str,
    answers: &'static str,
    actions: Vec<Action>,
}

/// The values that components render. `dispatch` ignores all actions.
pub(super) struct Inputs {
    pub(super) evaluation: Rc<Evaluation>,
    pub(super) state: Rc<State>,
    pub(super) dispatch: Dispatch,
}

impl Fixture {
    pub(super) fn new(locale: Locale, pack: Rc<RulePack>) -> Fixture {
        Fixture { locale, pack, as_of: "2019-05-10", answers: "{}", actions: Vec::new() }
    }

    /// Sets the as-of date.
    pub(super) fn with_as_of(self, as_of: &'static str) -> Fixture {
        Fixture { as_of, ..self }
    }

    /// Sets the answers, in the JSON of a case.
    pub(super) fn with_answers(self, answers: &'static str) -> Fixture {
        Fixture { answers, ..self }
    }

    /// Adds an action.
    pub(super) fn after(mut self, action: Action) -> Fixture {
        self.actions.push(action);
        self
    }

    /// Changes the pack.
    pub(super) fn with_pack(mut self, change: impl FnOnce(&mut RulePack)) -> Fixture {
        change(Rc::make_mut(&mut self.pack));
        self
    }

    pub(super) fn localized_pack(&self) -> Pack {
        let catalogue = Rc::new(Catalogue::of(self.locale).clone());
        Pack { rules: Rc::clone(&self.pack), catalogue, locale: self.pack.language(self.locale) }
    }

    pub(super) fn build(&self) -> Inputs {
        let as_of = parse_date(self.as_of).expect("a valid date");
        let answers = Json::parse(self.answers).expect("answers in JSON");
        let answers =
            answers_from_json(&self.pack, &answers).expect("answers to the questions of the pack");
        let state = State::new(Rc::clone(&self.pack), as_of).with_answers(answers);
        let state = self.actions.iter().cloned().fold(Rc::new(state), State::reduce);
        let evaluation = evaluate(&mut None, &self.localized_pack(), Level::new(2), &state);
        Inputs { evaluation: Rc::new(evaluation), state, dispatch: Dispatch::default() }
    }
}
