//! Stories of questions answered by typing, their errors, and the error summary.

use super::collection::Collection;
use super::fixture::Fixture;
use super::question::question;
use crate::widget::question::Layout;
use crate::widget::question::error_summary;
use crate::widget::{Action, Screen};

pub(super) fn add(stories: &mut Collection) {
    let nines = "9".repeat(80);
    for (name, fact, text) in [
        ("a number with its unit", "revenue", "1234.5"),
        ("a number in another unit, converted", "revenue", "1.2亿元"),
        ("not a number", "revenue", "很多"),
        ("a very long text", "revenue", &*nines),
        ("a number out of bounds", "staff", "0"),
        ("a decimal where a whole number is expected", "staff", "2.5"),
        ("a number above the usual ones", "revenue", "60000"),
        ("a number with unclear separators", "revenue", "1,5"),
        ("a date", "founded", "2018-03-01"),
        ("a date in another spelling", "founded", "2018年3月1号"),
        ("a date after the as-of date", "founded", "2030-01-01"),
        ("a date that does not exist", "founded", "2018-02-30"),
    ] {
        let fixture =
            stories.fixture().after(Action::CommitDraft(stories.fact(fact), text.to_owned()));
        stories.add("question/field", name, question(stories, &fixture, fact, Layout::Listed));
    }
    let not_sure = stories.fixture().with_answers(r#"{"founded": {"not-sure": true}}"#);
    let disabled = question(stories, &not_sure, "founded", Layout::Listed);
    stories.add("question/field", "not sure, with the input disabled", disabled);

    let several = with_invalid_drafts(stories).after(Action::Show(Screen::Plan));
    add_errors(stories, "several inputs", &several);
}

fn with_invalid_drafts(stories: &Collection) -> Fixture {
    let drafts = [("revenue", "很多"), ("staff", "2.5"), ("founded", "2018-02-30")];
    let answering = stories.fixture().after(Action::Show(Screen::AllQuestions));
    drafts.into_iter().fold(answering, |fixture, (fact, text)| {
        fixture.after(Action::CommitDraft(stories.fact(fact), text.to_owned()))
    })
}

fn add_errors(stories: &mut Collection, name: &'static str, fixture: &Fixture) {
    let inputs = fixture.build();
    let summary = error_summary(&inputs.evaluation, &inputs.state, &inputs.dispatch);
    stories.add("question/error_summary", name, summary);
}
