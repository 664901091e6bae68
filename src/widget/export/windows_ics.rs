//! The application windows as iCalendar (RFC 5545).
//!
//! # Why
//!
//! The writer is short; the crate `icalendar` would add a clock, random numbers and `chrono` to the
//! module. The tests parse the file with it.

use crate::engine::windows_for;
use crate::rulebook::{Date, MeasureId, Window, format_date};

use crate::widget::checklist::{Content, PrintOptions};
use crate::widget::evaluation::Evaluation;

/// Maximum number of bytes in a line without its end (RFC 5545, 3.1).
const MAX_LINE_BYTES: usize = 75;

/// A window with its measure, and its index in that measure's windows.
type Indexed<'a> = (MeasureId, usize, &'a Window);

/// The text of the file; `None` if no window ends on the as-of date or later.
pub fn windows_ics(evaluation: &Evaluation, options: &PrintOptions) -> Option<String> {
    let mut windows = current_windows(evaluation, options).peekable();
    windows.peek()?;
    let mut file = String::new();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//eligibility-check//windows//EN"] {
        line(&mut file, text);
    }
    windows.for_each(|window| event(&mut file, evaluation, window));
    line(&mut file, "END:VCALENDAR");
    Some(file)
}

/// The first day of the policy as a calendar file; empty if the pack has none.
pub(super) fn first_day_ics(evaluation: &Evaluation) -> String {
    let rules = &evaluation.pack.rules;
    let mut file = String::new();
    let Some(day) = rules.in_force.from else { return file };
    let end = day.tomorrow().map(|end| format!("DTEND;VALUE=DATE:{}", digits(end)));
    for text in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//eligibility-check//windows//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@eligibility-check", rules.id),
        format!("DTSTAMP:{}T000000Z", digits(evaluation.as_of.asked)),
        format!("DTSTART;VALUE=DATE:{}", digits(day)),
        end.unwrap_or_default(),
        format!("SUMMARY:{}", escape(&evaluation.text(&rules.title))),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ] {
        if !text.is_empty() {
            line(&mut file, &text);
        }
    }
    file
}

/// The windows that end on the as-of date or later.
fn current_windows<'a>(
    evaluation: &'a Evaluation,
    options: &PrintOptions,
) -> impl Iterator<Item = Indexed<'a>> {
    let all = Content::new(evaluation, options).all().into_iter().flat_map(|id| {
        // By address, so that the index of a window does not depend on the answers.
        let meant = windows_for(&evaluation.context(), id);
        let windows = evaluation.pack.rules.measures[id].windows.iter().enumerate();
        let windows = windows.filter(move |(_, window)| {
            meant.iter().any(|(other, _)| std::ptr::eq(*other, *window))
        });
        windows.map(move |(index, window)| (id, index, window))
    });
    all.filter(|(_, _, window)| window.period.to.is_some_and(|to| to >= evaluation.as_of.asked))
}

fn event(file: &mut String, evaluation: &Evaluation, (id, index, window): Indexed<'_>) {
    let measure = &evaluation.pack.rules.measures[id];
    line(file, "BEGIN:VEVENT");
    // Unambiguous, because no id contains two hyphens in a row. The UID of a window is the same in
    // every file, so that importing it again updates the entry.
    line(
        file,
        &format!("UID:{}--{}--{index}@eligibility-check", evaluation.pack.rules.id, measure.id),
    );
    // The widget has no clock, so the time stamp is the as-of date.
    line(file, &format!("DTSTAMP:{}T000000Z", digits(evaluation.as_of.asked)));
    // All-day events are independent of the time zone. DTEND is exclusive; the last day that `jiff`
    // supports has no day after it.
    let end = window.period.to.and_then(|to| to.tomorrow().ok());
    // A deadline is an event on its last day.
    for (name, day) in [("DTSTART", window.period.from.or(window.period.to)), ("DTEND", end)] {
        if let Some(day) = day {
            line(file, &format!("{name};VALUE=DATE:{}", digits(day)));
        }
    }
    let label = window
        .label
        .as_ref()
        .map(|label| evaluation.pack.catalogue.bracketed(&evaluation.text(label)));
    let title = evaluation.text(&measure.title);
    line(file, &format!("SUMMARY:{}", escape(&format!("{title}{}", label.unwrap_or_default()))));
    line(file, &format!("DESCRIPTION:{}", escape(&description(evaluation, id))));
    // Otherwise the calendar would show the user as busy for the whole window.
    line(file, "TRANSP:TRANSPARENT");
    line(file, "END:VEVENT");
}

/// Office, clause and disclaimer.
fn description(evaluation: &Evaluation, id: MeasureId) -> String {
    let (catalogue, measure) = (&evaluation.pack.catalogue, &evaluation.pack.rules.measures[id]);
    let mut lines = Vec::new();
    if evaluation.is_lapsed() {
        lines.push(catalogue.historical_note().to_string());
    }
    if let Some(office) = measure.office {
        let office = &evaluation.pack.rules.offices[office];
        lines.push(format!(
            "{}{}{}",
            catalogue.office_title(),
            catalogue.colon(),
            evaluation.text(&office.title)
        ));
        lines.extend(
            office.contact_lines(evaluation.pack.locale).iter().map(|line| line.to_string()),
        );
    }
    let mut clauses: Vec<String> = measure
        .provision
        .iter()
        .map(|id| evaluation.pack.rules.citation(evaluation.pack.locale, *id))
        .collect();
    // Two quotations of one clause have the same citation.
    clauses.dedup();
    let clauses = clauses.join(catalogue.list_separator());
    lines.push(format!("{}{}{clauses}", catalogue.legal_basis_title(), catalogue.colon()));
    lines.push(catalogue.disclaimer().to_string());
    lines.join("\n")
}

/// A day in the basic format of ISO 8601.
fn digits(day: Date) -> String {
    format_date(day).replace('-', "")
}

/// Escapes a text (RFC 5545, 3.3.11). Control characters without an escape are removed.
fn escape(text: &str) -> String {
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

/// Adds a line. A long one is folded between characters.
fn line(file: &mut String, text: &str) {
    let mut length = 0;
    for char in text.chars() {
        if length + char.len_utf8() > MAX_LINE_BYTES {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(char);
        length += char.len_utf8();
    }
    file.push_str("\r\n");
}
