//! One question at a time: what stays on the screen, what comes next, and the way back.

use std::rc::Rc;

use eligibility_check::engine::Answer;
use eligibility_check::rulebook::{FactId, RuleBook, Value};
use eligibility_check::widget::{Action, Screen, State};
use yew::Reducible;

use crate::support::{HARBOUR, book, day, fact};

const YES: Option<Answer> = Some(Answer::Value(Value::YesNo(true)));

struct Interview {
    book: Rc<RuleBook>,
    state: Rc<State>,
}

impl Interview {
    fn begun() -> Interview {
        let book = book(HARBOUR);
        let state = Rc::new(State::new(Rc::clone(&book), day("2019-05-10")));
        Interview { book, state }.then(Action::Show(Screen::Question))
    }

    fn then(mut self, action: Action) -> Interview {
        self.state = self.state.reduce(action);
        self
    }

    fn fact(&self, id: &str) -> FactId {
        fact(&self.book, id)
    }

    /// The question that the state holds on to; if none, the engine chooses.
    fn stays(&self) -> Option<FactId> {
        self.state.stays_with()
    }
}

#[test]
fn a_question_that_is_being_answered_stays_until_the_person_goes_on() {
    let interview = Interview::begun();
    let registered = interview.fact("registered");
    assert_eq!(interview.stays(), None, "the engine chooses the first");
    let interview = interview.then(Action::Say(registered, YES));
    assert_eq!(interview.stays(), Some(registered));
    let interview = interview.then(Action::Next(registered));
    assert_eq!(interview.stays(), None);
}

#[test]
fn going_on_without_an_answer_is_reported_and_an_answer_mends_it() {
    let interview = Interview::begun();
    let registered = interview.fact("registered");
    let interview = interview.then(Action::Next(registered));
    assert_eq!((interview.stays(), interview.state.errors()), (Some(registered), vec![registered]));
    let interview = interview.then(Action::Say(registered, Some(Answer::NotSure)));
    assert_eq!(interview.state.errors(), [], "不清楚 is an answer");
}

#[test]
fn what_is_wrong_in_a_box_is_reported_once_not_twice() {
    let interview = Interview::begun();
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::Type(revenue, "很多".to_owned()));
    assert_eq!(interview.state.errors(), [], "not before the person wants to go on");
    let interview = interview.then(Action::Next(revenue));
    assert_eq!(interview.state.errors(), [revenue]);
    let interview = interview.then(Action::Type(revenue, "600".to_owned()));
    assert_eq!(interview.state.errors(), []);
}

#[test]
fn back_goes_through_the_questions_in_reverse_and_then_to_the_start() {
    let interview = Interview::begun();
    let (registered, scale) = (interview.fact("registered"), interview.fact("scale"));
    let interview = interview.then(Action::Say(registered, YES)).then(Action::Next(registered));
    let interview = interview.then(Action::Say(scale, Some(Answer::NotSure))).then(Action::Next(scale));
    let interview = interview.then(Action::Back);
    assert_eq!(interview.stays(), Some(scale));
    let interview = interview.then(Action::Back);
    assert_eq!(interview.stays(), Some(registered));
    let interview = interview.then(Action::Back);
    assert_eq!((interview.stays(), interview.state.screen), (None, Screen::Start));
    assert_eq!(interview.state.answers.count(), 2, "nothing said is lost on the way back");
}

#[test]
fn an_earlier_answer_is_changed_without_losing_the_others() {
    let interview = Interview::begun();
    let (registered, scale) = (interview.fact("registered"), interview.fact("scale"));
    let interview = interview.then(Action::Say(registered, YES)).then(Action::Next(registered));
    let interview = interview.then(Action::Say(scale, Some(Answer::NotSure)));
    let no = Some(Answer::Value(Value::YesNo(false)));
    let interview = interview.then(Action::Ask(registered)).then(Action::Say(registered, no));
    assert_eq!(interview.state.answers.get(registered), no);
    assert_eq!(interview.state.answers.get(scale), Some(Answer::NotSure));
    // The way back leads to where the person came from.
    assert_eq!(interview.then(Action::Back).stays(), Some(scale));
}

