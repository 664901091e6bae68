//! Snapshots of whole screens of the small pack.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite screens` and review
//! the diff.

use std::rc::Rc;

use eligibility_check::rulebook::RulePack;
use eligibility_check::widget::{Action, FileKind, Screen};

use crate::markup::{pieces, render, state};
use crate::pretty_html::select;
use crate::snapshots::{assert_html_snapshot, assert_snapshot};
use crate::support::{HARBOUR, fact, parse_pack};
use crate::widget::saved_file::SavedFile;

/// Answers for which the measures of the small pack have five different outcomes.
pub(crate) const MANY_OUTCOMES: &str = r#"{
    "registered": true, "scale": "large", "honours": ["exporter"], "founded": "2018-03-01",
    "revenue": "1234.5", "staff": {"not-sure": true}
}"#;

/// Renders the screen of all questions, after some actions.
pub(crate) fn render_questions(
    pack: &Rc<RulePack>,
    as_of: &str,
    answers: &str,
    actions: Vec<Action>,
) -> String {
    let actions = [Action::Show(Screen::AllQuestions)].into_iter().chain(actions);
    render(pack, &state(pack, as_of, answers, actions.collect()))
}

/// Renders the start screen, after some actions.
fn render_start(pack: &Rc<RulePack>, as_of: &str, answers: &str, actions: Vec<Action>) -> String {
    render(pack, &state(pack, as_of, answers, actions))
}

/// Actions that expand every measure.
pub(crate) fn expand_all(pack: &RulePack) -> Vec<Action> {
    pack.measures.iter().map(|(measure, _)| Action::ToggleMeasure(measure)).collect()
}

#[test]
fn the_start_screen_matches_its_snapshot() {
    assert_html_snapshot("start", &render_start(&parse_pack(HARBOUR), "2019-05-10", "{}", vec![]));
}

#[test]
fn one_question_with_the_measures_that_depend_on_it_matches_its_snapshot() {
    assert_html_snapshot(
        "question",
        &render_start(
            &parse_pack(HARBOUR),
            "2019-05-10",
            "{}",
            vec![Action::Show(Screen::Question)],
        ),
    );
}

#[test]
fn a_skipped_question_is_reported_once_beside_it() {
    let pack = parse_pack(HARBOUR);
    let actions =
        vec![Action::Show(Screen::Question), Action::Next(vec![fact(&pack, "registered")])];
    let html = render_start(&pack, "2019-05-10", "{}", actions);
    assert_eq!(html.matches("请回答这一题").count(), 1, "no summary of one error");
    assert_snapshot("skipped", &select(&html, |element| element.has_class("ec-question")).concat());
}

#[test]
fn all_questions_match_their_snapshot() {
    assert_html_snapshot(
        "questions",
        &render_questions(&parse_pack(HARBOUR), "2019-05-10", "{}", vec![]),
    );
}

#[test]
fn answers_and_outcomes_match_their_snapshot() {
    let pack = parse_pack(HARBOUR);
    assert_html_snapshot(
        "outcomes",
        &render_questions(&pack, "2019-05-10", MANY_OUTCOMES, expand_all(&pack)),
    );
}

#[test]
fn a_failed_criterion_is_the_first_reason() {
    let pack = parse_pack(HARBOUR);
    let answers = r#"{"registered": false, "scale": "small", "honours": [], "revenue": 2000}"#;
    assert_html_snapshot(
        "not-met",
        &render_questions(&pack, "2019-05-10", answers, expand_all(&pack)),
    );
}

#[test]
fn the_checklist_has_no_controls_and_matches_its_snapshot() {
    let html = render_questions(
        &parse_pack(HARBOUR),
        "2019-05-10",
        MANY_OUTCOMES,
        vec![Action::Show(Screen::Plan)],
    );
    let checklist = pieces(&html, "<article", "</article>").concat();
    assert!(
        !checklist.contains("<button")
            && !checklist.contains("<input")
            && !checklist.contains("<details")
    );
    assert_html_snapshot("checklist", &html);
}

#[test]
fn a_lapsed_policy_is_marked_on_screen_and_on_the_checklist() {
    let pack = parse_pack(HARBOUR);
    // A policy that is not in force yet is not historical.
    for (as_of, count) in [("2017-12-31", 0), ("2021-01-01", 1)] {
        let html = render_questions(&pack, as_of, MANY_OUTCOMES, vec![]);
        assert_eq!(html.matches("已失效的规定").count(), count, "the bar of all questions");
        let question = vec![Action::Show(Screen::Question)];
        let html = render_start(&pack, as_of, MANY_OUTCOMES, question);
        assert_eq!(html.matches("已失效的规定").count(), count, "below the bar of a question");
        let checklist =
            render_questions(&pack, as_of, MANY_OUTCOMES, vec![Action::Show(Screen::Plan)]);
        let checklist = pieces(&checklist, "<article", "</article>").concat();
        assert_eq!(checklist.matches("已失效，不能申报").count(), count, "header of the checklist");
        let page = SavedFile { as_of, answers: MANY_OUTCOMES, ..SavedFile::of(FileKind::Page) }
            .content(&pack);
        assert_eq!(page.matches("已失效，不能申报").count(), count, "header of the file");
        assert_eq!(page.matches("仅供历史参考").count(), count, "margins of each page");
    }
}

#[test]
fn an_error_is_beside_its_box_and_describes_it() {
    let pack = parse_pack(HARBOUR);
    let mut errors = String::new();
    for (id, typed) in [
        ("revenue", "很多"),
        ("revenue", "3美元"),
        ("revenue", "1.005"),
        ("staff", "2.5"),
        ("staff", "0"),
        ("revenue", "100000.01"),
        ("founded", "去年 <b>\""),
        ("founded", "2019-02-29"),
    ] {
        let action = Action::CommitDraft(fact(&pack, id), typed.to_owned());
        let html = render_questions(&pack, "2019-05-10", "{}", vec![action]);
        let fields = select(&html, |element| element.has_class("ec-field--error"));
        assert_eq!(fields.len(), 1, "{typed}");
        assert!(fields[0].contains(&format!(" id=\"{id}.error\"")), "{typed}");
        assert!(fields[0].contains("aria-invalid=\"true\""), "{typed}");
        errors.push_str(&format!("{typed}\n{}\n", fields[0]));
    }
    let invalid_day = vec![Action::Show(Screen::Day), Action::CommitAsOf("2019-02-30".to_owned())];
    let html = render_start(&pack, "2019-05-10", "{}", invalid_day);
    let fields = select(&html, |element| element.has_class("ec-field--error"));
    assert!(fields[0].contains(" id=\"ec-as-of.error\""), "{html}");
    errors.push_str(&fields[0]);
    assert_snapshot("errors", &errors);
}

#[test]
fn typed_text_is_never_markup() {
    let pack = parse_pack(HARBOUR);
    let typed = "\"><script>alert(1)</script>";
    let actions = vec![
        Action::CommitDraft(fact(&pack, "revenue"), typed.to_owned()),
        Action::CommitAsOf(typed.to_owned()),
    ];
    for render in [render_start, render_questions] {
        let html = render(&pack, "2019-05-10", "{}", actions.clone());
        assert!(!html.contains("<script"));
    }
}

#[test]
fn angle_brackets_in_texts_of_a_pack_are_escaped() {
    // The small pack's guide is called `申报指南 <2019>`.
    let pack = parse_pack(HARBOUR);
    let html = render_questions(&pack, "2019-05-10", "{}", expand_all(&pack));
    assert!(html.contains("申报指南 &lt;2019&gt; 四"));
}
