//! What people see of the small pack, as snapshots.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite html` and review the diff.

use std::rc::Rc;

use eligibility_check::rulebook::RuleBook;
use eligibility_check::widget::{Action, Screen};

use crate::markup::{pieces, render, state};
use crate::pretty_html::{pretty, select};
use crate::support::{HARBOUR, book, fact};

/// Answers to the small pack with which its measures have five different outcomes.
pub(crate) const MANY_OUTCOMES: &str = r#"{
    "registered": true, "scale": "large", "honours": ["exporter"], "founded": "2018-03-01",
    "revenue": "1234.5", "staff": {"not-sure": true}
}"#;

/// Compares HTML with a snapshot.
pub(crate) fn snapshot(name: &str, html: &str) {
    snapshot_text(name, &pretty(html));
}

fn snapshot_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// All questions by section, or where the actions lead from there.
pub(crate) fn shown(book: &Rc<RuleBook>, as_of: &str, said: &str, actions: Vec<Action>) -> String {
    let actions = [Action::Show(Screen::Questions)].into_iter().chain(actions);
    render(book, &state(book, as_of, said, actions.collect()))
}

/// The first screen.
fn begun(book: &Rc<RuleBook>, as_of: &str, said: &str, actions: Vec<Action>) -> String {
    render(book, &state(book, as_of, said, actions))
}

/// Every measure unfolded.
pub(crate) fn unfolded(book: &RuleBook) -> Vec<Action> {
    book.measures.iter().map(|(measure, _)| Action::Fold(measure)).collect()
}

#[test]
fn the_first_screen_says_what_this_is_and_where_to_begin() {
    snapshot("start", &begun(&book(HARBOUR), "2019-05-10", "{}", vec![]));
}

#[test]
fn one_question_is_asked_at_a_time_with_what_hangs_on_it() {
    snapshot("question", &begun(&book(HARBOUR), "2019-05-10", "{}", vec![Action::Show(Screen::Question)]));
}

#[test]
fn a_question_left_without_an_answer_is_told_in_a_summary_and_beside_it() {
    let book = book(HARBOUR);
    let actions = vec![Action::Show(Screen::Question), Action::Next(fact(&book, "registered"))];
    let html = begun(&book, "2019-05-10", "{}", actions);
    let parts = select(&html, |element| element.has("id", "ec-errors") || element.has_class("ec-question"));
    assert_eq!(parts.len(), 2, "summary and question: {html}");
    snapshot_text("skipped", &parts.concat());
}

#[test]
fn the_questions_by_section_ask_every_kind_of_fact() {
    snapshot("questions", &shown(&book(HARBOUR), "2019-05-10", "{}", vec![]));
}

#[test]
fn answers_are_shown_with_what_follows_from_them() {
    let book = book(HARBOUR);
    snapshot("outcomes", &shown(&book, "2019-05-10", MANY_OUTCOMES, unfolded(&book)));
}

#[test]
fn a_failed_criterion_is_the_reason_shown_first() {
    let book = book(HARBOUR);
    let said = r#"{"registered": false, "scale": "small", "honours": [], "revenue": 2000}"#;
    snapshot("not-met", &shown(&book, "2019-05-10", said, unfolded(&book)));
}

#[test]
fn the_sheet_holds_everything_for_the_window_and_nothing_to_click() {
    let html = shown(&book(HARBOUR), "2019-05-10", MANY_OUTCOMES, vec![Action::Show(Screen::Sheet)]);
    let sheet = pieces(&html, "<article", "</article>").concat();
    assert!(!sheet.contains("<button") && !sheet.contains("<input") && !sheet.contains("<details"));
    snapshot("sheet", &html);
}

#[test]
fn outside_its_time_the_policy_says_so_on_the_screen_and_on_the_sheet() {
    let book = book(HARBOUR);
    let mut banners = String::new();
    // Before its time the policy is not history yet.
    for (as_of, marks) in [("2017-12-31", 0), ("2021-01-01", 1)] {
        let html = shown(&book, as_of, MANY_OUTCOMES, vec![]);
        assert_eq!(html.matches("仅供历史参考").count(), 2 * marks, "banner and results");
        let html = begun(&book, as_of, MANY_OUTCOMES, vec![]);
        banners.push_str(&select(&html, |element| element.has("aria-labelledby", "ec-title"))[0]);
        let sheet = shown(&book, as_of, MANY_OUTCOMES, vec![Action::Show(Screen::Sheet)]);
        assert_eq!(
            sheet.matches("仅供历史参考").count(),
            2 * marks,
            "at its head, and in the margin of each page"
        );
    }
    snapshot_text("banners", &banners);
}

#[test]
fn an_error_stands_beside_its_box_and_describes_it() {
    let book = book(HARBOUR);
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
        let action = Action::Type(fact(&book, id), typed.to_owned());
        let html = shown(&book, "2019-05-10", "{}", vec![action]);
        let fields = select(&html, |element| element.has_class("ec-field--error"));
        assert_eq!(fields.len(), 1, "{typed}");
        assert!(fields[0].contains(&format!(" id=\"{id}.error\"")), "{typed}");
        assert!(fields[0].contains("aria-invalid=\"true\""), "{typed}");
        errors.push_str(&format!("{typed}\n{}\n", fields[0]));
    }
    let html = begun(&book, "2019-05-10", "{}", vec![Action::TypeAsOf("2019-02-30".to_owned())]);
    let fields = select(&html, |element| element.has_class("ec-field--error"));
    assert!(fields[0].contains(" id=\"ec-as-of.error\""), "{html}");
    errors.push_str(&fields[0]);
    snapshot_text("errors", &errors);
}

#[test]
fn what_the_person_types_is_never_read_as_markup() {
    let book = book(HARBOUR);
    let typed = "\"><script>alert(1)</script>";
    let actions =
        vec![Action::Type(fact(&book, "revenue"), typed.to_owned()), Action::TypeAsOf(typed.to_owned())];
    for html in [begun, shown].map(|shown| shown(&book, "2019-05-10", "{}", actions.clone())) {
        assert!(!html.contains("<script"));
    }
}

#[test]
fn a_texts_own_marks_are_shown_as_they_are_written() {
    // The small pack's guide is called `申报指南 <2019>`.
    let book = book(HARBOUR);
    let html = shown(&book, "2019-05-10", "{}", unfolded(&book));
    assert!(html.contains("申报指南 &lt;2019&gt; 四"));
}
