//! A small parser of stylesheets, for `contrast` and `theming`.

use std::fs;

use crate::support::repo_path;

/// The stylesheet of the widget.
pub(crate) const STYLE: &str = "www/styles/widget.css";
/// Stylesheets whose first rule is an example theme.
pub(crate) const THEMES: [&str; 2] = ["www/demo/government.css", "www/demo/intranet.css"];

/// A declaration, and the selectors and at-rules around it, outermost first.
pub(crate) struct Declaration {
    pub(crate) around: Vec<String>,
    pub(crate) property: String,
    pub(crate) value: String,
}

impl Declaration {
    pub(crate) fn is_token(&self) -> bool {
        self.property.starts_with("--")
    }

    pub(crate) fn is_inside(&self, rule: &str) -> bool {
        self.around.iter().any(|around| around.starts_with(rule))
    }
}

/// The declarations of a stylesheet and its imports. Braces and semicolons in strings are not
/// supported.
pub(crate) fn declarations(path: &str) -> Vec<Declaration> {
    let mut source = fs::read_to_string(repo_path(path)).unwrap();
    // Inline the imported stylesheets.
    while let Some((before, rest)) = source.split_once("@import \"") {
        let (name, after) = rest.split_once("\";").unwrap();
        let imported = fs::read_to_string(repo_path(path).with_file_name(name)).unwrap();
        source = [before, &imported, after].concat();
    }
    let text: String = source
        .split("*/")
        .map(|part| part.split_once("/*").map_or(part, |(code, _)| code))
        .collect();
    let (mut found, mut around, mut piece) = (Vec::new(), Vec::new(), String::new());
    for char in text.chars() {
        match char {
            '{' => around.push(std::mem::take(&mut piece).trim().to_owned()),
            '}' | ';' => {
                if let Some((property, value)) = std::mem::take(&mut piece).split_once(':') {
                    let (property, value) = (property.trim().to_owned(), value.trim().to_owned());
                    found.push(Declaration { around: around.clone(), property, value });
                }
                if char == '}' {
                    around.pop().unwrap();
                }
            }
            _ => piece.push(char),
        }
    }
    assert!(around.is_empty() && piece.trim().is_empty(), "{path} has unbalanced braces");
    found
}

/// The tokens that a rule sets, in source order.
pub(crate) fn tokens(path: &str, selector: &str) -> Vec<(String, String)> {
    let of_rule = declarations(path).into_iter().filter(|one| one.around == [selector]);
    let set: Vec<_> = of_rule.map(|one| (one.property, one.value)).collect();
    assert!(!set.is_empty(), "{path} has no rule for {selector}");
    set
}

/// All tokens with their defaults.
pub(crate) fn defaults() -> Vec<(String, String)> {
    tokens(STYLE, ":host, :root")
}
