//! Focus requests: the reducer decides where the keyboard focus belongs after each action.

use std::rc::Rc;

use eligibility_check::engine::{Answer, AnswerError, Answers, Receipt};
use eligibility_check::rulebook::{Id, MeasureId, Options, RulePack, Value};
use eligibility_check::widget::preview::Part;
use eligibility_check::widget::{
    Action, FocusRequest, FocusTarget, Group, Import, ImportSource, PrintOption, Screen, State,
};
use yew::Reducible;

use crate::markup::part_of;
use crate::support::{HARBOUR, date, fact, parse_pack};
use crate::widget::restore_diff::older;

const YES: Option<Answer> = Some(Answer::Value(Value::YesNo(true)));

fn after(pack: &Rc<RulePack>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    let state = Rc::new(State::new(Rc::clone(pack), date("2019-05-10")));
    actions.into_iter().fold(state, State::reduce)
}

fn restore(source: ImportSource, content: &str) -> Action {
    Action::Restore(Import { source, content: content.to_owned() })
}

#[test]
fn a_new_widget_requests_no_focus() {
    assert_eq!(after(&parse_pack(HARBOUR), []).focus, FocusRequest::default());
    assert_eq!(FocusRequest::default().target, None);
}

/// The actions before, the action, and the target that it requests.
type Case = (Vec<Action>, Action, FocusTarget);

fn cases(pack: &Rc<RulePack>) -> Vec<Case> {
    use Action::{
        Answer, Ask, Back, CancelClear, Clear, CommitAsOf, CommitDraft, ConfirmClear, EditAsOf,
        GoTo, GoToResults, Next, Show,
    };
    let (registered, revenue, staff) =
        (fact(pack, "registered"), fact(pack, "revenue"), fact(pack, "staff"));
    let text = str::to_owned;
    let one_invalid = vec![Show(Screen::Question), CommitDraft(revenue, text("o600"))];
    let two_invalid = [one_invalid.clone(), vec![CommitDraft(staff, text("2.5"))]].concat();
    let code = Receipt::encode(pack, date("2019-05-10"), &[], &Answers::none(pack));
    let code_of_older = Receipt::encode(&older(), date("2019-05-10"), &[], &Answers::none(pack));
    let asking = vec![Show(Screen::Question), Ask(vec![registered])];
    let answered = [asking, vec![Answer(registered, YES)]].concat();
    let invalid = vec![Show(Screen::AllQuestions), CommitDraft(revenue, text("o600"))];
    let confirming = [answered.clone(), vec![Clear]].concat();
    vec![
        (vec![], Show(Screen::Question), FocusTarget::Heading),
        (vec![], Show(Screen::AllQuestions), FocusTarget::Heading),
        (answered.clone(), Show(Screen::Start), FocusTarget::Heading),
        (answered.clone(), Show(Screen::Plan), FocusTarget::Heading),
        (
            vec![Show(Screen::Day), EditAsOf(text("2019-02-30"))],
            Show(Screen::Question),
            FocusTarget::AsOf,
        ),
        (
            vec![Show(Screen::Day), CommitAsOf(text("never"))],
            Show(Screen::AllQuestions),
            FocusTarget::AsOf,
        ),
        (invalid, Show(Screen::Plan), FocusTarget::ErrorSummary),
        (answered.clone(), Next(vec![registered]), FocusTarget::Heading),
        (vec![Show(Screen::Question)], Next(vec![registered]), FocusTarget::Question(registered)),
        (
            vec![Show(Screen::Question), Next(vec![registered])],
            Next(vec![registered]),
            FocusTarget::Question(registered),
        ),
        (one_invalid, Next(vec![revenue]), FocusTarget::Question(revenue)),
        (two_invalid, Next(vec![revenue, staff]), FocusTarget::ErrorSummary),
        (answered.clone(), Back, FocusTarget::Heading),
        (answered.clone(), GoTo(revenue), FocusTarget::Heading),
        (answered.clone(), GoTo(registered), FocusTarget::Question(registered)),
        (vec![Show(Screen::AllQuestions)], GoTo(revenue), FocusTarget::Question(revenue)),
        (answered.clone(), GoToResults, FocusTarget::Results),
        (answered.clone(), Clear, FocusTarget::ClearQuestion),
        (vec![Show(Screen::Question)], Clear, FocusTarget::Heading),
        (confirming.clone(), ConfirmClear, FocusTarget::Heading),
        (confirming, CancelClear, FocusTarget::ClearButton),
        (vec![], restore(ImportSource::Code, &code), FocusTarget::RestoreNotice),
        (vec![], restore(ImportSource::Code, &code_of_older), FocusTarget::RestoreNotice),
        (vec![], restore(ImportSource::Code, "x"), FocusTarget::Code),
        (vec![], restore(ImportSource::File, "x"), FocusTarget::File),
        (vec![], restore(ImportSource::NoSymbol, ""), FocusTarget::Picture),
    ]
}

