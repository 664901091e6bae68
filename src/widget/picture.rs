//! Pictures: small drawings in SVG, measured in shares of their width, so that they fit any screen and any sheet of paper.
//!
//! # Why
//!
//! A page's policy may forbid styles in the markup, so places and widths are attributes and all else is by class. What
//! tells parts apart is how they are hatched, not colour alone; a hatched part is a broad broken line, because patterns have ids, and
//! an id must not stand twice on a page. Nothing in a picture is read out: the words beside it say the same.

use super::element::{Element, el};

/// The whole width, in hundredths of a percent.
pub(super) const WHOLE: i64 = 10_000;

/// A picture as wide as its surroundings.
pub(super) fn picture(class: &'static str, height: &'static str) -> Element {
    el("svg", class)
        .attribute("width", "100%")
        .attribute("height", height)
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
}

/// What a part is of a whole, as a share of the width. Something is never drawn as nothing, nor a part as more than all.
pub(super) fn share(part: i64, whole: i64) -> i64 {
    if part <= 0 || whole <= 0 {
        return 0;
    }
    let share = i128::from(part) * i128::from(WHOLE) / i128::from(whole);
    i64::try_from(share).unwrap_or(WHOLE).clamp(WHOLE / 100, WHOLE)
}

/// An area over the whole height.
pub(super) fn area(class: &'static str, from: i64, to: i64) -> Element {
    el("rect", class)
        .attribute("x", percent(from))
        .attribute("y", "0")
        .attribute("width", percent(to - from))
        .attribute("height", "100%")
}

/// A line from one place to another at a height.
pub(super) fn line(class: &'static str, from: i64, to: i64, height: &'static str) -> Element {
    el("line", class)
        .attribute("x1", percent(from))
        .attribute("x2", percent(to))
        .attribute("y1", height)
        .attribute("y2", height)
}

/// A place or a width as it is written, exactly.
pub(super) fn percent(share: i64) -> String {
    let (whole, fraction) = (share / 100, share % 100);
    let text = format!("{whole}.{fraction:02}");
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_exact_and_something_is_never_drawn_as_nothing() {
        for (part, whole, drawn) in [
            (0, 100, "0%"),
            (-5, 100, "0%"),
            (5, 0, "0%"),
            (1, 3, "33.33%"),
            (1, 100_000, "1%"),
            (3, 40, "7.5%"),
            (100, 100, "100%"),
            (300, 100, "100%"),
            (i64::MAX, 1, "100%"),
        ] {
            assert_eq!(percent(share(part, whole)), drawn, "{part} of {whole}");
        }
    }
}