#[test]
fn a_question_is_gone_through_once_however_often_it_was_asked() {
    let interview = Interview::begun();
    let registered = interview.fact("registered");
    let interview = interview.then(Action::Say(registered, YES)).then(Action::Next(registered));
    let interview = interview.then(Action::Ask(registered)).then(Action::Next(registered));
    let interview = interview.then(Action::Back);
    assert_eq!(interview.stays(), Some(registered));
    assert_eq!(interview.then(Action::Back).state.screen, Screen::Start);
}

#[test]
fn the_sheet_is_not_made_while_a_box_is_wrong_and_the_summary_says_which() {
    let interview = Interview::begun().then(Action::Show(Screen::Questions));
    let revenue = interview.fact("revenue");
    let interview =
        interview.then(Action::Type(revenue, "o600".to_owned())).then(Action::Show(Screen::Sheet));
    assert_eq!((interview.state.screen, interview.state.errors()), (Screen::Questions, vec![revenue]));
    let interview =
        interview.then(Action::Say(revenue, Some(Answer::NotSure))).then(Action::Show(Screen::Sheet));
    assert_eq!((interview.state.screen, interview.state.errors()), (Screen::Sheet, vec![]));
}

#[test]
fn searching_options_is_no_answer_and_no_error() {
    let interview = Interview::begun();
    let honours = interview.fact("honours");
    let interview = interview.then(Action::Find(honours, "出口".to_owned()));
    assert_eq!((interview.state.answers.count(), interview.state.wrong()), (0, vec![]));
    let interview = interview.then(Action::Say(honours, None));
    assert_eq!(interview.state.draft(honours).text, "出口", "taking an answer back does not read it as one");
}

#[test]
fn the_same_rules_in_another_language_change_nothing_that_was_said() {
    let interview = Interview::begun();
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::Type(revenue, "6亿".to_owned()));
    let before = Rc::clone(&interview.state);
    let after = interview.then(Action::Speak(book(HARBOUR))).state;
    assert_eq!(
        (&after.answers, after.draft(revenue), after.screen),
        (&before.answers, before.draft(revenue), before.screen)
    );
}

#[test]
fn nothing_follows_from_what_is_typed_until_the_box_is_left() {
    let interview = Interview::begun();
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::Typing(revenue, "6o".to_owned()));
    assert_eq!((interview.stays(), interview.state.draft(revenue).error), (Some(revenue), None));
    assert_eq!(interview.state.draft(revenue).text, "6o", "but it is not lost");
    let interview = interview.then(Action::TypingAsOf("2019-0".to_owned()));
    let draft = interview.state.as_of_draft();
    assert_eq!(
        (draft.text.as_str(), &draft.error, interview.state.as_of().asked),
        ("2019-0", &None, day("2019-05-10"))
    );
}

#[test]
fn going_on_reads_what_stands_in_the_box_although_it_was_not_left() {
    let interview = Interview::begun();
    let revenue = interview.fact("revenue");
    let interview = interview.then(Action::Typing(revenue, "600".to_owned())).then(Action::Next(revenue));
    assert_eq!((interview.stays(), interview.state.answers.count()), (None, 1));
}

#[test]
fn neither_way_on_turns_not_sure_into_what_stands_in_the_box() {
    let interview = Interview::begun();
    let revenue = interview.fact("revenue");
    let unsure = Some(Answer::NotSure);
    let interview =
        interview.then(Action::Type(revenue, "600".to_owned())).then(Action::Say(revenue, unsure));
    for action in [Action::Back, Action::Next(revenue)] {
        let state = Rc::clone(&interview.state).reduce(action);
        assert_eq!(state.answers.get(revenue), unsure);
    }
}

#[test]
fn a_box_that_was_emptied_takes_its_answer_back_although_it_was_not_left() {
    let interview = Interview::begun();
    let revenue = interview.fact("revenue");
    let interview =
        interview.then(Action::Type(revenue, "600".to_owned())).then(Action::Typing(revenue, String::new()));
    let interview = interview.then(Action::Next(revenue));
    assert_eq!((interview.state.answers.count(), interview.state.errors()), (0, vec![revenue]));
}