#[test]
fn actions_that_move_the_focus_request_it_once() {
    let pack = parse_pack(HARBOUR);
    for (before, action, target) in cases(&pack) {
        let before = after(&pack, before);
        let focus = Rc::clone(&before).reduce(action.clone()).focus;
        let expected = FocusRequest { serial: before.focus.serial + 1, target: Some(target) };
        assert_eq!(focus, expected, "{action:?}");
    }
}

#[test]
fn every_other_action_keeps_the_focus() {
    let harbour = parse_pack(HARBOUR);
    let pack = &harbour;
    let (registered, revenue, honours) =
        (fact(pack, "registered"), fact(pack, "revenue"), fact(pack, "honours"));
    let text = || "600".to_owned();
    let measure = MeasureId::from_index(0);
    let state = after(pack, [Action::Show(Screen::Question), Action::Answer(registered, YES)]);
    for action in [
        Action::Answer(registered, None),
        Action::SetOption(honours, Options::single(0), true),
        Action::EditDraft(revenue, text()),
        Action::CommitDraft(revenue, text()),
        Action::SearchOptions(honours, text()),
        Action::EditAsOf(text()),
        Action::CommitAsOf(text()),
        Action::SetAsOf(date("2019-01-01")),
        Action::ToggleMeasure(measure),
        Action::SetQuery(text()),
        Action::ToggleGroup(Group::Open),
        Action::TogglePrintOption(PrintOption::Measure(measure)),
        Action::ToggleLargeText,
        Action::EditCode(text()),
        Action::SetLanguage(Rc::clone(pack)),
    ] {
        assert_eq!(Rc::clone(&state).reduce(action.clone()).focus, state.focus, "{action:?}");
    }
}

#[test]
fn an_invalid_day_keeps_its_screen_with_its_text() {
    let pack = parse_pack(HARBOUR);
    for (typed, error) in [
        ("2019-02-30", AnswerError::NoSuchDay),
        ("soon", AnswerError::NotADate),
        ("", AnswerError::NotADate),
    ] {
        for screen in [Screen::Question, Screen::AllQuestions, Screen::Plan] {
            // The click on the button arrives before the `change` event of the box.
            let edit = Action::EditAsOf(typed.to_owned());
            let state = after(&pack, [Action::Show(Screen::Day), edit, Action::Show(screen)]);
            assert_eq!((state.screen, state.as_of().asked), (Screen::Day, date("2019-05-10")));
            assert_eq!(
                (&*state.as_of_draft().text, &state.as_of_draft().error),
                (typed, &Some(error.clone()))
            );
            assert_eq!(state.focus.target, Some(FocusTarget::AsOf));
        }
    }
    let corrected = [
        Action::Show(Screen::Day),
        Action::EditAsOf("2020/1/2".to_owned()),
        Action::Show(Screen::Question),
    ];
    let state = after(&pack, corrected);
    assert_eq!((state.screen, state.as_of().asked), (Screen::Question, date("2020-01-02")));
}

#[test]
fn a_rejected_code_keeps_its_text() {
    let pack = parse_pack(HARBOUR);
    let code = "24QR5-2K39P";
    let state =
        after(&pack, [Action::EditCode(code.to_owned()), restore(ImportSource::Code, code)]);
    assert_eq!((state.screen, state.focus.target), (Screen::Start, Some(FocusTarget::Code)));
    let form =
        part_of(&state, &pack, eligibility_check::rulebook::Locale::ZhHans, Part::RestoreForm);
    assert!(form.contains(code) && form.contains("id=\"ec-code.error\""), "{form}");
}
