//! The state of the widget and its reducer: answers, drafts, the current screen, and options. Pure,
//! and tested without a browser.
//!
//! The evaluation of the answers is not part of the state: `hooks/use_evaluation.rs` derives it.

// Events, and the reducer that applies them: going between screens, and answering.
mod action;
mod answering;
mod navigate;
mod topics;
mod reduce;

// Parts of the state: the text of a field, the requested focus, and the plan.
mod draft;
mod focus;
mod plan_state;

// Doubts about answers.
mod doubt;

use std::rc::Rc;

use jiff::civil::Date;

use crate::engine::{Answer, Answers, AsOf};
use crate::rulebook::{FactId, Id, MeasureId, RulePack, TopicId, Value, format_date};

use super::checklist::PrintOptions;
use super::policies::Carried;
use super::restore::{ImportError, RejectedImport, Restored};
use super::results::Group;

pub use action::{Action, PrintOption};
pub use draft::Draft;
pub use focus::{FocusRequest, FocusTarget};
pub use plan_state::CopyTarget;
pub(super) use plan_state::PlanState;
pub(super) use topics::SHOWN_TOPICS;

/// The state of the widget.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) pack: Rc<RulePack>,
    /// The chosen topics; all measures if there are none
    pub topics: Vec<TopicId>,
    /// The current answers
    pub answers: Answers,
    /// The draft of each fact, so that no typed text is lost. For a choice with many options it
    /// holds the search text.
    drafts: Vec<Draft>,
    /// The day of the host: whether people can apply under the policy now
    today: Date,
    /// The as-of date; the day of the host until the user chooses another
    pub(super) as_of: Date,
    as_of_draft: Draft,
    /// Whether each measure is expanded
    expanded: Rc<[bool]>,
    /// The current screen
    pub screen: Screen,
    /// Whether the user has chosen topics, so that the host no longer does
    has_chosen_topics: bool,
    /// Whether the topics after the first [`SHOWN_TOPICS`] are shown
    pub(super) are_all_topics_shown: bool,
    /// Whether the user tried to start the interview without a topic
    pub(super) is_topic_missing: bool,
    /// Whether all questions are shown by section, instead of one screen at a time
    is_by_section: bool,
    /// The facts on the question screen, until the user leaves it. Empty until
    /// [`Action::Ask`] pins the engine's choice.
    asked: Vec<FactId>,
    /// The question screens visited before, oldest first; no fact twice
    history: Vec<Vec<FactId>>,
    /// The screen to show after the current question, for a question that was opened from there
    return_to: Option<Screen>,
    /// The answers when the current question screen was shown
    answers_when_asked: Answers,
    /// The answers when the previous question screen was shown
    changed_from: Option<Answers>,
    /// The questions that the user tried to leave without an answer
    skipped: Vec<FactId>,
    /// Doubtful answers that the user has confirmed
    confirmed: Vec<(FactId, Answer)>,
    /// The last doubtful answer that the user was held back for
    asked_back: Option<(FactId, Answer)>,
    /// Whether the error summary lists invalid drafts
    is_summary_shown: bool,
    /// Whether the confirmation before clearing is shown
    pub(super) is_confirming_clear: bool,
    /// How often the user has cleared all answers
    pub(super) clears: u32,
    /// The options of the checklist
    pub(super) print_options: PrintOptions,
    /// Whether the text is large
    pub is_large_text: bool,
    /// The search text of the results
    pub(super) query: Rc<str>,
    /// The search text of all questions, and of the list of answers
    pub(super) question_query: Rc<str>,
    /// The groups of the results with all measures shown, instead of none or the first few
    pub(super) shown_groups: Vec<Group>,
    /// The text of the field for a receipt code
    pub(super) code_draft: Rc<str>,
    /// The last import, if it was rejected
    pub(super) rejected: Option<RejectedImport>,
    /// Answers from other policies, until the user keeps or drops them
    pub(super) carried: Option<Carried>,
    /// What was restored last
    pub(super) restored: Option<Restored>,
    /// The receipt code of a link that was opened while there were answers, or what is wrong with
    /// it
    pub(super) offered: Option<Result<Rc<str>, ImportError>>,
    /// What the user ticks, copies and saves in the plan
    pub(super) plan: PlanState,
    /// The latest focus request
    pub focus: FocusRequest,
}

/// A screen of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What the policy is, and whether it is in force
    Start,
    /// The choice of the as-of date
    Day,
    /// The choice of topics
    Topics,
    /// The next question, or the questions that are asked together
    Question,
    /// All questions by section, with live results
    AllQuestions,
    /// What the applicant can apply for
    Results,
    /// What to do before applying, the receipt, and the checklist to print
    Plan,
}

impl State {
    /// The initial state, without answers.
    pub fn new(pack: Rc<RulePack>, as_of: Date) -> State {
        State {
            topics: Vec::new(),
            answers: Answers::none(&pack),
            drafts: vec![Draft::default(); pack.facts.len()],
            today: as_of,
            as_of,
            as_of_draft: Draft { text: format_date(as_of), error: None },
            expanded: vec![false; pack.measures.len()].into(),
            screen: Screen::Start,
            has_chosen_topics: false,
            are_all_topics_shown: false,
            is_topic_missing: false,
            is_by_section: false,
            asked: Vec::new(),
            history: Vec::new(),
            return_to: None,
            answers_when_asked: Answers::none(&pack),
            changed_from: None,
            skipped: Vec::new(),
            confirmed: Vec::new(),
            asked_back: None,
            is_summary_shown: false,
            is_confirming_clear: false,
            clears: 0,
            print_options: PrintOptions::default(),
            is_large_text: false,
            query: "".into(),
            question_query: "".into(),
            shown_groups: Vec::new(),
            code_draft: "".into(),
            rejected: None,
            carried: None,
            restored: None,
            offered: None,
            plan: PlanState::default(),
            focus: FocusRequest::default(),
            pack,
        }
    }

