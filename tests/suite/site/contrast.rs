//! No theme of ours makes the widget hard to read.

use std::collections::BTreeMap;

use crate::site::css::{STYLE, THEMES, defaults, tokens};

/// How bright a colour is, as WCAG 2 has it.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6);
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    assert!(number.is_some(), "`{colour}`: themes are written as #rrggbb");
    let [_, red, green, blue] = number.unwrap().to_be_bytes();
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// By hand: white on black, and the grey that just suffices on white.
#[test]
fn contrast_is_computed_as_wcag_has_it() {
    assert_eq!(contrast("#ffffff", "#000000"), 21.0);
    assert_eq!(format!("{:.2}", contrast("#767676", "#ffffff")), "4.54");
}

#[test]
fn every_theme_can_be_read_and_shows_its_focus_and_its_boxes() {
    let texts = ["text", "text-soft", "accent", "error", "met", "direction", "open", "not-met"];
    let surfaces = ["surface", "surface-soft"];
    let on = |colour, least| surfaces.map(|surface| (colour, surface, least));
    let mut pairs: Vec<(&str, &str, f64)> = texts.iter().flat_map(|text| on(*text, 4.5)).collect();
    pairs.push(("accent-text", "accent", 4.5));
    // These two no tool finds in a page: the ring of what has the focus, and the edge of a box to
    // type into.
    pairs.extend(on("focus", 3.0).into_iter().chain(on("border", 3.0)));
    let mut themes = vec![(STYLE, BTreeMap::new())];
    themes
        .extend(THEMES.map(|path| (path, tokens(path, "eligibility-check").into_iter().collect())));
    for (path, theme) in themes {
        let mut colours: BTreeMap<String, String> = defaults().into_iter().collect();
        colours.extend(theme);
        let colour = |name: &str| colours[&format!("--ec-{name}")].as_str();
        for (front, behind, least) in &pairs {
            let found = contrast(colour(front), colour(behind));
            assert!(found >= *least, "{path}: {front} on {behind} is {found:.2}, not {least}");
        }
    }
}
