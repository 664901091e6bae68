//! Answers and the texts in fields.

use jiff::civil::Date;

use super::{Draft, State};
use crate::engine::{Answer, AnswerError, parse_answer};
use crate::rulebook::{FactId, FactKind, Options, Value, format_date};

impl State {
    pub(super) fn answer(&mut self, fact: FactId, answer: Option<Answer>) {
        self.answers.set(fact, answer);
        // When the answer 不清楚 is removed, the draft counts again.
        if answer.is_none() {
            self.parse_field(fact);
        }
    }

    pub(super) fn set_option(&mut self, fact: FactId, option: Options, is_checked: bool) {
        let chosen = match self.answers.value(fact) {
            Some(Value::Options(options)) => options,
            _ => Options::EMPTY,
        };
        let chosen = if is_checked { chosen.union(option) } else { chosen.difference(option) };
        // Without a checked option there is no answer: 以上都不是 has its own checkbox.
        let answer = (!chosen.is_empty()).then_some(Answer::Value(Value::Options(chosen)));
        self.answers.set(fact, answer);
    }

    pub(super) fn parse_as_of(&mut self, text: String) {
        match parse_answer(&self.pack, &FactKind::Date, &text) {
            Ok(Some(Value::Date(date))) => self.set_as_of(date),
            Ok(_) => self.as_of_draft = Draft { text, error: Some(AnswerError::NotADate) },
            Err(error) => self.as_of_draft = Draft { text, error: Some(error) },
        }
    }

    /// The day of the host has changed.
    pub(super) fn set_today(&mut self, date: Date) {
        self.today = date;
        self.set_as_of(date);
    }

    pub(super) fn set_as_of(&mut self, date: Date) {
        self.as_of = date;
        self.plan.forget_receipt();
        self.as_of_draft = Draft { text: format_date(date), error: None };
    }

    /// Parses the draft of a fact, if it has a text field that is enabled.
    pub(super) fn parse_field(&mut self, fact: FactId) {
        let has_field = matches!(self.pack.facts[fact].kind, FactKind::Number(_) | FactKind::Date);
        if has_field && self.answers.get(fact) != Some(Answer::NotSure) {
            self.parse_draft(fact, self.draft(fact).text.clone());
        }
    }

    pub(super) fn parse_draft(&mut self, fact: FactId, text: String) {
        let parsed = parse_answer(&self.pack, &self.pack.facts[fact].kind, &text);
        let answer = parsed.as_ref().ok().copied().flatten().map(Answer::Value);
        self.answers.set(fact, answer);
        self.set_draft(fact, Draft { text, error: parsed.err() });
    }
}