    /// The same state with these answers.
    #[must_use]
    pub fn with_answers(mut self, answers: Answers) -> State {
        for (fact, answer) in answers.iter() {
            let text = match answer {
                Answer::Value(Value::Number(number)) => number.to_string(),
                Answer::Value(Value::Date(date)) => format_date(date),
                Answer::Value(Value::YesNo(_) | Value::Options(_)) | Answer::NotSure => continue,
            };
            self.set_draft(fact, Draft { text, error: None });
        }
        self.answers = answers;
        self
    }

    /// The same state with answers from other policies to questions that have no answer yet.
    #[must_use]
    pub(in crate::widget) fn with_carried(self, carried: &Carried) -> State {
        let mut carried = carried.clone();
        carried.facts.retain(|fact| self.answers.get(*fact).is_none());
        if carried.facts.is_empty() {
            return self;
        }
        let mut answers = self.answers.clone();
        for fact in &carried.facts {
            answers.set(*fact, carried.answers.get(*fact));
        }
        State { carried: Some(carried), ..self.with_answers(answers) }
    }

    /// The draft of a fact.
    pub fn draft(&self, fact: FactId) -> &Draft {
        const EMPTY: &Draft = &Draft { text: String::new(), error: None };
        self.drafts.get(fact.index()).unwrap_or(EMPTY)
    }

    fn set_draft(&mut self, fact: FactId, draft: Draft) {
        if let Some(slot) = self.drafts.get_mut(fact.index()) {
            *slot = draft;
        }
    }

    /// Whether each measure is expanded, by index.
    pub(super) fn expanded(&self) -> Rc<[bool]> {
        Rc::clone(&self.expanded)
    }

    /// Whether a measure is expanded.
    pub fn is_expanded(&self, measure: MeasureId) -> bool {
        self.expanded.get(measure.index()).copied().unwrap_or_default()
    }

    /// The draft of the as-of date.
    pub fn as_of_draft(&self) -> &Draft {
        &self.as_of_draft
    }

    /// The day of the host, and the status of the policy on it.
    pub fn today(&self) -> AsOf {
        AsOf::new(&self.pack, self.today)
    }

    /// The as-of date and the date evaluated.
    pub fn as_of(&self) -> AsOf {
        AsOf::new(&self.pack, self.as_of)
    }

    /// The facts on the question screen; empty until the engine's choice is pinned.
    pub fn asked(&self) -> &[FactId] {
        &self.asked
    }

    /// The question screens visited before the current one.
    pub fn visited_screens(&self) -> usize {
        self.history.len()
    }

    /// The screen to return to after the current question; `None` if the interview goes on.
    pub fn return_to(&self) -> Option<Screen> {
        self.return_to
    }

    /// The answers before the question screen that the user has just left; `None` if the current
    /// screen does not follow a question.
    pub fn changed_from(&self) -> Option<&Answers> {
        self.changed_from.as_ref()
    }

    /// The answers when the current question screen was shown.
    pub(super) fn answers_when_asked(&self) -> &Answers {
        &self.answers_when_asked
    }

    /// The facts of the question screens so far, in the order in which they were asked.
    pub(super) fn facts_asked_so_far(&self) -> impl Iterator<Item = FactId> {
        self.history.iter().chain([&self.asked]).flatten().copied()
    }

    /// Whether the user tried to leave this question without an answer, and it still has none.
    pub fn is_skipped(&self, fact: FactId) -> bool {
        self.skipped.contains(&fact)
            && self.answers.get(fact).is_none()
            && self.draft(fact).error.is_none()
    }

    /// Facts whose draft does not parse. Drafts of facts with the answer 不清楚 do not count.
    pub fn invalid_drafts(&self) -> Vec<FactId> {
        let facts = self.pack.facts.iter().map(|(fact, _)| fact);
        facts
            .filter(|fact| self.answers.get(*fact).is_none() && self.draft(*fact).error.is_some())
            .collect()
    }

    /// The questions that the error summary links to.
    pub fn errors(&self) -> Vec<FactId> {
        let skipped = self.skipped.iter().copied().filter(|fact| self.is_skipped(*fact));
        let invalid = if self.is_summary_shown { self.invalid_drafts() } else { Vec::new() };
        skipped.chain(invalid).collect()
    }

    /// Whether the errors are listed in a summary. On a question screen, one error is shown at its
    /// input only.
    pub(super) fn has_error_summary(&self) -> bool {
        let errors = self.errors();
        let is_invalid = |fact: &&FactId| self.draft(**fact).error.is_some();
        match self.screen {
            Screen::Question => errors.iter().filter(is_invalid).count() > 1,
            _ => !errors.is_empty(),
        }
    }

    /// Whether there are no answers and no drafts.
    pub fn is_untouched(&self) -> bool {
        self.answers.count() == 0 && self.drafts.iter().all(|draft| draft.text.is_empty())
    }
}
