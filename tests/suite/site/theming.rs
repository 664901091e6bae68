//! The theming API: its tokens are told in `docs/reference/theming.md`, and everything that people
//! see is made of them.

use std::collections::BTreeSet;

use crate::site::css::{Declaration, STYLE, THEMES, declarations, defaults};
use crate::support::repo_path;

/// The names in every `var(…)` of a value.
fn used(value: &str) -> impl Iterator<Item = &str> {
    value.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()).map(str::trim)
}

#[test]
fn the_table_of_tokens_tells_every_token_and_its_default() {
    let text = std::fs::read_to_string(repo_path("docs/reference/theming.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `--ec-"));
    let told: Vec<(String, String)> = rows
        .map(|row| {
            let cells: Vec<&str> =
                row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            assert!(!cells[1].is_empty(), "no purpose: {row}");
            (format!("--ec-{}", cells[0]), cells[2].to_owned())
        })
        .collect();
    assert_eq!(told, defaults());
}

#[test]
fn a_token_is_used_and_what_is_used_is_a_token() {
    let all = declarations(STYLE);
    let used: BTreeSet<&str> = all.iter().flat_map(|one| used(&one.value)).collect();
    let defaults = defaults();
    assert_eq!(used, defaults.iter().map(|(name, _)| name.as_str()).collect());
}

/// Words that name no colour, and system colours, which people choose for themselves.
const WORDS: [&str; 19] = [
    "none",
    "currentColor",
    "transparent",
    "inherit",
    "initial",
    "auto",
    "solid",
    "dotted",
    "dashed",
    "double",
    "collapse",
    "separate",
    "calc",
    "CanvasText",
    "Canvas",
    "Highlight",
    "HighlightText",
    "GrayText",
    "LinkText",
];

/// Whether a part of a value stands for itself: not a measure, not a colour, not a font.
fn is_plain(part: &str, thickness: bool) -> bool {
    let is_word = WORDS.contains(&part);
    let number = part.trim_end_matches(|char: char| char.is_ascii_lowercase()).parse::<f64>();
    // The thickness of a line is no space; and one pixel is a hairline, wherever it stands.
    is_word
        || number.is_ok_and(|number| {
            number == 0.0 || thickness || (part.ends_with("px") && number.abs() <= 1.0)
        })
}

#[test]
fn every_colour_font_radius_and_space_is_made_of_tokens() {
    let painted = [
        "color",
        "background",
        "border",
        "outline",
        "fill",
        "stroke",
        "accent-color",
        "caret-color",
        "color-scheme",
        "box-shadow",
        "column-rule",
        "stop-color",
        "text-decoration-color",
    ];
    let measured = ["margin", "padding", "gap", "row-gap", "column-gap"];
    let begins = |property: &str, kinds: &[&str]| {
        kinds.iter().any(|kind| property == *kind || property.starts_with(&format!("{kind}-")))
    };
    let mut seen = 0;
    for Declaration { around, property, value, .. } in declarations(STYLE)
        .into_iter()
        // Paper is true black on white, whatever the theme.
        .filter(|one| !one.is_token() && !one.is_inside("@media print") && !one.is_inside("@page"))
    {
        let here = format!("{}: {property}: {value}", around.join(" "));
        let made = |part: &&str| part.contains("var(--ec-");
        // Apart at the spaces outside of brackets.
        let mut depth = 0;
        let parts: Vec<&str> = value
            .split(|char| {
                depth += i32::from(char == '(') - i32::from(char == ')');
                depth == 0 && (char == ' ' || char == ',' || char == '/')
            })
            .filter(|part| !part.is_empty())
            .collect();
        let radius = property.ends_with("radius");
        let thickness =
            !radius && (property.starts_with("border") || property.starts_with("outline"));
        let styles = [
            "border-collapse",
            "outline-offset",
            "stroke-width",
            "stroke-dasharray",
            "background-size",
        ];
        if property == "font" || property == "font-family" {
            assert!(
                parts.iter().any(|part| part.contains("var(--ec-font)") || *part == "inherit"),
                "{here}"
            );
        } else if (begins(&property, &painted) || begins(&property, &measured))
            && !styles.contains(&property.as_str())
        {
            for part in parts.iter().filter(|part| !made(part)) {
                assert!(is_plain(part, thickness), "{here}\n`{part}` is not made of tokens");
            }
        } else {
            continue;
        }
        seen += 1;
    }
    assert!(seen > 100, "only {seen} declarations seen");
}

#[test]
fn themes_set_nothing_but_tokens() {
    let known: BTreeSet<String> = defaults().into_iter().map(|(name, _)| name).collect();
    for path in THEMES {
        for one in declarations(path).iter().filter(|one| one.is_inside("eligibility-check")) {
            assert!(known.contains(&one.property), "{path}: `{}` is no token", one.property);
        }
    }
}
