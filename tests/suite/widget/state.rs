//! The reducer without a browser: drafts, answers and the as-of date.

use std::rc::Rc;

use eligibility_check::engine::{Answer, AnswerError, PolicyStatus, Receipt};
use eligibility_check::rulebook::{Decimal, FactId, Options, RulePack, Value};
use eligibility_check::widget::{Action, Draft, Import, ImportSource, Screen, State};
use yew::Reducible;

use crate::support::{HARBOUR, date, fact, parse_answers, parse_pack};

/// The state of a new widget with the small pack, in May 2019.
fn fresh() -> (Rc<RulePack>, Rc<State>) {
    let pack = parse_pack(HARBOUR);
    let state = Rc::new(State::new(Rc::clone(&pack), date("2019-05-10")));
    (pack, state)
}

fn after(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(state, State::reduce)
}

fn commit(fact: FactId, text: &str) -> Action {
    Action::CommitDraft(fact, text.to_owned())
}

fn number(text: &str) -> Option<Answer> {
    Some(Answer::Value(Value::Number(text.parse().unwrap())))
}

fn chosen(options: Options) -> Option<Answer> {
    Some(Answer::Value(Value::Options(options)))
}

#[test]
fn an_invalid_number_keeps_its_text_and_removes_only_its_answer() {
    let (pack, state) = fresh();
    let (revenue, registered) = (fact(&pack, "revenue"), fact(&pack, "registered"));
    let yes = Some(Answer::Value(Value::YesNo(true)));
    let state = after(
        state,
        [Action::Answer(registered, yes), commit(revenue, "600"), commit(revenue, "o600")],
    );
    assert_eq!(state.draft(revenue).text, "o600");
    assert_eq!(state.draft(revenue).error, Some(AnswerError::StrayUnit("o".to_owned())));
    assert_eq!(state.answers.get(revenue), None);
    assert_eq!(state.answers.get(registered), yes);
}

#[test]
fn a_corrected_number_clears_the_error() {
    let (pack, state) = fresh();
    let revenue = fact(&pack, "revenue");
    let state = after(state, [commit(revenue, "600万元"), commit(revenue, "600")]);
    assert_eq!(state.draft(revenue).error, None);
    assert_eq!(state.answers.get(revenue), number("600"));
}

#[test]
fn an_emptied_box_removes_the_answer_without_an_error() {
    let (pack, state) = fresh();
    let revenue = fact(&pack, "revenue");
    let state = after(state, [commit(revenue, "600"), commit(revenue, " ")]);
    assert_eq!(state.draft(revenue).error, None);
    assert_eq!(state.answers.get(revenue), None);
}

#[test]
fn each_kind_of_invalid_text_has_its_own_error() {
    let (pack, state) = fresh();
    let (revenue, staff, founded) =
        (fact(&pack, "revenue"), fact(&pack, "staff"), fact(&pack, "founded"));
    let whole = |number| Decimal::from_integer(number);
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
        let state = after(Rc::clone(&state), [commit(fact, text)]);
        assert_eq!(state.draft(fact).error, Some(error), "{text}");
        assert_eq!(state.draft(fact).text, text);
        assert_eq!(state.answers.count(), 0);
    }
}

#[test]
fn full_width_digits_are_parsed_and_stay_as_typed() {
    let (pack, state) = fresh();
    let (revenue, founded) = (fact(&pack, "revenue"), fact(&pack, "founded"));
    let state =
        after(state, [commit(revenue, "１，２３４．５"), commit(founded, "２０１８年３月１日")]);
    assert_eq!(state.answers.get(revenue), number("1234.5"));
    assert_eq!(state.draft(revenue).text, "１，２３４．５");
    assert_eq!(state.answers.value(founded), Some(Value::Date(date("2018-03-01"))));
}

/// Restores from the text of the receipt code box.
fn restore(code: &str) -> Action {
    Action::Restore(Import { source: ImportSource::Code, content: code.to_owned() })
}

#[test]
fn a_receipt_code_restores_answers_drafts_and_date_and_an_invalid_code_nothing() {
    let (pack, state) = fresh();
    let (revenue, registered) = (fact(&pack, "revenue"), fact(&pack, "registered"));
    let answers = [commit(revenue, "12.5"), Action::Answer(registered, Some(Answer::NotSure))];
    let state =
        after(state, answers.into_iter().chain([Action::CommitAsOf("2018-07-01".to_owned())]));
    let code = Receipt::encode(&pack, state.as_of().asked, &[], &state.answers);
    let restored = after(fresh().1, [Action::ToggleLargeText, restore(&code)]);
    assert_eq!((&restored.answers, restored.as_of().asked), (&state.answers, date("2018-07-01")));
    assert_eq!((restored.draft(revenue).text.as_str(), restored.screen), ("12.5", Screen::Results));
    assert!(restored.is_large_text, "the text size is not an answer");
    for invalid in ["", "x", "2018-02-30 "] {
        let unchanged = after(Rc::clone(&state), [restore(invalid)]);
        assert_eq!(unchanged.answers, state.answers, "{invalid}");
        assert_eq!(
            (unchanged.as_of().asked, unchanged.screen),
            (date("2018-07-01"), Screen::Start)
        );
    }
}

