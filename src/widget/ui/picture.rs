//! Drawings in SVG, measured in shares of their width, so that they fit any screen and any sheet of paper.
//!
//! # Why
//!
//! A page's policy may forbid inline styles, so positions and widths are attributes, and everything else is set by class.
//! Hatching distinguishes the parts, not colour alone. A hatched part is a broad dashed line, because patterns need ids, and an
//! id must be unique in a page. Drawings are hidden from screen readers: the text beside them has the same content.

use yew::prelude::*;

/// The whole width, in hundredths of a percent.
pub(in crate::widget) const WHOLE: i64 = 10_000;

/// A drawing as wide as its surroundings.
pub(in crate::widget) fn picture(class: &'static str, height: &'static str, content: Html) -> Html {
    html! { <svg {class} width="100%" {height} aria-hidden="true" focusable="false">{ content }</svg> }
}

/// The share of the width that a part of a whole takes. A part above zero is never drawn as nothing, nor as more than the whole.
pub(in crate::widget) fn share(part: i64, whole: i64) -> i64 {
    if part <= 0 || whole <= 0 {
        return 0;
    }
    let share = i128::from(part) * i128::from(WHOLE) / i128::from(whole);
    i64::try_from(share).unwrap_or(WHOLE).clamp(WHOLE / 100, WHOLE)
}

/// An area over the whole height.
pub(in crate::widget) fn area(class: &'static str, from: i64, to: i64) -> Html {
    html! { <rect {class} x={percent(from)} y="0" width={percent(to - from)} height="100%" /> }
}

/// A horizontal line at a height.
pub(in crate::widget) fn line(
    class: Option<&'static str>,
    from: i64,
    to: i64,
    height: &'static str,
) -> Html {
    html! { <line {class} x1={percent(from)} x2={percent(to)} y1={height} y2={height} /> }
}

/// A position or a width as an attribute, exactly.
pub(in crate::widget) fn percent(share: i64) -> String {
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
