//! The reducer: computes the next state after an action. Pure.

use std::rc::Rc;

use yew::Reducible;

use crate::engine::PolicyStatus;
use crate::rulebook::{Id, TopicId};

use super::{Action, Draft, FocusTarget, PrintOption, Screen, State};
use crate::widget::restore::{
    Import, ImportError, ImportSource, RejectedImport, Restored, SavedState,
};
use crate::widget::results::Group;

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
                let error = self.draft(fact).error.clone();
                self.set_draft(fact, Draft { text, error });
            }
            Action::CommitDraft(fact, text) => self.parse_draft(fact, text),
            Action::SearchOptions(fact, text) => {
                self.set_draft(fact, Draft { text, error: None });
            }
            Action::SearchQuestions(text) => self.question_query = text.into(),
            Action::EditAsOf(text) => self.as_of_draft.text = text,
            Action::CommitAsOf(text) => self.parse_as_of(text),
            Action::SetAsOf(date) => self.set_today(date),
            Action::ToggleMeasure(measure) => {
                let expanded = Rc::make_mut(&mut self.expanded);
                if let Some(is_expanded) = expanded.get_mut(measure.index()) {
                    *is_expanded = !*is_expanded;
                }
            }
            Action::SetTopics(topics) => self.set_topics(&topics),
            Action::ShowTopic(topic) => self.show_topic(topic),
            Action::ToggleTopic(topic) => self.toggle_topic(topic),
            Action::StartTopics => self.start_topics(),
            Action::StartAll => self.start_all(),
            Action::AddTopic(topic) => self.add_topic(topic),
            Action::Show(screen) => self.show(screen),
            Action::Ask(facts) => self.ask(facts),
            Action::Next(required) => self.next(&required),
            Action::Back => self.back(),
            Action::GoTo(fact) => self.go_to(fact),
            Action::GoToResults => self.focus.move_to(FocusTarget::Results),
            Action::SetQuery(text) => self.query = text.into(),
            Action::ToggleGroup(group) => self.toggle_group(group),
            Action::TogglePrintOption(option) => self.toggle_print_option(option),
            Action::ToggleLargeText => self.is_large_text = !self.is_large_text,
            Action::EditCode(text) => self.code_draft = text.into(),
            Action::Restore(import) => self.restore(import),
            Action::OfferCode(code) => self.offer(code),
            Action::AcceptOffer => {
                if let Some(Ok(code)) = self.offered.take() {
                    self.restore(Import::of_code(&code));
                }
            }
            Action::DeclineOffer => {
                self.offered = None;
                self.focus.move_to(FocusTarget::Heading);
            }
            Action::KeepCarried => {
                self.carried = None;
                self.focus.move_to(FocusTarget::Heading);
            }
            Action::DropCarried => self.drop_carried(),
            Action::TogglePrepared(material) => self.plan.toggle_prepared(material),
            Action::Copied(target, is_copied) => {
                self.plan.copied = Some((target, is_copied));
                if !is_copied {
                    self.focus.move_to(FocusTarget::CopyField);
                }
            }
            Action::ShowPicture(picture) => {
                if picture.is_some() {
                    // It may be out of view.
                    self.focus.move_to(FocusTarget::ReceiptPicture);
                }
                self.plan.has_picture_failed = picture.is_none();
                self.plan.picture = picture;
            }
            Action::SetLanguage(pack) => {
                self.pack = pack;
                self.plan.forget_receipt();
            }
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

    /// Removes the answers from other policies that the user has not changed.
    fn drop_carried(&mut self) {
        for (fact, answer) in self.carried.take().iter().flat_map(|carried| carried.answers.iter())
        {
            if self.answers.get(fact) == Some(answer) {
                self.answer(fact, None);
                self.set_draft(fact, Draft::default());
            }
        }
        self.focus.move_to(FocusTarget::Heading);
    }

    fn toggle_group(&mut self, group: Group) {
        match self.shown_groups.iter().position(|shown| *shown == group) {
            Some(index) => drop(self.shown_groups.swap_remove(index)),
            None => self.shown_groups.push(group),
        }
    }

    fn toggle_print_option(&mut self, option: PrintOption) {
        let options = &mut self.print_options;
        match option {
            PrintOption::Expanded => options.is_expanded = !options.is_expanded,
            PrintOption::Sheet => options.is_sheet_shown = !options.is_sheet_shown,
            PrintOption::Bilingual => options.is_bilingual = !options.is_bilingual,
            PrintOption::WithoutAnswers => options.without_answers = !options.without_answers,
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
            Ok(SavedState { topics, answers, .. })
                if answers.count() == 0
                    && !topics.is_empty()
                    && self.today().status == PolicyStatus::InForce =>
            {
                self.begin_with(&topics);
            }
            Ok(SavedState { as_of, topics, answers, diff }) => {
                let restored =
                    Restored { as_of, answers: answers.count(), topics: topics.clone(), diff };
                let state = State::new(Rc::clone(&self.pack), as_of).with_answers(answers);
                *self = State {
                    today: self.today,
                    screen: Screen::Results,
                    is_large_text: self.is_large_text,
                    restored: Some(restored),
                    topics,
                    focus: self.focus,
                    ..state
                };
                self.focus.move_to(FocusTarget::RestoreNotice);
            }
            Err(error) => self.reject(import, error),
        }
    }

    /// Begins with the choice of topics. Topics without answers are an invitation, such as a link
    /// in the lists of `eligibility invite`: the rules of the day on which it is opened count.
    fn begin_with(&mut self, topics: &[TopicId]) {
        let state = State::new(Rc::clone(&self.pack), self.today).with_topics(topics);
        *self = State { is_large_text: self.is_large_text, focus: self.focus, ..state };
        self.focus.move_to(FocusTarget::Heading);
    }

    fn reject(&mut self, import: Import, error: ImportError) {
        // The form is on the start screen.
        if self.screen != Screen::Start {
            self.navigate(Screen::Start);
        }
        self.focus.move_to(match import.source {
            ImportSource::Code => {
                self.code_draft = import.content.as_str().into();
                FocusTarget::Code
            }
            ImportSource::File => FocusTarget::File,
            _ => FocusTarget::Picture,
        });
        self.rejected = Some(RejectedImport { import, error });
    }

    /// Opens the code of a link: at once if there is nothing to lose, otherwise as an offer. With a
    /// wrong code, nobody leaves the screen.
    fn offer(&mut self, code: Rc<str>) {
        let import = Import::of_code(&code);
        let offered = SavedState::parse(&self.pack, self.as_of, &import).map(|_| code);
        if self.is_untouched() && (offered.is_ok() || self.screen == Screen::Start) {
            return self.restore(import);
        }
        self.offered = Some(offered);
        self.focus.move_to(FocusTarget::Offer);
    }

    /// Clears all answers. Keeps the as-of date, the language and the text size.
    fn clear(&mut self) {
        let cleared = State::new(Rc::clone(&self.pack), self.as_of);
        *self = State {
            today: self.today,
            is_large_text: self.is_large_text,
            clears: self.clears + 1,
            focus: self.focus,
            ..cleared
        };
        self.focus.move_to(FocusTarget::Heading);
    }
}
