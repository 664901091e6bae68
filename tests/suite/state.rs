//! The reducer without a browser: what people type, tick and take back.

use std::rc::Rc;

use eligibility_check::engine::{Answer, AnswerError, Standing};
use eligibility_check::rulebook::{Decimal, FactId, Options, RuleBook, Value};
use eligibility_check::widget::{Action, Screen, State};
use yew::Reducible;

use crate::support::{HARBOUR, answers, book, day, fact};

/// A state of the small pack, in May 2019.
fn fresh() -> (Rc<RuleBook>, Rc<State>) {
    let book = book(HARBOUR);
    let state = Rc::new(State::new(Rc::clone(&book), day("2019-05-10")));
    (book, state)
}

fn after(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(state, State::reduce)
}

fn typed(fact: FactId, text: &str) -> Action {
    Action::Type(fact, text.to_owned())
}

fn number(text: &str) -> Option<Answer> {
    Some(Answer::Value(Value::Number(text.parse().unwrap())))
}

fn chosen(options: Options) -> Option<Answer> {
    Some(Answer::Value(Value::Options(options)))
}

#[test]
fn an_invalid_number_keeps_what_was_typed_and_forgets_only_that_answer() {
    let (book, state) = fresh();
    let (revenue, registered) = (fact(&book, "revenue"), fact(&book, "registered"));
    let yes = Some(Answer::Value(Value::YesNo(true)));
    let state = after(state, [Action::Say(registered, yes), typed(revenue, "600"), typed(revenue, "o600")]);
    assert_eq!(state.draft(revenue).text, "o600");
    assert_eq!(state.draft(revenue).error, Some(AnswerError::NotANumber));
    assert_eq!(state.answers.get(revenue), None);
    assert_eq!(state.answers.get(registered), yes);
}

#[test]
fn a_corrected_number_clears_the_error() {
    let (book, state) = fresh();
    let revenue = fact(&book, "revenue");
    let state = after(state, [typed(revenue, "600万元"), typed(revenue, "600")]);
    assert_eq!(state.draft(revenue).error, None);
    assert_eq!(state.answers.get(revenue), number("600"));
}

#[test]
fn an_emptied_box_takes_the_answer_back_without_an_error() {
    let (book, state) = fresh();
    let revenue = fact(&book, "revenue");
    let state = after(state, [typed(revenue, "600"), typed(revenue, " ")]);
    assert_eq!(state.draft(revenue).error, None);
    assert_eq!(state.answers.get(revenue), None);
}

#[test]
fn each_slip_is_told_apart() {
    let (book, state) = fresh();
    let (revenue, staff, founded) = (fact(&book, "revenue"), fact(&book, "staff"), fact(&book, "founded"));
    let whole = |number| Decimal::whole(number);
    for (fact, text, error) in [
        (revenue, "很多", AnswerError::NotANumber),
        (revenue, "3美元", AnswerError::StrayUnit("美元".to_owned())),
        (revenue, "1.005", AnswerError::TooManyPlaces(2)),
        (revenue, "-1", AnswerError::TooSmall(whole(0))),
        (revenue, "100000.01", AnswerError::TooLarge(whole(100_000))),
        (staff, "2.5", AnswerError::TooManyPlaces(0)),
        (staff, "0", AnswerError::TooSmall(whole(1))),
        (founded, "去年", AnswerError::NotADate),
        (founded, "2019-02-29", AnswerError::NoSuchDay),
    ] {
        let state = after(Rc::clone(&state), [typed(fact, text)]);
        assert_eq!(state.draft(fact).error, Some(error), "{text}");
        assert_eq!(state.draft(fact).text, text);
        assert_eq!(state.answers.count(), 0);
    }
}

#[test]
fn full_width_digits_are_read_and_stand_as_they_were_typed() {
    let (book, state) = fresh();
    let (revenue, founded) = (fact(&book, "revenue"), fact(&book, "founded"));
    let state = after(state, [typed(revenue, "１，２３４．５"), typed(founded, "２０１８年３月１日")]);
    assert_eq!(state.answers.get(revenue), number("1234.5"));
    assert_eq!(state.draft(revenue).text, "１，２３４．５");
    assert_eq!(state.answers.value(founded), Some(Value::Date(day("2018-03-01"))));
}

#[test]
fn what_was_kept_is_gone_on_from_and_nothing_else_is() {
    let (book, state) = fresh();
    let (revenue, registered) = (fact(&book, "revenue"), fact(&book, "registered"));
    let said = [typed(revenue, "12.5"), Action::Say(registered, Some(Answer::NotSure))];
    let state = after(state, said.into_iter().chain([Action::TypeAsOf("2018-07-01".to_owned())]));
    let again = after(fresh().1, [Action::Large, Action::Restored(state.kept().into())]);
    assert_eq!((&again.answers, again.as_of().asked), (&state.answers, day("2018-07-01")));
    assert_eq!((again.draft(revenue).text.as_str(), again.screen), ("12.5", Screen::Question));
    assert!(again.large, "the size of type is no answer");
    for nothing in ["", "x", "2018-02-30 "] {
        let anew = after(Rc::clone(&state), [Action::Restored(nothing.into())]);
        assert_eq!(anew.answers, state.answers, "{nothing}");
    }
}

