//! The little reading of stylesheets that the tests of theming need.

use std::fs;

use crate::support::repo_path;

/// The stylesheet of the widget.
pub(crate) const STYLE: &str = "www/styles/widget.css";
/// Themes are demonstrated by the first rule of each of these.
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

/// What a stylesheet declares. Enough of CSS for our own: no braces or semicolons in strings.
pub(crate) fn declarations(path: &str) -> Vec<Declaration> {
    let mut source = fs::read_to_string(repo_path(path)).unwrap();
    // What is taken in is one stylesheet with it.
    while let Some((before, rest)) = source.split_once("@import \"") {
        let (name, after) = rest.split_once("\";").unwrap();
        let taken = fs::read_to_string(repo_path(path).with_file_name(name)).unwrap();
        source = [before, &taken, after].concat();
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
    assert!(around.is_empty() && piece.trim().is_empty(), "{path} is not read to its end");
    found
}

/// The tokens that a rule sets, in its order.
pub(crate) fn tokens(path: &str, selector: &str) -> Vec<(String, String)> {
    let of_rule = declarations(path).into_iter().filter(|one| one.around == [selector]);
    let set: Vec<_> = of_rule.map(|one| (one.property, one.value)).collect();
    assert!(!set.is_empty(), "{path} has no rule for {selector}");
    set
}

/// Every token and what it is without a theme.
pub(crate) fn defaults() -> Vec<(String, String)> {
    tokens(STYLE, ":host, :root")
}
