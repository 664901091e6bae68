//! Whether a measure can be applied for, as a sentence.

use jiff::civil::Date;
use yew::AttrValue;

use super::catalogue::{Catalogue, fill};
use crate::engine::{Applications, Outcome, days_left};

/// The status of the applications on a day; `None` if no window is published for the applicant.
///
/// A measure that is met says so: its badge alone would promise too much.
pub fn applications_text(
    catalogue: &Catalogue,
    applications: Applications,
    outcome: Outcome,
    day: Date,
) -> Option<String> {
    let with_day = |text: &AttrValue, last: Date| fill(text, &[("day", &catalogue.day(last))]);
    Some(match applications {
        Applications::Unpublished => return None,
        Applications::Open(None) => catalogue.applications_open().to_string(),
        Applications::Open(Some(last)) => {
            let left = days_left_text(catalogue, days_left(day, last));
            with_day(catalogue.applications_open_until(), last) + &catalogue.bracketed(&left)
        }
        Applications::Opens(from) => with_day(catalogue.applications_open_on(), from),
        Applications::Closed(last) => {
            let text = match outcome {
                Outcome::Met => catalogue.met_but_closed(),
                _ => catalogue.applications_closed(),
            };
            let last = last.map(|last| catalogue.bracketed(&catalogue.day(last)));
            text.to_string() + &last.unwrap_or_default()
        }
        Applications::Past(last) => with_day(catalogue.applications_past(), last),
        Applications::Undecided => catalogue.applications_undecided().to_string(),
    })
}

/// The number of days left, which is 0 on the last one.
pub(crate) fn days_left_text(catalogue: &Catalogue, days: i64) -> String {
    match days {
        0 => catalogue.last_day().to_string(),
        days => fill(catalogue.days_left(), &[("days", &days.to_string())]),
    }
}