#[test]
fn not_sure_taken_back_restores_what_was_typed() {
    let (book, state) = fresh();
    let revenue = fact(&book, "revenue");
    let state = after(state, [typed(revenue, "600"), Action::Say(revenue, Some(Answer::NotSure))]);
    assert_eq!(state.answers.get(revenue), Some(Answer::NotSure));
    assert_eq!(state.draft(revenue).text, "600");
    let state = after(state, [Action::Say(revenue, None)]);
    assert_eq!(state.answers.get(revenue), number("600"));
}

#[test]
fn options_are_ticked_and_unticked_one_by_one() {
    let (book, state) = fresh();
    let honours = fact(&book, "honours");
    let (first, third) = (Options::one(0), Options::one(2));
    let tick = |option, ticked| Action::Tick(honours, option, ticked);
    let state = after(state, [tick(first, true), tick(third, true)]);
    assert_eq!(state.answers.get(honours), chosen(first.with(third)));
    let state = after(state, [tick(first, false)]);
    assert_eq!(state.answers.get(honours), chosen(third));
    // Nothing ticked is no answer: "none of these" has a box of its own.
    let state = after(state, [tick(third, false)]);
    assert_eq!(state.answers.get(honours), None);
}

#[test]
fn none_of_these_and_the_options_exclude_each_other() {
    let (book, state) = fresh();
    let honours = fact(&book, "honours");
    let tick = Action::Tick(honours, Options::one(1), true);
    let state = after(state, [tick.clone(), Action::Say(honours, chosen(Options::NONE))]);
    assert_eq!(state.answers.get(honours), chosen(Options::NONE));
    let state = after(state, [tick.clone()]);
    assert_eq!(state.answers.get(honours), chosen(Options::one(1)));
    let state = after(state, [Action::Say(honours, Some(Answer::NotSure)), tick]);
    assert_eq!(state.answers.get(honours), chosen(Options::one(1)));
}

#[test]
fn clear_asks_once_and_then_wipes_answers_and_boxes_and_keeps_the_day() {
    let (book, state) = fresh();
    let (revenue, founded) = (fact(&book, "revenue"), fact(&book, "founded"));
    let day_asked = Action::TypeAsOf("2018-07-01".to_owned());
    let state = after(state, [day_asked, typed(revenue, "600"), typed(founded, "never"), Action::Clear]);
    assert_eq!(state.answers.count(), 1, "nothing is wiped before it was confirmed");
    let kept = after(Rc::clone(&state), [Action::ClearNot]);
    assert_eq!(kept.answers.count(), 1);
    let state = after(state, [Action::ClearNow]);
    assert_eq!(state.answers.count(), 0);
    assert_eq!(state.draft(revenue), Default::default());
    assert_eq!(state.draft(founded), Default::default());
    assert_eq!((state.as_of().asked, state.screen), (day("2018-07-01"), Screen::Start));
}

#[test]
fn a_day_that_does_not_exist_keeps_the_day_asked_about() {
    let (_, state) = fresh();
    for (text, error) in
        [("2019-02-30", AnswerError::NoSuchDay), ("明天", AnswerError::NotADate), ("", AnswerError::NotADate)]
    {
        let state = after(Rc::clone(&state), [Action::TypeAsOf(text.to_owned())]);
        assert_eq!(state.as_of().asked, day("2019-05-10"));
        assert_eq!((state.as_of_draft().text.as_str(), &state.as_of_draft().error), (text, &Some(error)));
        let state = after(state, [Action::TypeAsOf("2020/1/2".to_owned())]);
        assert_eq!(state.as_of().asked, day("2020-01-02"));
        assert_eq!((state.as_of_draft().text.as_str(), &state.as_of_draft().error), ("2020-01-02", &None));
    }
}

#[test]
fn a_day_outside_the_policys_time_is_read_as_its_nearest_day() {
    let (_, state) = fresh();
    for (asked, evaluated, standing) in [
        ("2017-12-31", "2018-01-01", Standing::NotYet),
        ("2018-01-01", "2018-01-01", Standing::InForce),
        ("2020-12-31", "2020-12-31", Standing::InForce),
        ("2021-01-01", "2020-12-31", Standing::Lapsed),
    ] {
        let as_of = after(Rc::clone(&state), [Action::AsOf(day(asked))]).as_of();
        assert_eq!((as_of.asked, as_of.evaluated, as_of.standing), (day(asked), day(evaluated), standing));
    }
}

#[test]
fn answers_brought_along_stand_in_their_boxes() {
    let (book, state) = fresh();
    let said =
        answers(&book, r#"{"revenue": "1234.50", "founded": "2018-03-01", "staff": {"not-sure": true}}"#);
    let state = State::clone(&state).with_answers(said.clone());
    assert_eq!(state.answers, said);
    assert_eq!(state.draft(fact(&book, "revenue")).text, "1234.5");
    assert_eq!(state.draft(fact(&book, "founded")).text, "2018-03-01");
    assert_eq!(state.draft(fact(&book, "staff")).text, "");
}

#[test]
fn another_screen_loses_nothing() {
    let (book, state) = fresh();
    let revenue = fact(&book, "revenue");
    let state = after(state, [Action::Show(Screen::Questions), typed(revenue, "oops")]);
    let state = after(state, [Action::Show(Screen::Start), Action::Show(Screen::Questions)]);
    assert_eq!(state.draft(revenue).text, "oops");
}
