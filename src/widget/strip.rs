//! The strip: how many measures have each outcome, as one bar. The counts stand in words beside it.

use crate::engine::Outcome;

use super::element::{Element, el};
use super::picture::{area, line, picture, share};
use super::view::View;

/// A part for each outcome that some measure has, best news first; nothing in a pack without measures.
pub(super) fn strip(view: &View) -> Option<Element> {
    let counts = Outcome::ALL.map(|outcome| (outcome, view.assessment.count(outcome)));
    let whole = counts.iter().map(|(_, count)| count).sum::<usize>();
    if whole == 0 {
        return None;
    }
    // No list has as many measures as would not fit.
    let place = |count: usize| match i64::try_from(count) {
        Ok(0) | Err(_) => 0,
        Ok(count) => share(count, i64::try_from(whole).unwrap_or(i64::MAX)),
    };
    let mut strip = picture("ec-strip", "16");
    let mut before = 0;
    for (outcome, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        // Places are those of sums, so that the parts fill the whole without a gap.
        let (from, to) = (place(before), place(before + count));
        before += count;
        strip = strip.with(
            el("g", class(outcome)).with(area("ec-strip__part", from, to)).with(line("", from, to, "50%")),
        );
    }
    Some(strip)
}

fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "ec-strip__met",
        Outcome::MetInDirection => "ec-strip__met-in-direction",
        Outcome::Open => "ec-strip__open",
        Outcome::NotMet => "ec-strip__not-met",
        Outcome::NotApplicable => "ec-strip__not-applicable",
        Outcome::NotInForce => "ec-strip__not-in-force",
    }
}