#[test]
fn removing_not_sure_restores_the_typed_number() {
    let (pack, state) = fresh();
    let revenue = fact(&pack, "revenue");
    let state =
        after(state, [commit(revenue, "600"), Action::Answer(revenue, Some(Answer::NotSure))]);
    assert_eq!(state.answers.get(revenue), Some(Answer::NotSure));
    assert_eq!(state.draft(revenue).text, "600");
    let state = after(state, [Action::Answer(revenue, None)]);
    assert_eq!(state.answers.get(revenue), number("600"));
}

#[test]
fn options_are_checked_and_unchecked_one_by_one() {
    let (pack, state) = fresh();
    let honours = fact(&pack, "honours");
    let (first, third) = (Options::single(0), Options::single(2));
    let set = |option, is_checked| Action::SetOption(honours, option, is_checked);
    let state = after(state, [set(first, true), set(third, true)]);
    assert_eq!(state.answers.get(honours), chosen(first.union(third)));
    let state = after(state, [set(first, false)]);
    assert_eq!(state.answers.get(honours), chosen(third));
    // No checked option is no answer: "none of these" has its own box.
    let state = after(state, [set(third, false)]);
    assert_eq!(state.answers.get(honours), None);
}

#[test]
fn none_of_these_and_the_options_exclude_each_other() {
    let (pack, state) = fresh();
    let honours = fact(&pack, "honours");
    let check = Action::SetOption(honours, Options::single(1), true);
    let state = after(state, [check.clone(), Action::Answer(honours, chosen(Options::EMPTY))]);
    assert_eq!(state.answers.get(honours), chosen(Options::EMPTY));
    let state = after(state, [check.clone()]);
    assert_eq!(state.answers.get(honours), chosen(Options::single(1)));
    let state = after(state, [Action::Answer(honours, Some(Answer::NotSure)), check]);
    assert_eq!(state.answers.get(honours), chosen(Options::single(1)));
}

#[test]
fn clear_is_confirmed_once_removes_answers_and_drafts_and_keeps_the_date() {
    let (pack, state) = fresh();
    let (revenue, founded) = (fact(&pack, "revenue"), fact(&pack, "founded"));
    let day_asked = Action::CommitAsOf("2018-07-01".to_owned());
    let state =
        after(state, [day_asked, commit(revenue, "600"), commit(founded, "never"), Action::Clear]);
    assert_eq!(state.answers.count(), 1, "nothing is cleared before it is confirmed");
    let cancelled = after(Rc::clone(&state), [Action::CancelClear]);
    assert_eq!(cancelled.answers.count(), 1);
    let state = after(state, [Action::ConfirmClear]);
    assert_eq!(state.answers.count(), 0);
    assert_eq!(state.draft(revenue), &Draft::default());
    assert_eq!(state.draft(founded), &Draft::default());
    assert_eq!((state.as_of().asked, state.screen), (date("2018-07-01"), Screen::Start));
}

#[test]
fn an_invalid_date_keeps_the_as_of_date() {
    let (_, state) = fresh();
    for (text, error) in [
        ("2019-02-30", AnswerError::NoSuchDay),
        ("明天", AnswerError::NotADate),
        ("", AnswerError::NotADate),
    ] {
        let state = after(Rc::clone(&state), [Action::CommitAsOf(text.to_owned())]);
        assert_eq!(state.as_of().asked, date("2019-05-10"));
        assert_eq!(
            (state.as_of_draft().text.as_str(), &state.as_of_draft().error),
            (text, &Some(error))
        );
        let state = after(state, [Action::CommitAsOf("2020/1/2".to_owned())]);
        assert_eq!(state.as_of().asked, date("2020-01-02"));
        assert_eq!(
            (state.as_of_draft().text.as_str(), &state.as_of_draft().error),
            ("2020-01-02", &None)
        );
    }
}

#[test]
fn a_date_outside_the_period_is_evaluated_as_the_nearest_date_within() {
    let (_, state) = fresh();
    for (asked, evaluated, status) in [
        ("2017-12-31", "2018-01-01", PolicyStatus::NotYet),
        ("2018-01-01", "2018-01-01", PolicyStatus::InForce),
        ("2020-12-31", "2020-12-31", PolicyStatus::InForce),
        ("2021-01-01", "2020-12-31", PolicyStatus::Lapsed),
    ] {
        let as_of = after(Rc::clone(&state), [Action::SetAsOf(date(asked))]).as_of();
        assert_eq!(
            (as_of.asked, as_of.evaluated, as_of.status),
            (date(asked), date(evaluated), status)
        );
    }
}

#[test]
fn initial_answers_fill_their_boxes() {
    let (pack, state) = fresh();
    let answers = parse_answers(
        &pack,
        r#"{"revenue": "1234.50", "founded": "2018-03-01", "staff": {"not-sure": true}}"#,
    );
    let state = State::clone(&state).with_answers(answers.clone());
    assert_eq!(state.answers, answers);
    assert_eq!(state.draft(fact(&pack, "revenue")).text, "1234.5");
    assert_eq!(state.draft(fact(&pack, "founded")).text, "2018-03-01");
    assert_eq!(state.draft(fact(&pack, "staff")).text, "");
}

#[test]
fn a_draft_survives_a_change_of_screen() {
    let (pack, state) = fresh();
    let revenue = fact(&pack, "revenue");
    let state = after(state, [Action::Show(Screen::AllQuestions), commit(revenue, "oops")]);
    let state = after(state, [Action::Show(Screen::Start), Action::Show(Screen::AllQuestions)]);
    assert_eq!(state.draft(revenue).text, "oops");
}
