//! One screen of questions at a time: the current one, the next one, and going back.

use std::rc::Rc;

use eligibility_check::engine::Answer;
use eligibility_check::rulebook::{FactId, Locale, RulePack, Value};
use eligibility_check::widget::preview::Preview;
use eligibility_check::widget::{Action, Screen, State};
use yew::Reducible;

use crate::markup::widget_pack;
use crate::support::{HARBOUR, date, fact, parse_pack};

const YES: Option<Answer> = Some(Answer::Value(Value::YesNo(true)));

struct Interview {
    pack: Rc<RulePack>,
    state: Rc<State>,
}

impl Interview {
    fn started() -> Interview {
        let pack = parse_pack(HARBOUR);
        let state = Rc::new(State::new(Rc::clone(&pack), date("2019-05-10")));
        Interview { pack, state }.then(Action::Show(Screen::Question))
    }

    /// An interview that asks this question.
    fn asking(id: &str) -> Interview {
        let interview = Interview::started();
        let fact = interview.fact(id);
        interview.then(Action::GoTo(fact))
    }

    /// The interview after an action. Like the app, it pins the engine's choice.
    fn then(mut self, action: Action) -> Interview {
        self.state = self.state.reduce(action);
        if self.state.screen == Screen::Question && self.state.asked().is_empty() {
            let pack = widget_pack(Locale::ZhHans, &self.pack);
            let next = Preview::new(pack).evaluation(&self.state).next;
            let action =
                next.map_or(Action::Show(Screen::Results), |next| Action::Ask(next.screen));
            self.state = self.state.reduce(action);
        }
        self
    }

    fn fact(&self, id: &str) -> FactId {
        fact(&self.pack, id)
    }

    /// The question on the screen; `None` on other screens.
    fn pinned(&self) -> Option<FactId> {
        self.state.asked().first().copied()
    }
}

#[test]
fn an_answered_question_stays_until_next() {
    let interview = Interview::started();
    let registered = interview.fact("registered");
    assert_eq!(interview.pinned(), Some(registered), "the engine chooses the first");
    let interview = interview.then(Action::Answer(registered, YES));
    assert_eq!(interview.pinned(), Some(registered));
    let interview = interview.then(Action::Next(vec![registered]));
    assert_ne!(interview.pinned(), Some(registered));
}

#[test]
fn next_without_an_answer_is_an_error_until_there_is_one() {
    let interview = Interview::started();
    let registered = interview.fact("registered");
    let interview = interview.then(Action::Next(vec![registered]));
    assert_eq!(
        (interview.pinned(), interview.state.errors()),
        (Some(registered), vec![registered])
    );
    let interview = interview.then(Action::Answer(registered, Some(Answer::NotSure)));
    assert_eq!(interview.state.errors(), [], "不清楚 is an answer");
}

#[test]
fn an_invalid_draft_is_reported_once_and_only_after_next() {
    let interview = Interview::asking("revenue");
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::CommitDraft(revenue, "很多".to_owned()));
    assert_eq!(interview.state.errors(), [], "not before `Next`");
    let interview = interview.then(Action::Next(vec![revenue]));
    assert_eq!(interview.state.errors(), [revenue]);
    let interview = interview.then(Action::CommitDraft(revenue, "600".to_owned()));
    assert_eq!(interview.state.errors(), []);
}

#[test]
fn back_visits_the_questions_in_reverse_and_then_the_start_screen() {
    let interview = Interview::started();
    let (registered, scale) = (interview.fact("registered"), interview.fact("scale"));
    let interview =
        interview.then(Action::Answer(registered, YES)).then(Action::Next(vec![registered]));
    let interview = interview
        .then(Action::Answer(scale, Some(Answer::NotSure)))
        .then(Action::Next(vec![scale]));
    let interview = interview.then(Action::Back);
    assert_eq!(interview.pinned(), Some(scale));
    let interview = interview.then(Action::Back);
    assert_eq!(interview.pinned(), Some(registered));
    let interview = interview.then(Action::Back);
    assert_eq!((interview.pinned(), interview.state.screen), (None, Screen::Start));
    assert_eq!(interview.state.answers.count(), 2, "no answer is lost on the way back");
}

