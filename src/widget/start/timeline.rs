//! The timeline: what the policy repealed, its own period, and what followed, with the day asked about.
//!
//! Only what the pack states. Other documents are drawn before or after the policy without dates: a pack mostly has none of
//! theirs, and a drawing must not invent them. The list below the drawing has the same content as text.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{AsOf, PolicyStatus};
use crate::rulebook::{Period, date_text, day_number};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{fill, period_text};
use crate::widget::ui::picture::{WHOLE, line, percent, picture};

/// Where the policy's period begins and ends in the drawing; the outer quarters are for other documents.
const START: i64 = 2_500;
const END: i64 = 7_500;

/// The distance between two marks that must not touch.
const MARGIN: i64 = 100;

/// How far down the numbers of documents are, and the dates below them: a phone has no room for both on one line.
const NUMBERS: &str = "54";
const DAYS: &str = "74";

/// The days that are as wide as the policy's period where that has no first or no last day: ten years.
const UNBOUNDED: i64 = 3_652;

/// The drawing, the day asked about, and every document in order.
pub(in crate::widget) fn timeline(evaluation: &Evaluation) -> Html {
    let (catalogue, as_of) = (&evaluation.pack.catalogue, evaluation.as_of);
    let sentence = match as_of.status {
        PolicyStatus::NotYet => catalogue.day_before(),
        PolicyStatus::InForce => catalogue.day_within(),
        PolicyStatus::Lapsed => catalogue.day_after(),
    };
    html! {
        <div class="ec-timeline">
            { drawing(evaluation) }
            <p class="ec-timeline__text">{ fill(sentence, &[("day", &catalogue.day(as_of.asked))]) }</p>
            <ol class="ec-timeline__list">{ for documents(evaluation) }</ol>
        </div>
    }
}

/// The list: number, title and dates, as far as the pack has them.
fn documents(evaluation: &Evaluation) -> Vec<Html> {
    let (book, catalogue) = (&evaluation.pack.book, &evaluation.pack.catalogue);
    let other = |role, number: &Rc<str>| {
        let mut documents = book.documents.iter().map(|(_, document)| document);
        let document = documents.find(|document| document.number.as_ref() == Some(number));
        let title = document.map(|document| evaluation.text(&document.title));
        let period = document.map_or(Period::default(), |document| document.in_force);
        item(evaluation, role, Some(number.clone()), title, &period)
    };
    // The policy itself is the first document.
    let own = book.documents.iter().next().map(|(_, document)| document);
    let title = own.map_or(&book.title, |document| &document.title);
    let number = own.and_then(|document| document.number.clone());
    let before = book.repeals.iter().map(|number| other(catalogue.earlier(), number));
    let policy = item(
        evaluation,
        catalogue.this_policy(),
        number,
        Some(evaluation.text(title)),
        &book.in_force,
    );
    let after = book.followed_by.iter().map(|number| other(catalogue.later(), number));
    before.chain([policy]).chain(after).collect()
}

fn item(
    evaluation: &Evaluation,
    role: &AttrValue,
    number: Option<Rc<str>>,
    title: Option<AttrValue>,
    period: &Period,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let days = days(evaluation, period).map(|days| catalogue.bracketed(&days)).unwrap_or_default();
    html! {
        <li>
            { format!("{role}{}", catalogue.colon()) }
            if let Some(number) = number {
                <cite class="ec-timeline__number">{ number }</cite>
            }
            if let Some(title) = title {
                { " " }
                <span class="ec-timeline__title">{ title }</span>
            }
            { days }
        </li>
    }
}

/// The dates of a period as far as they are stated.
fn days(evaluation: &Evaluation, period: &Period) -> Option<String> {
    let catalogue = &evaluation.pack.catalogue;
    let sentence = match (period.from, period.to) {
        (Some(_), Some(_)) => catalogue.from_to(),
        (Some(_), None) => catalogue.since(),
        (None, Some(_)) => catalogue.until(),
        (None, None) => return None,
    };
    Some(period_text(catalogue, sentence, period))
}

fn drawing(evaluation: &Evaluation) -> Html {
    let (book, period) = (&evaluation.pack.book, &evaluation.pack.book.in_force);
    let (before, after) = (book.repeals.len(), book.followed_by.len());
    let edges = [(START, period.from), (END, period.to)];
    let day = day_position(evaluation.as_of, period);
    picture(
        "ec-timeline__graphic",
        "80",
        html! {
            <>
                if before > 0 {
                    { line(Some("ec-timeline__other"), 0, START - MARGIN, "28") }
                    { note(START / 4, NUMBERS, numbers(1, before)) }
                }
                { line(Some("ec-timeline__window"), START, END, "28") }
                { note(WHOLE / 2, NUMBERS, numbers(before + 1, before + 1)) }
                if after > 0 {
                    { line(Some("ec-timeline__other"), END + MARGIN, WHOLE, "28") }
                    { note(WHOLE - START / 4, NUMBERS, numbers(before + 2, before + 1 + after)) }
                }
                for (position, date) in edges {
                    if let Some(date) = date {
                        { mark("ec-timeline__edge", position, ["18", "40"]) }
                        { note(position, DAYS, date_text(date)) }
                    }
                }
                { mark("ec-timeline__day", day, ["16", "42"]) }
                { note(day, "12", date_text(evaluation.as_of.asked)) }
            </>
        },
    )
}

/// The position of the day asked about: to scale within the policy's period, and as far outside it as the drawing goes.
fn day_position(as_of: AsOf, period: &Period) -> i64 {
    let (day, from, to) =
        (day_number(as_of.asked), period.from.map(day_number), period.to.map(day_number));
    let days = match (from, to) {
        (Some(from), Some(to)) => (to - from).max(1),
        _ => UNBOUNDED,
    };
    let along = |past: i64| past * (END - START) / days;
    let position = match (from, to) {
        (Some(from), _) => START + along(day - from),
        (None, Some(to)) => END + along(day - to),
        (None, None) => WHOLE / 2,
    };
    match as_of.status {
        PolicyStatus::NotYet => position.clamp(MARGIN, START - MARGIN),
        PolicyStatus::InForce => position.clamp(START, END),
        PolicyStatus::Lapsed => position.clamp(END + MARGIN, WHOLE - MARGIN),
    }
}

/// The numbers that documents have in the list.
fn numbers(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn mark(class: &'static str, position: i64, [top, bottom]: [&'static str; 2]) -> Html {
    let at = percent(position);
    html! { <line {class} x1={at.clone()} x2={at} y1={top} y2={bottom} /> }
}

/// A text in the drawing, never beyond its edge.
fn note(position: i64, height: &'static str, text: String) -> Html {
    let anchor = match position {
        ..START => "start",
        START..=END => "middle",
        _ => "end",
    };
    html! {
        <text class="ec-timeline__note" x={percent(position)} y={height} text-anchor={anchor}>{ text }</text>
    }
}
