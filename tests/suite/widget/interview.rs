//! One screen of questions at a time: the current one, the next one, and going back.

use std::rc::Rc;

use eligibility_check::engine::Answer;
use eligibility_check::rulebook::{FactId, Locale, RulePack, Value};
use eligibility_check::widget::preview::Preview;
use eligibility_check::widget::{Action, Screen, State};
use yew::Reducible;

use crate::dom::elements;
use crate::markup::{render, render_in, state, widget_pack};
use crate::support::{HARBOUR, PUBLISHED, date, fact, parse_answers, parse_pack};

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

/// The published pack, whose measures share questions: a screen asks four of them together.
#[test]
fn next_needs_only_the_questions_of_a_screen_that_can_still_change_an_outcome() {
    let pack = parse_pack(PUBLISHED);
    let group = GROUP.map(|id| fact(&pack, id));
    let kind = r#"{"applicant-kind": "enterprise"}"#;
    let first = Action::GoTo(group[0]);
    let on_screen = |answers: Vec<Action>| {
        let actions = [first.clone()].into_iter().chain(answers).collect();
        let state = chosen(&pack, &["rd"], kind, actions);
        render(&pack, &state)
    };
    let no = Action::Answer(group[0], Some(Answer::Value(Value::YesNo(false))));
    let rest = "其余的不用答，不影响结果。";
    assert!(!on_screen(vec![]).contains(rest));
    assert!(!on_screen(vec![Action::Answer(group[0], YES)]).contains(rest));
    assert!(on_screen(vec![no]).contains(rest));
    let missing = on_screen(vec![Action::Next(group.to_vec())]);
    assert_eq!(missing.matches("还有 4 题没有答").count(), 1, "one message for the screen");
    assert!(!missing.contains("ec-errors"), "and no summary");
}

/// Questions of the published pack that are asked together.
const GROUP: [&str; 4] =
    ["registered-in-tianhe", "taxed-in-tianhe", "reports-in-tianhe", "independent-legal-person"];

/// The state after choosing topics, and after some answers and actions.
fn chosen(pack: &Rc<RulePack>, topics: &[&str], answers: &str, actions: Vec<Action>) -> Rc<State> {
    let topics = topics.iter().map(|id| Action::ToggleTopic(pack.find_topic(id).unwrap()));
    let start = topics.chain([Action::StartTopics]);
    state(pack, "2019-05-10", answers, start.chain(actions).collect())
}

#[test]
fn two_numbers_are_compared_with_the_threshold_while_they_are_typed() {
    let pack = parse_pack(PUBLISHED);
    let [last, before] = ["rd-spending", "rd-spending-before"].map(|id| fact(&pack, id));
    let known = r#"{"applicant-kind": "enterprise", "rd-sectors": ["information"]}"#;
    let line = |locale: Locale, numbers: [&str; 2]| {
        let edits = [(last, numbers[0]), (before, numbers[1])]
            .map(|(fact, text)| Action::EditDraft(fact, text.to_owned()));
        let actions = [Action::GoTo(last)].into_iter().chain(edits).collect();
        let html = render_in(locale, &pack, &chosen(&pack, &["rd"], known, actions));
        elements(&html, |element| element.has_class("ec-computed"))[0].text()
    };
    for (numbers, text) in [
        (["900", ""], ""),
        (["900", "o"], ""),
        (["900", "700"], "增加 200 万元，刚好达到 200 万元的门槛。"),
        (["900", "700.01"], "增加 199.99 万元，离 200 万元的门槛还差 0.01 万元。"),
        (["900.5", "700"], "增加 200.5 万元，超过 200 万元的门槛。"),
        (["700", "700"], "没有增减，离 200 万元的门槛还差 200 万元。"),
        (["650", "700"], "减少 50 万元，离 200 万元的门槛还差 250 万元。"),
    ] {
        assert_eq!(line(Locale::ZhHans, numbers), text, "{numbers:?}");
    }
    let exact = ["900", "700"];
    assert_eq!(line(Locale::ZhHant, exact), "增加 200 萬元，剛好達到 200 萬元的門檻。");
    assert_eq!(
        line(Locale::En, exact),
        "Increase of RMB 2,000,000: exactly the threshold of RMB 2,000,000."
    );
}

/// The sentence for screen readers about what the last screen changed.
fn announced(locale: Locale, pack: &Rc<RulePack>, state: &Rc<State>) -> String {
    let html = render_in(locale, pack, state);
    elements(&html, |element| element.has_class("ec-hidden") && element.has("role", "status"))[0]
        .text()
}