#[test]
fn changing_an_earlier_answer_keeps_the_others() {
    let interview = Interview::started();
    let (registered, scale) = (interview.fact("registered"), interview.fact("scale"));
    let interview =
        interview.then(Action::Answer(registered, YES)).then(Action::Next(vec![registered]));
    let interview = interview.then(Action::Answer(scale, Some(Answer::NotSure)));
    let no = Some(Answer::Value(Value::YesNo(false)));
    let interview = interview.then(Action::GoTo(registered)).then(Action::Answer(registered, no));
    assert_eq!(interview.state.answers.get(registered), no);
    assert_eq!(interview.state.answers.get(scale), Some(Answer::NotSure));
    // `Back` returns to the question before.
    assert_eq!(interview.then(Action::Back).pinned(), Some(scale));
}

#[test]
fn a_question_is_in_the_history_once() {
    let interview = Interview::started();
    let registered = interview.fact("registered");
    let interview =
        interview.then(Action::Answer(registered, YES)).then(Action::Next(vec![registered]));
    let interview = interview.then(Action::GoTo(registered)).then(Action::Next(vec![registered]));
    let interview = interview.then(Action::Back);
    assert_eq!(interview.pinned(), Some(registered));
    assert_eq!(interview.then(Action::Back).state.screen, Screen::Start);
}

#[test]
fn the_checklist_waits_for_valid_drafts_and_the_summary_lists_invalid_ones() {
    let interview = Interview::started().then(Action::Show(Screen::AllQuestions));
    let revenue = interview.fact("revenue");
    let interview = interview
        .then(Action::CommitDraft(revenue, "o600".to_owned()))
        .then(Action::Show(Screen::Plan));
    assert_eq!(
        (interview.state.screen, interview.state.errors()),
        (Screen::AllQuestions, vec![revenue])
    );
    let interview = interview
        .then(Action::Answer(revenue, Some(Answer::NotSure)))
        .then(Action::Show(Screen::Plan));
    assert_eq!((interview.state.screen, interview.state.errors()), (Screen::Plan, vec![]));
}

#[test]
fn searching_options_is_not_an_answer_and_not_an_error() {
    let interview = Interview::started();
    let honours = interview.fact("honours");
    let interview = interview.then(Action::SearchOptions(honours, "出口".to_owned()));
    assert_eq!((interview.state.answers.count(), interview.state.invalid_drafts()), (0, vec![]));
    let interview = interview.then(Action::Answer(honours, None));
    assert_eq!(
        interview.state.draft(honours).text,
        "出口",
        "removing the answer does not parse the search text"
    );
}

#[test]
fn another_language_keeps_answers_drafts_and_screen() {
    let interview = Interview::started();
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::CommitDraft(revenue, "6亿".to_owned()));
    let before = Rc::clone(&interview.state);
    let after = interview.then(Action::SetLanguage(parse_pack(HARBOUR))).state;
    assert_eq!(
        (&after.answers, after.draft(revenue), after.screen),
        (&before.answers, before.draft(revenue), before.screen)
    );
}

#[test]
fn a_draft_is_not_parsed_until_it_is_committed() {
    let interview = Interview::asking("revenue");
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::EditDraft(revenue, "6o".to_owned()));
    assert_eq!(
        (interview.pinned(), interview.state.draft(revenue).error.clone()),
        (Some(revenue), None)
    );
    assert_eq!(interview.state.draft(revenue).text, "6o", "the text is kept");
    let interview = interview.then(Action::EditAsOf("2019-0".to_owned()));
    let draft = interview.state.as_of_draft();
    assert_eq!(
        (draft.text.as_str(), &draft.error, interview.state.as_of().asked),
        ("2019-0", &None, date("2019-05-10"))
    );
}

