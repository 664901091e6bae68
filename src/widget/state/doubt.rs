//! Doubts about answers: what the widget asks back about, and what the user has confirmed.

use super::State;
use crate::engine::{Answer, Doubt, doubt, parse_answer};
use crate::rulebook::{FactId, FactKind, Value};

impl State {
    /// The value of an answer, or of the text in its field as typed so far, and whether it is the
    /// answer. `None` if there is none, or if the field is disabled.
    pub(in crate::widget) fn entered_value(&self, fact: FactId) -> Option<(Value, bool)> {
        let kind = &self.pack.facts[fact].kind;
        let answer = self.answers.get(fact);
        let value = match kind {
            FactKind::Number(_) | FactKind::Date if answer != Some(Answer::NotSure) => {
                parse_answer(&self.pack, kind, &self.draft(fact).text).ok()??
            }
            _ => self.answers.value(fact)?,
        };
        Some((value, answer == Some(Answer::Value(value))))
    }

    /// The doubt about an answer, or about the text in its field, that is shown next to it.
    ///
    /// A number that is still being typed may be too small because digits are missing.
    pub(in crate::widget) fn shown_doubt(&self, fact: FactId) -> Option<Doubt<'_>> {
        let (value, is_answer) = self.entered_value(fact)?;
        let answer = Answer::Value(value);
        if self.confirmed.contains(&(fact, answer)) {
            return None;
        }
        let mut answers = self.answers.clone();
        answers.set(fact, Some(answer));
        let doubt = doubt(&self.pack, &answers, self.as_of().evaluated, fact);
        doubt.filter(|doubt| is_answer || !matches!(doubt, Doubt::BelowUsual(_)))
    }

    /// Confirms the answer to a fact. Another answer is doubted again.
    pub(super) fn confirm(&mut self, fact: FactId) {
        if let Some(answer) = self.answers.get(fact) {
            self.confirmed.push((fact, answer));
        }
    }

    /// Whether the user has had no chance to see the doubt about an answer. True once for each
    /// answer.
    ///
    /// All other doubts are shown while the user is typing.
    pub(super) fn asks_back(&mut self, fact: FactId) -> bool {
        let is_hidden = matches!(self.shown_doubt(fact), Some(Doubt::BelowUsual(_)));
        let answer = self.answers.get(fact).map(|answer| (fact, answer));
        is_hidden && std::mem::replace(&mut self.asked_back, answer) != answer
    }
}
