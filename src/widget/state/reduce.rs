//! The reducer: computes the next state after an action. Pure.

use std::rc::Rc;

use jiff::civil::Date;
use yew::Reducible;

use crate::engine::{Answer, AnswerError, Outcome, parse_answer};
use crate::rulebook::{FactId, FactKind, Id, Options, Value, format_date};

use super::{Action, Draft, FocusTarget, PrintOption, Screen, State};
use crate::widget::restore::{Import, ImportSource, RejectedImport, SavedState};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        state.apply(action);
        Rc::new(state)
    }
}

impl State {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Answer(fact, answer) => self.answer(fact, answer),
            Action::ConfirmAnswer(fact) => {
                self.confirm(fact);
                self.focus.move_to(FocusTarget::Question(fact));
            }
            Action::SetOption(fact, option, is_checked) => {
                self.set_option(fact, option, is_checked)
            }
            Action::EditDraft(fact, text) => {
                self.pin(fact);
                let error = self.draft(fact).error.clone();
                self.set_draft(fact, Draft { text, error });
            }
            // Does not pin: browsers fire the last `change` of a field after its question was left.
            Action::CommitDraft(fact, text) => self.parse_draft(fact, text),
            Action::SearchOptions(fact, text) => {
                self.pin(fact);
                self.set_draft(fact, Draft { text, error: None });
            }
            Action::EditAsOf(text) => self.as_of_draft.text = text,
            Action::CommitAsOf(text) => self.parse_as_of(text),
            Action::SetAsOf(date) => self.set_as_of(date),
            Action::ToggleMeasure(measure) => {
                if let Some(is_expanded) = self.expanded.get_mut(measure.index()) {
                    *is_expanded = !*is_expanded;
                }
            }
            Action::Show(screen) => self.show(screen),
            Action::Next(fact) => self.next(fact),
            Action::Back => self.back(),
            Action::GoTo(fact) => self.go_to(fact),
            Action::GoToResults => self.focus.move_to(FocusTarget::Results),
            Action::SetQuery(text) => self.query = text.into(),
            Action::SetOutcomeFilter(outcome) => {
                self.outcome_filter = (self.outcome_filter != Some(outcome)).then_some(outcome);
            }
            Action::ShowAll(outcome) => self.toggle_shown_in_full(outcome),
            Action::TogglePrintOption(option) => self.toggle_print_option(option),
            Action::ToggleLargeText => self.is_large_text = !self.is_large_text,
            Action::EditCode(text) => self.code_draft = text.into(),
            Action::Restore(import) => self.restore(import),
            Action::SetLanguage(pack) => self.pack = pack,
            Action::Clear if self.is_untouched() => self.clear(),
            Action::Clear => {
                self.is_confirming_clear = true;
                self.focus.move_to(FocusTarget::ClearQuestion);
            }
            Action::ConfirmClear => self.clear(),
            Action::CancelClear => {
                self.is_confirming_clear = false;
                self.focus.move_to(FocusTarget::ClearButton);
            }
        }
    }

    fn answer(&mut self, fact: FactId, answer: Option<Answer>) {
        self.pin(fact);
        self.answers.set(fact, answer);
        // When the answer 不清楚 is removed, the draft counts again.
        if answer.is_none() {
            self.parse_field(fact);
        }
    }

    fn set_option(&mut self, fact: FactId, option: Options, is_checked: bool) {
        self.pin(fact);
        let chosen = match self.answers.value(fact) {
            Some(Value::Options(options)) => options,
            _ => Options::EMPTY,
        };
        let chosen = if is_checked { chosen.union(option) } else { chosen.difference(option) };
        // Without a checked option there is no answer: 以上都不是 has its own checkbox.
        let answer = (!chosen.is_empty()).then_some(Answer::Value(Value::Options(chosen)));
        self.answers.set(fact, answer);
    }

    /// Keeps a question on the screen while it is being answered, even if the engine now chooses
    /// another one.
    ///
    /// A late event of the question that was just left does not pin it again.
    fn pin(&mut self, fact: FactId) {
        // If it has no answer, the engine has chosen it again.
        let was_just_left = self.pinned.is_none()
            && self.history.last() == Some(&fact)
            && self.answers.get(fact).is_some();
        let is_other = self.pinned.is_some_and(|pinned| pinned != fact);
        if self.screen == Screen::Question && !was_just_left && !is_other {
            self.pinned = Some(fact);
        }
    }

    fn next(&mut self, fact: FactId) {
        // The Enter key and the button fire before the field loses the focus.
        self.parse_field(fact);
        if self.answers.get(fact).is_none() {
            self.pinned = Some(fact);
            self.skipped = Some(fact);
            self.is_summary_shown = self.draft(fact).error.is_some();
            self.focus.move_to(FocusTarget::ErrorSummary);
            return;
        }
        if self.asks_back(fact) {
            self.pinned = Some(fact);
            return self.focus.move_to(FocusTarget::Question(fact));
        }
        self.visit(fact);
        self.navigate(Screen::Question);
        self.pinned = None;
    }

    fn back(&mut self) {
        if let Some(fact) = self.pinned {
            self.parse_field(fact);
        }
        self.pinned = self.history.pop();
        self.navigate(if self.pinned.is_some() { Screen::Question } else { Screen::Start });
    }

    fn go_to(&mut self, fact: FactId) {
        let is_shown = match self.screen {
            Screen::Questions => true,
            Screen::Question => self.pinned == Some(fact),
            Screen::Start | Screen::Checklist => false,
        };
        if is_shown {
            // Only the focus moves; the error stays.
            return self.focus.move_to(FocusTarget::Question(fact));
        }
        if let Some(pinned) = self.pinned.filter(|pinned| *pinned != fact) {
            self.visit(pinned);
        }
        self.navigate(Screen::Question);
        self.pinned = Some(fact);
    }

    fn visit(&mut self, fact: FactId) {
        self.history.retain(|visited| *visited != fact);
        self.history.push(fact);
    }

    /// Goes to a screen, unless the current one has an error to correct first.
    fn show(&mut self, screen: Screen) {
        if self.screen == Screen::Start {
            self.parse_as_of(self.as_of_draft.text.clone());
            if self.as_of_draft.error.is_some() {
                return self.focus.move_to(FocusTarget::AsOf);
            }
        }
        if screen == Screen::Checklist && !self.invalid_drafts().is_empty() {
            self.is_summary_shown = true;
            return self.focus.move_to(FocusTarget::ErrorSummary);
        }
        self.navigate(screen);
    }

    fn navigate(&mut self, screen: Screen) {
        self.screen = screen;
        self.is_by_section = match screen {
            Screen::Question => false,
            Screen::Questions => true,
            Screen::Start | Screen::Checklist => self.is_by_section,
        };
        self.skipped = None;
        self.is_summary_shown = false;
        self.is_confirming_clear = false;
        self.focus.move_to(FocusTarget::Heading);
    }

    fn toggle_shown_in_full(&mut self, outcome: Outcome) {
        match self.shown_in_full.iter().position(|shown| *shown == outcome) {
            Some(index) => drop(self.shown_in_full.swap_remove(index)),
            None => self.shown_in_full.push(outcome),
        }
    }

    fn toggle_print_option(&mut self, option: PrintOption) {
        let options = &mut self.print_options;
        match option {
            PrintOption::Expanded => options.is_expanded = !options.is_expanded,
            PrintOption::Bilingual => options.is_bilingual = !options.is_bilingual,
            PrintOption::WithoutAnswers => options.without_answers = !options.without_answers,
            PrintOption::WithoutOpen => options.without_open = !options.without_open,
            PrintOption::Measure(measure) => options.toggle_measure(measure),
        }
    }

    /// The state after resuming from an import.
    pub(in crate::widget) fn resumed(mut self, import: Import) -> State {
        self.restore(import);
        self
    }

    /// Resumes from an import. A rejected import changes no answers; its error is shown at its
    /// input.
    fn restore(&mut self, import: Import) {
        match SavedState::parse(&self.pack, self.as_of, &import) {
            Ok(SavedState { as_of, topics, answers, diff }) => {
                let target =
                    if diff.is_some() { FocusTarget::RestoreNotice } else { FocusTarget::Heading };
                let restored = State::new(Rc::clone(&self.pack), as_of).with_answers(answers);
                *self = State {
                    screen: Screen::Question,
                    is_large_text: self.is_large_text,
                    restore_diff: diff,
                    topics,
                    focus: self.focus,
                    ..restored
                };
                self.focus.move_to(target);
            }
            Err(error) => {
                let is_code = import.source == ImportSource::Code;
                self.focus.move_to(if is_code { FocusTarget::Code } else { FocusTarget::File });
                self.rejected = Some(RejectedImport { source: import.source, error });
            }
        }
    }

    /// Clears all answers. Keeps the as-of date, the language and the text size.
    fn clear(&mut self) {
        let cleared = State::new(Rc::clone(&self.pack), self.as_of);
        *self = State { is_large_text: self.is_large_text, focus: self.focus, ..cleared };
        self.focus.move_to(FocusTarget::Heading);
    }

    fn parse_as_of(&mut self, text: String) {
        match parse_answer(&self.pack, &FactKind::Date, &text) {
            Ok(Some(Value::Date(date))) => self.set_as_of(date),
            Ok(_) => self.as_of_draft = Draft { text, error: Some(AnswerError::NotADate) },
            Err(error) => self.as_of_draft = Draft { text, error: Some(error) },
        }
    }

    fn set_as_of(&mut self, date: Date) {
        self.as_of = date;
        self.as_of_draft = Draft { text: format_date(date), error: None };
    }

    /// Parses the draft of a fact, if it has a text field that is enabled.
    fn parse_field(&mut self, fact: FactId) {
        let has_field = matches!(self.pack.facts[fact].kind, FactKind::Number(_) | FactKind::Date);
        if has_field && self.answers.get(fact) != Some(Answer::NotSure) {
            self.parse_draft(fact, self.draft(fact).text.clone());
        }
    }

    fn parse_draft(&mut self, fact: FactId, text: String) {
        let parsed = parse_answer(&self.pack, &self.pack.facts[fact].kind, &text);
        let answer = parsed.as_ref().ok().copied().flatten().map(Answer::Value);
        self.answers.set(fact, answer);
        self.set_draft(fact, Draft { text, error: parsed.err() });
    }
}