#[test]
fn next_parses_a_draft_that_was_not_committed() {
    let interview = Interview::asking("revenue");
    let revenue = interview.fact("revenue");
    let interview = interview
        .then(Action::EditDraft(revenue, "600".to_owned()))
        .then(Action::Next(vec![revenue]));
    assert_ne!(interview.pinned(), Some(revenue));
    assert_eq!(interview.state.answers.count(), 1);
}

#[test]
fn next_and_back_keep_not_sure_beside_a_draft() {
    let interview = Interview::asking("revenue");
    let revenue = interview.fact("revenue");
    let unsure = Some(Answer::NotSure);
    let interview = interview
        .then(Action::CommitDraft(revenue, "600".to_owned()))
        .then(Action::Answer(revenue, unsure));
    for action in [Action::Back, Action::Next(vec![revenue])] {
        let state = Rc::clone(&interview.state).reduce(action);
        assert_eq!(state.answers.get(revenue), unsure);
    }
}

#[test]
fn next_removes_the_answer_of_an_emptied_box() {
    let interview = Interview::asking("revenue");
    let revenue = interview.fact("revenue");
    let interview = interview
        .then(Action::CommitDraft(revenue, "600".to_owned()))
        .then(Action::EditDraft(revenue, String::new()));
    let interview = interview.then(Action::Next(vec![revenue]));
    assert_eq!((interview.state.answers.count(), interview.state.errors()), (0, vec![revenue]));
}

#[test]
fn late_events_of_the_previous_question_do_not_pin_it_again() {
    let interview = Interview::asking("revenue");
    let revenue = interview.fact("revenue");
    let left = interview
        .then(Action::EditDraft(revenue, "600".to_owned()))
        .then(Action::Next(vec![revenue]))
        .state;
    for late in [
        Action::CommitDraft(revenue, "600".to_owned()),
        Action::EditDraft(revenue, "600".to_owned()),
    ] {
        let state = Rc::clone(&left).reduce(late);
        assert_eq!((state.asked(), state.screen), (left.asked(), Screen::Question));
        assert_eq!((&state.answers, state.errors()), (&left.answers, vec![]));
    }
}

#[test]
fn late_events_do_not_replace_the_question_that_is_being_answered() {
    let interview = Interview::asking("revenue");
    let (registered, revenue) = (interview.fact("registered"), interview.fact("revenue"));
    let interview = interview
        .then(Action::EditDraft(revenue, "600".to_owned()))
        .then(Action::Next(vec![revenue]));
    let interview = interview.then(Action::Answer(registered, YES));
    for late in [
        Action::CommitDraft(revenue, "600".to_owned()),
        Action::EditDraft(revenue, "600".to_owned()),
    ] {
        assert_eq!(
            Rc::clone(&interview.state).reduce(late).asked().first().copied(),
            Some(registered)
        );
    }
}

#[test]
fn a_question_asked_again_after_its_answer_was_removed_stays_until_next() {
    let interview = Interview::started();
    let registered = interview.fact("registered");
    let interview =
        interview.then(Action::Answer(registered, YES)).then(Action::Next(vec![registered]));
    let interview =
        interview.then(Action::Show(Screen::AllQuestions)).then(Action::Answer(registered, None));
    let interview =
        interview.then(Action::Show(Screen::Question)).then(Action::Answer(registered, YES));
    assert_eq!(interview.pinned(), Some(registered));
}

#[test]
fn going_to_the_question_on_the_screen_keeps_its_error() {
    let interview = Interview::started();
    let registered = interview.fact("registered");
    let interview = interview.then(Action::Next(vec![registered])).then(Action::GoTo(registered));
    assert_eq!(
        (interview.pinned(), interview.state.errors()),
        (Some(registered), vec![registered])
    );
    assert_eq!(
        interview.then(Action::Back).state.screen,
        Screen::Start,
        "it was not visited before"
    );
}
