//! Applications: whether a measure can be applied for on the as-of date.
//!
//! # Why
//!
//! A measure that is met is of no use now if its last deadline has passed. Then its money is no
//! part of a total, and what remains is to prepare for the next round.
//!
//! # Decisions
//!
//! - Only the windows of the pack count. No later window is guessed from an earlier one.
//! - A window whose `only-for` is unknown may be meant for the applicant or not. If both lead to
//!   the same kind of result, that is the result. Otherwise it is [`Applications::Undecided`].
//! - Windows of earlier years close nothing: those of this year are not published.
//! - With several open windows, the one that closes last counts.

use std::mem::discriminant;

use jiff::civil::Date;

use crate::rulebook::{FactId, FactSet, MeasureId, Window, day_number};

use super::evaluate::EvalContext;
use super::truth::Truth;

/// Whether a measure can be applied for, as far as its windows and the answers decide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applications {
    /// No window for the applicant is published
    Unpublished,
    /// A window is open until the end of this day; `None` if its end is not published
    Open(Option<Date>),
    /// The next window opens on this day
    Opens(Date),
    /// All windows are over, the last one since this day of the as-of date's year; `None` if the
    /// answers do not decide which one is the last
    Closed(Option<Date>),
    /// The last window closed on this day of an earlier year
    Past(Date),
    /// It depends on answers which windows are meant for the applicant
    Undecided,
}

impl Applications {
    /// The stable name in output.
    pub fn name(self) -> &'static str {
        match self {
            Applications::Unpublished => "unpublished",
            Applications::Open(_) => "open",
            Applications::Opens(_) => "opens",
            Applications::Closed(_) => "closed",
            Applications::Past(_) => "past",
            Applications::Undecided => "undecided",
        }
    }

    /// Whether all windows of this year are over.
    pub fn is_closed(self) -> Truth {
        match self {
            Applications::Closed(_) => Truth::True,
            Applications::Undecided => Truth::Unknown,
            _ => Truth::False,
        }
    }
}

/// Whether a measure can be applied for on the as-of date.
pub fn applications(context: &EvalContext<'_>, measure: MeasureId) -> Applications {
    let windows = windows_for(context, measure);
    let certain = windows.iter().filter(|(_, truth)| *truth == Truth::True);
    let certain = on(certain.map(|(window, _)| *window), context.as_of);
    let possible = on(windows.iter().map(|(window, _)| *window), context.as_of);
    match (certain, possible) {
        (certain, possible) if certain == possible => certain,
        // The windows that are certainly meant are open at least as long, and open on that day.
        (Applications::Open(_) | Applications::Opens(_), _)
            if discriminant(&certain) == discriminant(&possible) =>
        {
            certain
        }
        (Applications::Closed(_), Applications::Closed(_)) => Applications::Closed(None),
        _ => Applications::Undecided,
    }
}

/// The windows that are meant for the applicant, or may be, in the pack's order.
pub fn windows_for<'a>(context: &EvalContext<'a>, measure: MeasureId) -> Vec<(&'a Window, Truth)> {
    let measure = &context.pack.measures[measure];
    let assumed = context.assumed(measure);
    let judged = EvalContext { answers: assumed.as_ref().unwrap_or(context.answers), ..*context };
    let windows = measure.windows.iter().map(|window| {
        (window, window.only_for.as_ref().map_or(Truth::True, |when| judged.truth(when)))
    });
    windows.filter(|(_, truth)| *truth != Truth::False).collect()
}

/// The unanswered facts that decide which windows of a measure are meant for the applicant, in the
/// pack's order.
pub fn window_facts(context: &EvalContext<'_>, measure: MeasureId) -> Vec<FactId> {
    let mut facts = FactSet::default();
    for (window, truth) in windows_for(context, measure) {
        if truth == Truth::Unknown {
            window.only_for.iter().for_each(|when| context.missing(when, &mut facts));
        }
    }
    facts.into_vec()
}

/// The number of days left after a day until the last one, which is 0 on the last day.
pub fn days_left(day: Date, until: Date) -> i64 {
    day_number(until) - day_number(day)
}

/// The result of some windows, all meant for the applicant.
fn on<'a>(windows: impl Iterator<Item = &'a Window>, day: Date) -> Applications {
    // `None` is the end of an open window without one.
    let (mut open, mut opens, mut closed) = (None::<Option<Date>>, None::<Date>, None::<Date>);
    for window in windows {
        match (window.period.from, window.period.to) {
            (_, Some(to)) if to < day => closed = closed.max(Some(to)),
            (Some(from), _) if from > day => {
                opens = Some(opens.map_or(from, |known| known.min(from)));
            }
            (_, None) => open = Some(None),
            (_, to) if open != Some(None) => open = open.max(Some(to)),
            _ => {}
        }
    }
    match (open, opens, closed) {
        (Some(until), ..) => Applications::Open(until),
        (None, Some(from), _) => Applications::Opens(from),
        (None, None, Some(to)) if to.year() == day.year() => Applications::Closed(Some(to)),
        (None, None, Some(to)) => Applications::Past(to),
        (None, None, None) => Applications::Unpublished,
    }
}
