//! The theming tokens: `docs/reference/theming.md` documents each, and the stylesheets use nothing
//! else.

use std::collections::BTreeSet;

use crate::site::css::{Declaration, STYLE, THEMES, declarations, defaults};
use crate::support::repo_path;

/// The names in each `var(…)` of a value.
fn used(value: &str) -> impl Iterator<Item = &str> {
    value.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()).map(str::trim)
}

#[test]
fn every_token_is_documented_with_its_default() {
    let text = std::fs::read_to_string(repo_path("docs/reference/theming.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `--ec-"));
    let documented: Vec<(String, String)> = rows
        .map(|row| {
            let cells: Vec<&str> =
                row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            assert!(!cells[1].is_empty(), "no purpose: {row}");
            (format!("--ec-{}", cells[0]), cells[2].to_owned())
        })
        .collect();
    let (derived, documented): (Vec<_>, Vec<_>) =
        documented.into_iter().partition(|(_, default)| default == "derived");
    assert_eq!(documented, defaults());
    let derived: BTreeSet<String> = derived.into_iter().map(|(name, _)| name).collect();
    assert_eq!(derived, optional());
}

/// Tokens without a default. Each is used with a fallback.
fn optional() -> BTreeSet<String> {
    let all = declarations(STYLE);
    let washes = all.iter().filter(|one| one.value.starts_with("var(--ec-wash-"));
    washes
        .map(|one| {
            assert!(one.value.ends_with(", transparent)"), "{}", one.value);
            used(&one.value).next().unwrap().to_owned()
        })
        .collect()
}

#[test]
fn every_token_is_used_and_every_variable_is_a_token() {
    let all = declarations(STYLE);
    let used: BTreeSet<&str> = all.iter().flat_map(|one| used(&one.value)).collect();
    let (defaults, optional) = (defaults(), optional());
    let all = defaults.iter().map(|(name, _)| name).chain(&optional).map(String::as_str);
    assert_eq!(used, all.collect());
}

/// Keywords that are no colours, and system colours, which users choose.
const KEYWORDS: [&str; 19] = [
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

/// Whether a part of a value needs no token: a keyword, zero, or the width of a line.
fn needs_no_token(part: &str, is_line_width: bool) -> bool {
    let is_keyword = KEYWORDS.contains(&part);
    let number = part.trim_end_matches(|char: char| char.is_ascii_lowercase()).parse::<f64>();
    // Line widths have no token. One pixel is a hairline in any property.
    is_keyword
        || number.is_ok_and(|number| {
            number == 0.0 || is_line_width || (part.ends_with("px") && number.abs() <= 1.0)
        })
}

#[test]
fn every_colour_font_radius_and_space_uses_tokens() {
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
        // Print styles are black on white in every theme.
        .filter(|one| !one.is_token() && !one.is_inside("@media print") && !one.is_inside("@page"))
    {
        let declaration = format!("{}: {property}: {value}", around.join(" "));
        let uses_token = |part: &&str| part.contains("var(--ec-");
        // Split at separators outside of parentheses.
        let mut depth = 0;
        let parts: Vec<&str> = value
            .split(|char| {
                depth += i32::from(char == '(') - i32::from(char == ')');
                depth == 0 && (char == ' ' || char == ',' || char == '/')
            })
            .filter(|part| !part.is_empty())
            .collect();
        let radius = property.ends_with("radius");
        let is_line_width =
            !radius && (property.starts_with("border") || property.starts_with("outline"));
        let exceptions = [
            "border-collapse",
            "outline-offset",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "background-size",
        ];
        if property == "font" || property == "font-family" {
            assert!(
                parts.iter().any(|part| part.contains("var(--ec-font)") || *part == "inherit"),
                "{declaration}"
            );
        } else if (begins(&property, &painted) || begins(&property, &measured))
            && !exceptions.contains(&property.as_str())
        {
            for part in parts.iter().filter(|part| !uses_token(part)) {
                assert!(
                    needs_no_token(part, is_line_width),
                    "{declaration}\n`{part}` uses no token"
                );
            }
        } else {
            continue;
        }
        seen += 1;
    }
    assert!(seen > 100, "only {seen} declarations seen");
}

#[test]
fn themes_set_tokens_only() {
    let mut known: BTreeSet<String> = defaults().into_iter().map(|(name, _)| name).collect();
    known.extend(optional());
    for path in THEMES {
        for one in declarations(path).iter().filter(|one| one.is_inside("eligibility-check")) {
            assert!(known.contains(&one.property), "{path}: `{}` is not a token", one.property);
        }
    }
}
