//! The input of a story: a date, answers and actions.

#![expect(
    clippy::expect_used,
    reason = "what stories are made from stands beside them, and a test makes every one"
)]

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Reducible};

use crate::engine::{Live, answers_from_json};
use crate::rulebook::{Json, Locale, RuleBook, parse_date};

use crate::widget::catalogue::Catalogue;
use crate::widget::details::{Ask, Details, Told};
use crate::widget::view::View;
use crate::widget::{Action, EligibilityCheck, Props, State};

/// Answers with which every outcome occurs.
pub(super) const MANY: &str = r#"{
    "registered": true, "scale": "large", "trade": "umbrellas", "honours": ["exporter"], "founded": "2018-03-01",
    "revenue": "1234.5", "staff": {"not-sure": true}
}"#;

/// Answers with which the measure with the longest texts is met.
pub(super) const LONGEST: &str = r#"{"longest": true, "trade": "kites", "rent": "1234.56"}"#;

#[derive(Clone)]
pub(super) struct Scene {
    locale: Locale,
    book: Rc<RuleBook>,
    languages: Rc<[Locale]>,
    day: &'static str,
    said: &'static str,
    actions: Vec<Action>,
}

impl Scene {
    pub(super) fn new(locale: Locale, book: Rc<RuleBook>) -> Scene {
        let languages = book.languages.clone().into();
        Scene { locale, book, languages, day: "2019-05-10", said: "{}", actions: Vec::new() }
    }

    /// Asked about this day.
    pub(super) fn on(self, day: &'static str) -> Scene {
        Scene { day, ..self }
    }

    /// With these answers, written as cases are.
    pub(super) fn said(self, said: &'static str) -> Scene {
        Scene { said, ..self }
    }

    /// After one more thing that the person has done.
    pub(super) fn after(mut self, action: Action) -> Scene {
        self.actions.push(action);
        self
    }

    /// With rules that differ in this.
    pub(super) fn with_rules(mut self, change: impl FnOnce(&mut RuleBook)) -> Scene {
        change(Rc::make_mut(&mut self.book));
        self
    }

    /// With the language shown as the only one.
    pub(super) fn in_one_language(self) -> Scene {
        Scene { languages: Rc::default(), ..self }
    }

    /// What follows from all that.
    pub(super) fn view(&self) -> View {
        let as_of = parse_date(self.day).expect("a day that exists");
        let said = Json::parse(self.said).expect("answers in JSON");
        let answers = answers_from_json(&self.book, &said).expect("answers to the questions of the pack");
        let state = State::new(Rc::clone(&self.book), as_of).with_answers(answers);
        let state = self.actions.iter().cloned().fold(Rc::new(state), State::reduce);
        let live = Live::new(&self.book, &state.answers, state.as_of().evaluated);
        let props = Props {
            book: Rc::clone(&self.book),
            catalogue: Rc::new(Catalogue::of(self.locale).clone()),
            locale: self.locale,
            as_of,
            heading_level: 2,
            languages: Rc::clone(&self.languages),
            rules_page: Some("rulebook.html".into()),
            opened: None,
            state: None,
            on_effect: Callback::default(),
            on_ask: {
                let details = RefCell::new(details(&self.book, self.locale));
                Callback::from(move |ask: Ask| Told::Text(details.borrow_mut().write(ask, "").into()))
            },
        };
        EligibilityCheck::see(&props, state, &live, Rc::default())
    }
}

fn details(book: &Rc<RuleBook>, locale: Locale) -> Details {
    Details::new(Rc::clone(book), Rc::new(Catalogue::of(locale).clone()), locale)
}
