//! The timeline: the documents that the policy repealed, its own period, the later documents, and
//! the as-of date.
//!
//! The drawing shows only data of the pack. Other documents are drawn before or after the policy
//! without dates, because most packs do not have their dates. The list below the drawing has the
//! same content as text.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{AsOf, PolicyStatus};
use crate::rulebook::{Period, day_number, format_date};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{fill, period_text};
use crate::widget::ui::svg::{FULL_WIDTH, line, percent, svg};

/// Start and end of the policy's period in the drawing; the outer quarters are for other documents.
const START: i64 = 2_500;
const END: i64 = 7_500;

/// The gap between two parts of the drawing.
const MARGIN: i64 = 100;

/// Vertical positions of the document numbers and of the dates below them: a phone has no room for
/// both on one line.
const NUMBERS: &str = "54";
const DAYS: &str = "74";

/// The scale for a period without a first or a last day: the number of days, ten years, that span
/// its width.
const UNBOUNDED: i64 = 3_652;

/// The drawing, a sentence about the as-of date, and all documents in order.
pub(in crate::widget) fn timeline(evaluation: &Evaluation) -> Html {
    let (catalogue, as_of) = (&evaluation.pack.catalogue, evaluation.as_of);
    let sentence = match as_of.status {
        PolicyStatus::NotYet => catalogue.timeline_day_before(),
        PolicyStatus::InForce => catalogue.timeline_day_within(),
        PolicyStatus::Lapsed => catalogue.timeline_day_after(),
    };
    html! {
        <div class="ec-timeline">
            { drawing(evaluation) }
            <p class="ec-timeline__text">{ fill(sentence, &[("day", &catalogue.day(as_of.asked))]) }</p>
            <ol class="ec-timeline__list">{ for documents(evaluation) }</ol>
        </div>
    }
}

/// The list of documents: number, title and dates, as far as the pack has them.
fn documents(evaluation: &Evaluation) -> Vec<Html> {
    let (rules, catalogue) = (&evaluation.pack.rules, &evaluation.pack.catalogue);
    let other = |role, number: &Rc<str>| {
        let mut documents = rules.documents.iter().map(|(_, document)| document);
        let document = documents.find(|document| document.number.as_ref() == Some(number));
        let title = document.map(|document| evaluation.text(&document.title));
        let period = document.map_or(Period::default(), |document| document.in_force);
        item(evaluation, role, Some(number.clone()), title, &period)
    };
    // The policy itself is the first document.
    let own = rules.documents.iter().next().map(|(_, document)| document);
    let title = own.map_or(&rules.title, |document| &document.title);
    let number = own.and_then(|document| document.number.clone());
    let before = rules.repeals.iter().map(|number| other(catalogue.timeline_earlier(), number));
    let policy = item(
        evaluation,
        catalogue.timeline_this_policy(),
        number,
        Some(evaluation.text(title)),
        &rules.in_force,
    );
    let after = rules.followed_by.iter().map(|number| other(catalogue.timeline_later(), number));
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
    let days =
        period_text(catalogue, period).map(|days| catalogue.bracketed(&days)).unwrap_or_default();
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

fn drawing(evaluation: &Evaluation) -> Html {
    let (rules, period) = (&evaluation.pack.rules, &evaluation.pack.rules.in_force);
    let (before, after) = (rules.repeals.len(), rules.followed_by.len());
    let edges = [(START, period.from), (END, period.to)];
    let day = day_position(evaluation.as_of, period);
    svg(
        "ec-timeline__graphic",
        "80",
        html! {
            <>
                if before > 0 {
                    { line(Some("ec-timeline__other"), 0, START - MARGIN, "28") }
                    { note(START / 4, NUMBERS, numbers(1, before)) }
                }
                { line(Some("ec-timeline__window"), START, END, "28") }
                { note(FULL_WIDTH / 2, NUMBERS, numbers(before + 1, before + 1)) }
                if after > 0 {
                    { line(Some("ec-timeline__other"), END + MARGIN, FULL_WIDTH, "28") }
                    { note(FULL_WIDTH - START / 4, NUMBERS, numbers(before + 2, before + 1 + after)) }
                }
                for (position, date) in edges {
                    if let Some(date) = date {
                        { mark("ec-timeline__edge", position, ["18", "40"]) }
                        { note(position, DAYS, format_date(date)) }
                    }
                }
                { mark("ec-timeline__day", day, ["16", "42"]) }
                { note(day, "12", format_date(evaluation.as_of.asked)) }
            </>
        },
    )
}

/// The position of the as-of date: to scale, and clamped to the part of the drawing that its status
/// belongs to.
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
        (None, None) => FULL_WIDTH / 2,
    };
    match as_of.status {
        PolicyStatus::NotYet => position.clamp(MARGIN, START - MARGIN),
        PolicyStatus::InForce => position.clamp(START, END),
        PolicyStatus::Lapsed => position.clamp(END + MARGIN, FULL_WIDTH - MARGIN),
    }
}

/// The range of list numbers of some documents.
fn numbers(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn mark(class: &'static str, position: i64, [top, bottom]: [&'static str; 2]) -> Html {
    let at = percent(position);
    html! { <line {class} x1={at.clone()} x2={at} y1={top} y2={bottom} /> }
}

/// A text in the drawing, anchored so that it does not overflow.
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
