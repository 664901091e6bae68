//! The default theme and the example themes meet the WCAG 2 contrast ratios.

use std::collections::BTreeMap;

use crate::site::css::{STYLE, THEMES, defaults, tokens};

/// The relative luminance of a colour by WCAG 2.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6);
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    assert!(number.is_some(), "`{colour}` is not of the form #rrggbb");
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

/// White on black, and the lightest grey on white with 4.5:1.
#[test]
fn contrast_is_computed_by_the_wcag_formula() {
    assert_eq!(contrast("#ffffff", "#000000"), 21.0);
    assert_eq!(format!("{:.2}", contrast("#767676", "#ffffff")), "4.54");
}

#[test]
fn every_theme_has_enough_contrast_for_text_focus_and_borders() {
    let texts =
        ["text", "text-soft", "accent", "error", "met", "direction", "settled", "open", "not-met"];
    let surfaces = ["surface", "surface-soft"];
    let on = |colour, minimum| surfaces.map(|surface| (colour, surface, minimum));
    let mut pairs: Vec<(&str, &str, f64)> = texts.iter().flat_map(|text| on(*text, 4.5)).collect();
    pairs.push(("accent-text", "accent", 4.5));
    // axe does not check these two: the focus ring, and the border of a text box.
    pairs.extend(on("focus", 3.0).into_iter().chain(on("border", 3.0)));
    let mut themes = vec![(STYLE, BTreeMap::new())];
    themes
        .extend(THEMES.map(|path| (path, tokens(path, "eligibility-check").into_iter().collect())));
    for (path, theme) in themes {
        let mut colours: BTreeMap<String, String> = defaults().into_iter().collect();
        colours.extend(theme);
        let colour = |name: &str| colours[&format!("--ec-{name}")].as_str();
        for (foreground, background, minimum) in &pairs {
            let ratio = contrast(colour(foreground), colour(background));
            assert!(
                ratio >= *minimum,
                "{path}: {foreground} on {background} is {ratio:.2}, less than {minimum}"
            );
        }
    }
}
