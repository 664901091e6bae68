//! Drawings in SVG. Positions are shares of the width, so that a drawing fits any screen and any
//! paper size.
//!
//! # Why
//!
//! A Content Security Policy may forbid inline styles, so positions and widths are attributes, and
//! classes set the rest. Segments differ by hatching, not only by colour. A hatched segment is a
//! wide dashed line: an SVG pattern would need an id, which must be unique in the page. Drawings
//! are hidden from screen readers, because the text next to them has the same content.

use yew::prelude::*;

/// The full width, in hundredths of a percent.
pub(in crate::widget) const FULL_WIDTH: i64 = 10_000;

/// A drawing as wide as its container.
pub(in crate::widget) fn svg(class: &'static str, height: &'static str, content: Html) -> Html {
    html! { <svg {class} width="100%" {height} aria-hidden="true" focusable="false">{ content }</svg> }
}

/// The share of the width for `part` of `whole`. A part above zero gets at least 1 % and at most
/// 100 %.
pub(in crate::widget) fn share(part: i64, whole: i64) -> i64 {
    if part <= 0 || whole <= 0 {
        return 0;
    }
    let share = i128::from(part) * i128::from(FULL_WIDTH) / i128::from(whole);
    i64::try_from(share).unwrap_or(FULL_WIDTH).clamp(FULL_WIDTH / 100, FULL_WIDTH)
}

/// A rectangle over the full height.
pub(in crate::widget) fn rect(class: &'static str, from: i64, to: i64) -> Html {
    html! { <rect {class} x={percent(from)} y="0" width={percent(to - from)} height="100%" /> }
}

/// A horizontal line.
pub(in crate::widget) fn line(
    class: Option<&'static str>,
    from: i64,
    to: i64,
    height: &'static str,
) -> Html {
    html! { <line {class} x1={percent(from)} x2={percent(to)} y1={height} y2={height} /> }
}

/// A share as an exact percentage, for an attribute.
pub(in crate::widget) fn percent(share: i64) -> String {
    let (whole, fraction) = (share / 100, share % 100);
    let text = format!("{whole}.{fraction:02}");
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_exact_and_at_least_one_percent_if_above_zero() {
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
