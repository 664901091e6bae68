//! The times in which applications are taken, for a calendar (RFC 5545).
//!
//! # Why
//!
//! Written by hand, as it is a dozen lines: the crate `icalendar` brings a clock, random numbers and `chrono` into the browser. It reads
//! what is written here in the tests.

use crate::rulebook::{Date, MeasureId, Window, date_text};

use super::paper::Paper;
use super::sheet::Content;
use super::view::View;

/// Most bytes of a line, its end not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A window with its measure, and its place among that measure's.
type Placed<'a> = (MeasureId, usize, &'a Window);

/// Whether any measure that the sheet has in full still takes applications on the day asked about, or will later.
pub(super) fn has_windows_ahead(view: &View, paper: &Paper) -> bool {
    ahead(view, paper).next().is_some()
}

/// What stands in the file; nothing if no window is ahead.
pub(super) fn windows_ics(view: &View, paper: &Paper) -> String {
    let mut ahead = ahead(view, paper).peekable();
    if ahead.peek().is_none() {
        return String::new();
    }
    let mut file = String::new();
    for begin in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//eligibility-check//windows//EN"] {
        line(&mut file, begin);
    }
    ahead.for_each(|window| event(&mut file, view, window));
    line(&mut file, "END:VCALENDAR");
    file
}

/// Those that end on the day asked about or later.
fn ahead<'a>(view: &'a View, paper: &Paper) -> impl Iterator<Item = Placed<'a>> {
    let all = Content::new(view, paper).measures.into_iter().flat_map(|id| {
        let windows = view.book.measures[id].windows.iter().enumerate();
        windows.map(move |(place, window)| (id, place, window))
    });
    all.filter(|(_, _, window)| window.period.to.is_some_and(|to| to >= view.as_of.asked))
}

fn event(file: &mut String, view: &View, (id, place, window): Placed<'_>) {
    let measure = &view.book.measures[id];
    line(file, "BEGIN:VEVENT");
    // Ids have no two hyphens in a row. The same window has the same name in every file, so that a calendar into which
    // it is put again moves it instead of showing it twice.
    line(file, &format!("UID:{}--{}--{place}@eligibility-check", view.book.id, measure.id));
    // The core has no clock: a file is as of the day asked about.
    line(file, &format!("DTSTAMP:{}T000000Z", digits(view.as_of.asked)));
    // Whole days, wherever the calendar is. The end is the day after, and there is none after the last day of all.
    let end = window.period.to.and_then(|to| to.tomorrow().ok());
    for (name, day) in [("DTSTART", window.period.from), ("DTEND", end)] {
        if let Some(day) = day {
            line(file, &format!("{name};VALUE=DATE:{}", digits(day)));
        }
    }
    let label = window.label.as_ref().map(|label| view.catalogue.bracketed(&view.text(label)));
    let title = view.text(&measure.title);
    line(file, &format!("SUMMARY:{}", escaped(&format!("{title}{}", label.unwrap_or_default()))));
    line(file, &format!("DESCRIPTION:{}", escaped(&description(view, id))));
    // Nobody is busy for two months because an office takes applications.
    line(file, "TRANSP:TRANSPARENT");
    line(file, "END:VEVENT");
}

/// Where to go, on what it rests, and what it is worth.
fn description(view: &View, id: MeasureId) -> String {
    let (catalogue, measure) = (&view.catalogue, &view.book.measures[id]);
    let mut lines = Vec::new();
    if view.is_history() {
        lines.push(catalogue.historical().to_string());
    }
    if let Some(office) = measure.office {
        let office = &view.book.offices[office];
        lines.push(format!("{}{}{}", catalogue.office(), catalogue.colon(), view.text(&office.title)));
        lines.extend(office.reached_by(view.locale).iter().map(|line| line.to_string()));
    }
    let mut clauses: Vec<String> =
        measure.provision.iter().map(|id| view.book.citation(view.locale, *id)).collect();
    // Two pieces of one clause are cited alike.
    clauses.dedup();
    let clauses = clauses.join(catalogue.list_comma());
    lines.push(format!("{}{}{clauses}", catalogue.provision(), catalogue.colon()));
    lines.push(catalogue.indication().to_string());
    lines.join("\n")
}

/// A day as calendars write it.
fn digits(day: Date) -> String {
    date_text(day).replace('-', "")
}

/// A text as a value (RFC 5545, 3.3.11). Other marks that control something cannot be written, and are left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for char in text.replace("\r\n", "\n").chars() {
        match char {
            '\\' | ';' | ',' => value.extend(['\\', char]),
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push(' '),
            _ if char.is_control() => {}
            _ => value.push(char),
        }
    }
    value
}

/// A line, folded where it is too long, but not within a character.
fn line(file: &mut String, text: &str) {
    let mut length = 0;
    for char in text.chars() {
        if length + char.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(char);
        length += char.len_utf8();
    }
    file.push_str("\r\n");
}
