//! The timeline: what the policy took the place of, its own time, and what followed, with the day asked about.
//!
//! Only what the pack states. Other documents are drawn as standing before or after, without days: a pack mostly has none of
//! theirs, and a picture must not make some up. The list below says all of it in words.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{AsOf, Standing};
use crate::rulebook::{Period, date_text, day_number};

use super::catalogue::fill;
use super::element::{Element, el};
use super::picture::{WHOLE, line, percent, picture};
use super::view::View;
use super::words::period_text;

/// Where the policy's time begins and ends in the picture; the quarters beside it are for other documents.
const START: i64 = 2_500;
const END: i64 = 7_500;

/// What stands beside an edge without touching it, or the marker beside the picture's own.
const MARGIN: i64 = 100;

/// How far down the numbers of documents stand, and the days below them: on a phone one line has no room for both.
const NUMBERS: &str = "54";
const DAYS: &str = "74";

/// So many days are as wide as the policy's time where that has no first or no last day: ten years.
const UNBOUNDED: i64 = 3_652;

/// The picture, the day asked about, and every document in order.
pub(super) fn timeline(view: &View) -> Element {
    let (catalogue, as_of) = (&view.catalogue, view.as_of);
    let sentence = match as_of.standing {
        Standing::NotYet => catalogue.day_before(),
        Standing::InForce => catalogue.day_within(),
        Standing::Lapsed => catalogue.day_after(),
    };
    let day = fill(sentence, &[("day", &catalogue.day(as_of.asked))]);
    el("div", "ec-timeline")
        .with(drawn(view))
        .with(el("p", "ec-timeline__words").string(day))
        .with(el("ol", "ec-timeline__list").each(documents(view)))
}

/// The list in words: number, title and days, as far as the pack has them.
fn documents(view: &View) -> Vec<Element> {
    let (book, catalogue) = (&view.book, &view.catalogue);
    let other = |role, number: &Rc<str>| {
        let mut documents = book.documents.iter().map(|(_, document)| document);
        let document = documents.find(|document| document.number.as_ref() == Some(number));
        let title = document.map(|document| view.text(&document.title));
        let period = document.map_or(Period::default(), |document| document.in_force);
        item(view, role, Some(number.clone()), title, &period)
    };
    // The policy itself comes first among the documents.
    let own = book.documents.iter().next().map(|(_, document)| document);
    let title = own.map_or(&book.title, |document| &document.title);
    let number = own.and_then(|document| document.number.clone());
    let before = book.repeals.iter().map(|number| other(catalogue.earlier(), number));
    let policy = item(view, catalogue.this_policy(), number, Some(view.text(title)), &book.in_force);
    let after = book.followed_by.iter().map(|number| other(catalogue.later(), number));
    before.chain([policy]).chain(after).collect()
}

fn item(
    view: &View,
    role: &AttrValue,
    number: Option<Rc<str>>,
    title: Option<Rc<str>>,
    period: &Period,
) -> Element {
    let number = number.map(|number| el("cite", "ec-timeline__number").text(number));
    let named = el("li", "").label(role).label(view.catalogue.colon()).maybe(number);
    let named = match title {
        Some(title) => named.space().with(el("span", "ec-timeline__title").text(title)),
        None => named,
    };
    named.string(days(view, period).map(|days| view.catalogue.bracketed(&days)).unwrap_or_default())
}

/// The days of a period as far as they are stated.
fn days(view: &View, period: &Period) -> Option<String> {
    let sentence = match (period.from, period.to) {
        (Some(_), Some(_)) => view.catalogue.from_to(),
        (Some(_), None) => view.catalogue.since(),
        (None, Some(_)) => view.catalogue.until(),
        (None, None) => return None,
    };
    Some(period_text(&view.catalogue, sentence, period))
}

fn drawn(view: &View) -> Element {
    let (book, period) = (&view.book, &view.book.in_force);
    let (before, after) = (book.repeals.len(), book.followed_by.len());
    let mut drawing = picture("ec-timeline__picture", "80");
    if before > 0 {
        drawing = drawing.with(line("ec-timeline__other", 0, START - MARGIN, "28")).with(note(
            START / 4,
            NUMBERS,
            numbers(1, before),
        ));
    }
    drawing = drawing.with(line("ec-timeline__window", START, END, "28")).with(note(
        WHOLE / 2,
        NUMBERS,
        numbers(before + 1, before + 1),
    ));
    if after > 0 {
        drawing = drawing.with(line("ec-timeline__other", END + MARGIN, WHOLE, "28")).with(note(
            WHOLE - START / 4,
            NUMBERS,
            numbers(before + 2, before + 1 + after),
        ));
    }
    for (place, day) in [(START, period.from), (END, period.to)] {
        if let Some(day) = day {
            drawing = drawing.with(mark("ec-timeline__edge", place, ["18", "40"])).with(note(
                place,
                DAYS,
                date_text(day),
            ));
        }
    }
    let place = place(view.as_of, period);
    drawing.with(mark("ec-timeline__day", place, ["16", "42"])).with(note(
        place,
        "12",
        date_text(view.as_of.asked),
    ))
}

/// Where the day asked about is drawn: to scale within the policy's time, and as far beyond it as the picture goes.
fn place(as_of: AsOf, period: &Period) -> i64 {
    let (day, from, to) = (day_number(as_of.asked), period.from.map(day_number), period.to.map(day_number));
    let days = match (from, to) {
        (Some(from), Some(to)) => (to - from).max(1),
        _ => UNBOUNDED,
    };
    let along = |past: i64| past * (END - START) / days;
    let place = match (from, to) {
        (Some(from), _) => START + along(day - from),
        (None, Some(to)) => END + along(day - to),
        (None, None) => WHOLE / 2,
    };
    match as_of.standing {
        Standing::NotYet => place.clamp(MARGIN, START - MARGIN),
        Standing::InForce => place.clamp(START, END),
        Standing::Lapsed => place.clamp(END + MARGIN, WHOLE - MARGIN),
    }
}

/// The numbers that documents have in the list.
fn numbers(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn mark(class: &'static str, place: i64, [top, bottom]: [&'static str; 2]) -> Element {
    let at = percent(place);
    el("line", class)
        .attribute("x1", at.clone())
        .attribute("x2", at)
        .attribute("y1", top)
        .attribute("y2", bottom)
}

/// A word in the picture, never beyond its edge.
fn note(place: i64, height: &'static str, text: String) -> Element {
    let anchor = match place {
        ..START => "start",
        START..=END => "middle",
        _ => "end",
    };
    el("text", "ec-timeline__note")
        .attribute("x", percent(place))
        .attribute("y", height)
        .attribute("text-anchor", anchor)
        .string(text)
}
