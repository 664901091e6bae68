//! The default theme and the example themes meet the WCAG 2 contrast ratios.

use std::collections::BTreeMap;

use crate::site::css::{Declaration, STYLE, THEMES, declarations, defaults, tokens};

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

/// The colour that `opacity` of a colour on a surface looks like.
fn blend(colour: &str, surface: &str, opacity: f64) -> String {
    let part = |text: &str, at: usize| {
        f64::from(u8::from_str_radix(text.get(at..at + 2).unwrap(), 16).unwrap())
    };
    let parts =
        [1, 3, 5].map(|at| part(colour, at) * opacity + part(surface, at) * (1.0 - opacity));
    format!(
        "#{:02x}{:02x}{:02x}",
        parts[0].round() as u8,
        parts[1].round() as u8,
        parts[2].round() as u8
    )
}

/// The default theme and the example themes: their paths and all their colours.
fn themes() -> Vec<(&'static str, BTreeMap<String, String>)> {
    let defaults: BTreeMap<String, String> = defaults().into_iter().collect();
    let theme = |path| {
        let mut colours = defaults.clone();
        colours.extend(tokens(path, "eligibility-check"));
        (path, colours)
    };
    let mut themes = vec![(STYLE, defaults.clone())];
    themes.extend(THEMES.map(theme));
    themes
}

/// The colours that have a wash: those of outcomes, of a lapsed policy, and of a selected row.
const WASHED: [&str; 7] = ["accent", "met", "direction", "settled", "open", "not-met", "lapsed"];

#[test]
fn every_theme_has_enough_contrast_for_text_focus_and_borders() {
    let texts = ["text", "text-soft", "error"].into_iter().chain(WASHED);
    let surfaces = ["surface", "surface-soft"];
    let on = |colour, minimum| surfaces.map(|surface| (colour, surface, minimum));
    let mut pairs: Vec<(&str, &str, f64)> = texts.flat_map(|text| on(text, 4.5)).collect();
    pairs.push(("accent-text", "accent", 4.5));
    // axe does not check these two: the focus ring, and the border of a text box.
    pairs.extend(on("focus", 3.0).into_iter().chain(on("border", 3.0)));
    for (path, colours) in themes() {
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

/// The opacity of derived washes in the stylesheet.
fn wash_opacity() -> f64 {
    let is_wash = |one: &Declaration| {
        one.property == "opacity" && one.around.iter().any(|around| around.ends_with("::before"))
    };
    let values: Vec<f64> = declarations(STYLE)
        .iter()
        .filter(|one| is_wash(one))
        .map(|one| one.value.parse().unwrap())
        .collect();
    assert!(!values.is_empty(), "no wash has an opacity");
    values.into_iter().fold(0.0, f64::max)
}

#[test]
fn every_theme_has_enough_contrast_on_its_washes() {
    let opacity = wash_opacity();
    for (path, colours) in themes() {
        let colour = |name: &str| colours[&format!("--ec-{name}")].as_str();
        for name in WASHED {
            let derived = ["surface", "surface-soft"]
                .map(|surface| blend(colour(name), colour(surface), opacity));
            let own = colours.get(&format!("--ec-wash-{name}"));
            let washes = own.map_or(derived.to_vec(), |wash| vec![wash.clone()]);
            // A selected row has the text colours on its wash, a badge its own colour.
            let texts: &[&str] =
                if name == "accent" { &["text", "text-soft", "accent"] } else { &[name] };
            for (text, wash) in
                texts.iter().flat_map(|text| washes.iter().map(move |wash| (text, wash)))
            {
                let ratio = contrast(colour(text), wash);
                assert!(ratio >= 4.5, "{path}: {text} on the wash {wash} is {ratio:.2}");
            }
        }
    }
}

/// The values of the design: contrast on the surface, and on the own wash.
#[test]
fn colours_of_the_default_theme_keep_their_contrast() {
    let colours: BTreeMap<String, String> = defaults().into_iter().collect();
    let colour = |name: &str| colours[&format!("--ec-{name}")].as_str();
    let rounded = |one: &str, other: &str| format!("{:.1}", contrast(one, other));
    let (surface, opacity) = (colour("surface"), wash_opacity());
    for (name, on_surface, on_wash) in [
        ("accent", "8.7", "7.4"),
        ("met", "6.9", "6.0"),
        ("direction", "6.8", "5.9"),
        ("settled", "8.5", "7.3"),
        ("open", "6.8", "5.9"),
        ("not-met", "6.3", "5.5"),
        ("lapsed", "7.0", "6.0"),
    ] {
        assert_eq!(rounded(colour(name), surface), on_surface, "{name}");
        let wash = blend(colour(name), surface, opacity);
        assert_eq!(rounded(colour(name), &wash), on_wash, "{name} on its wash");
    }
    assert_eq!(rounded(colour("text"), surface), "16.1");
    assert_eq!(rounded(colour("text-soft"), surface), "6.5");
    assert_eq!(rounded(colour("border"), surface), "3.6");
}

#[test]
fn open_measures_do_not_look_like_links_and_lapsed_policies_not_like_errors() {
    let colours: BTreeMap<String, String> = defaults().into_iter().collect();
    assert_ne!(colours["--ec-open"], colours["--ec-accent"]);
    assert_ne!(colours["--ec-lapsed"], colours["--ec-error"]);
}