#[test]
fn the_sentence_after_a_screen_says_what_it_changed() {
    let pack = parse_pack(PUBLISHED);
    let [kind, last, before] =
        ["applicant-kind", "rd-spending", "rd-spending-before"].map(|id| fact(&pack, id));
    let known = r#"{
        "applicant-kind": "enterprise", "rd-sectors": ["information"], "registered-in-tianhe": true,
        "taxed-in-tianhe": true, "reports-in-tianhe": true, "independent-legal-person": true
    }"#;
    let after = |numbers: [&str; 2]| {
        let edits = [(last, numbers[0]), (before, numbers[1])]
            .map(|(fact, text)| Action::EditDraft(fact, text.to_owned()));
        let next = [Action::Ask(vec![last, before])].into_iter().chain(edits);
        let actions = next.chain([Action::Next(vec![last, before])]).collect();
        chosen(&pack, &["rd"], known, actions)
    };
    let met = after(["900", "700"]);
    for (locale, sentence) in [
        (Locale::ZhHans, "现在可以申报：企业研发投入增长支持，6 万元。"),
        (Locale::ZhHant, "現在可以申請：企業研發投入增長支持，6 萬元。"),
        (Locale::En, "You can now apply for: Support for growth in R&D spending, RMB 60,000."),
    ] {
        assert_eq!(announced(locale, &pack, &met), sentence);
    }
    let not_met = after(["800", "700"]);
    assert_eq!(announced(Locale::ZhHans, &pack, &not_met), "企业研发投入增长支持不再可能。");
    // An answer to the next question does not change it. Going elsewhere ends it.
    let next = Rc::clone(&met).reduce(Action::Ask(vec![kind]));
    let edited = Rc::clone(&next).reduce(Action::Answer(kind, Some(Answer::NotSure)));
    assert_eq!(announced(Locale::ZhHans, &pack, &edited), announced(Locale::ZhHans, &pack, &met));
    let results = Rc::clone(&met).reduce(Action::Show(Screen::Results));
    assert_eq!(
        announced(Locale::ZhHans, &pack, &results),
        announced(Locale::ZhHans, &pack, &met),
        "no question is left, so the results follow"
    );
    for action in [Action::Show(Screen::Results), Action::Back, Action::GoTo(last)] {
        let elsewhere = Rc::clone(&next).reduce(action);
        assert_eq!(announced(Locale::ZhHans, &pack, &elsewhere), "");
    }
}

#[test]
fn a_screen_is_named_once_with_two_measures_and_their_number() {
    let pack = parse_pack(PUBLISHED);
    let kind = fact(&pack, "applicant-kind");
    let other = pack.facts[kind].kind.option("other").unwrap();
    let actions = vec![
        Action::Ask(vec![kind]),
        Action::Answer(kind, Some(Answer::Value(Value::Options(other)))),
        Action::Next(vec![kind]),
    ];
    let sentence = announced(Locale::ZhHans, &pack, &chosen(&pack, &["rd"], "{}", actions));
    assert!(sentence.ends_with(" 项不再可能。"), "{sentence}");
    assert_eq!(sentence.matches('、').count(), 1, "{sentence}");
}

#[test]
fn the_estimate_of_screens_is_possible_and_does_not_jump() {
    let mut pack = Rc::unwrap_or_clone(parse_pack(PUBLISHED));
    let topics = pack.topics.len();
    pack.set_topic_medians((0..topics).map(|_| (Some(9), Some(6))));
    let pack = Rc::new(pack);
    let known = r#"{
        "applicant-kind": "enterprise", "rd-sectors": ["information"], "registered-in-tianhe": true,
        "taxed-in-tianhe": true, "reports-in-tianhe": true, "independent-legal-person": true,
        "rd-spending": 900, "rd-spending-before": 700
    }"#;
    let known = parse_answers(&pack, known);
    let mut state = chosen(&pack, &["rd"], "{}", vec![]);
    let mut preview = Preview::new(widget_pack(Locale::ZhHans, &pack));
    let mut totals = Vec::new();
    for number in 1.. {
        let Some(next) = preview.evaluation(&state).next else { break };
        state = state.reduce(Action::Ask(next.screen.clone()));
        let html = render(&pack, &state);
        let text = elements(&html, |element| element.has_class("ec-bar__number"))[0].text();
        let (shown, total) = text.split_once(" / ").unwrap();
        assert_eq!(shown, number.to_string());
        totals.push(total.parse::<usize>().unwrap());
        for fact in &next.screen {
            state = state.reduce(match known.get(*fact) {
                Some(Answer::Value(Value::Number(number))) => {
                    Action::CommitDraft(*fact, number.to_string())
                }
                answer => Action::Answer(*fact, answer.or(Some(Answer::NotSure))),
            });
        }
        state = state.reduce(Action::Next(next.screen));
    }
    assert_eq!(totals.first(), Some(&6));
    // The last question might have led to another one.
    assert_eq!(totals.last(), Some(&(totals.len() + 1)));
    assert!(totals.is_sorted_by(|one, next| one.abs_diff(*next) <= 1), "{totals:?}");
    assert!(totals.iter().enumerate().all(|(index, total)| *total > index), "{totals:?}");
}
