//! Going from screen to screen.

use crate::engine::{EvalContext, Truth};
use crate::rulebook::{FactId, format_date};

use super::{FocusTarget, Screen, State};

impl State {
    /// Starts at the first question that has no answer yet.
    pub(super) fn start_interview(&mut self) {
        self.is_topic_missing = false;
        self.history.clear();
        self.return_to = None;
        self.changed_from = None;
        self.leave_question();
        self.navigate(Screen::Question);
    }

    /// Pins the questions on the question screen, so that they stay while they are being answered,
    /// even if the engine now chooses others.
    pub(super) fn ask(&mut self, facts: Vec<FactId>) {
        if self.screen == Screen::Question && self.asked.is_empty() {
            self.set_asked(facts);
        }
    }

    fn set_asked(&mut self, facts: Vec<FactId>) {
        self.history.retain(|visited| !visited.iter().any(|fact| facts.contains(fact)));
        self.asked = facts;
        self.answers_when_asked = self.answers.clone();
    }

    fn leave_question(&mut self) {
        self.asked.clear();
        self.skipped.clear();
    }

    pub(super) fn next(&mut self, required: &[FactId]) {
        // The Enter key and the button fire before the field loses the focus.
        for fact in self.asked.clone() {
            self.parse_field(fact);
        }
        let unanswered = required.iter().copied().filter(|fact| self.answers.get(*fact).is_none());
        self.skipped = unanswered.collect();
        let is_invalid = |fact: &FactId| self.draft(*fact).error.is_some();
        self.is_summary_shown = self.skipped.iter().any(is_invalid);
        if let Some(first) = self.skipped.first().copied() {
            let target = match self.has_error_summary() {
                true => FocusTarget::ErrorSummary,
                false => FocusTarget::Question(first),
            };
            return self.focus.move_to(target);
        }
        for fact in self.asked.clone() {
            if self.asks_back(fact) {
                return self.focus.move_to(FocusTarget::Question(fact));
            }
        }
        self.visit();
        self.changed_from = Some(self.answers_when_asked.clone());
        let next = self.return_to.take().unwrap_or(Screen::Question);
        self.navigate(next);
    }

    /// Records the current question screen as visited, and leaves it.
    fn visit(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        if !asked.is_empty() {
            self.history.push(asked);
        }
    }

    /// Goes to the previous screen. What was typed is kept.
    pub(super) fn back(&mut self) {
        for fact in self.asked.clone() {
            self.parse_field(fact);
        }
        self.changed_from = None;
        match self.screen {
            Screen::Day => {
                self.set_as_of(self.as_of);
                self.navigate(Screen::Start);
            }
            Screen::Start | Screen::Topics => self.navigate(Screen::Start),
            Screen::Question => match self.return_to.take() {
                Some(screen) => {
                    self.leave_question();
                    self.navigate(screen);
                }
                None => self.previous_question(),
            },
            Screen::Results if self.is_by_section => self.navigate(Screen::AllQuestions),
            Screen::Results => self.previous_question(),
            Screen::AllQuestions => self.navigate(self.first_screen()),
            Screen::Plan => self.navigate(Screen::Results),
        }
    }

    fn previous_question(&mut self) {
        self.leave_question();
        match self.history.pop() {
            Some(facts) => {
                self.navigate(Screen::Question);
                self.set_asked(facts);
            }
            None => self.navigate(self.first_screen()),
        }
    }

    /// The screen before the first question.
    pub(in crate::widget) fn first_screen(&self) -> Screen {
        if self.pack.topics.is_empty() { Screen::Start } else { Screen::Topics }
    }

    /// The screen after the start.
    pub(in crate::widget) fn after_start(&self) -> Screen {
        if self.pack.topics.is_empty() { Screen::Question } else { Screen::Topics }
    }

    /// Goes to a question, with those that are asked together with it.
    pub(super) fn go_to(&mut self, fact: FactId) {
        let is_shown = self.screen == Screen::AllQuestions
            || self.screen == Screen::Question && self.asked.contains(&fact);
        if is_shown {
            // Only the focus moves; the error stays.
            return self.focus.move_to(FocusTarget::Question(fact));
        }
        match self.screen {
            Screen::Question => self.visit(),
            screen @ (Screen::Results | Screen::Plan) => self.return_to = Some(screen),
            Screen::Start | Screen::Day | Screen::Topics | Screen::AllQuestions => {}
        }
        self.changed_from = None;
        self.navigate(Screen::Question);
        let asked = self.asked_with(fact);
        self.set_asked(asked);
    }

    /// A fact, and the facts on the same screen that are not hidden by other answers.
    fn asked_with(&self, fact: FactId) -> Vec<FactId> {
        match self.pack.group_of(fact) {
            Some(group) => {
                let shown = |other: &FactId| *other == fact || !self.is_hidden(*other);
                group.facts.iter().copied().filter(shown).collect()
            }
            None => vec![fact],
        }
    }

    /// Whether the question of a fact does not concern the applicant, by the other answers.
    pub(in crate::widget) fn is_hidden(&self, fact: FactId) -> bool {
        let context =
            EvalContext { pack: &self.pack, answers: &self.answers, as_of: self.as_of().evaluated };
        let when = self.pack.facts[fact].ask_when.as_ref();
        when.is_some_and(|when| context.truth(when) == Truth::False)
    }

    /// Goes to a screen, unless there is an error to correct first.
    pub(super) fn show(&mut self, screen: Screen) {
        if self.screen == Screen::Day {
            self.parse_as_of(self.as_of_draft.text.clone());
            if self.as_of_draft.error.is_some() {
                return self.focus.move_to(FocusTarget::AsOf);
            }
        }
        if let (Screen::Plan, Some(fact)) = (screen, self.invalid_drafts().first().copied()) {
            if !matches!(self.screen, Screen::AllQuestions | Screen::Question) {
                self.go_to(fact);
            }
            self.is_summary_shown = true;
            return self.focus.move_to(FocusTarget::ErrorSummary);
        }
        // Without further questions, the results follow the last one.
        let is_next = self.screen == Screen::Question && self.asked.is_empty();
        if !is_next {
            self.changed_from = None;
        }
        if self.screen == Screen::Question && self.return_to.is_none() {
            self.visit();
        }
        self.return_to = None;
        self.navigate(screen);
    }

    pub(super) fn navigate(&mut self, screen: Screen) {
        if screen == Screen::Day {
            // Outside the period, the nearest day of the period.
            self.as_of_draft.text = format_date(self.as_of().evaluated);
        }
        self.screen = screen;
        self.is_by_section = match screen {
            Screen::Topics | Screen::Question => false,
            Screen::AllQuestions => true,
            Screen::Start | Screen::Day | Screen::Results | Screen::Plan => self.is_by_section,
        };
        self.skipped.clear();
        self.is_summary_shown = false;
        self.is_confirming_clear = false;
        self.plan.forget_receipt();
        self.focus.move_to(FocusTarget::Heading);
    }
}
