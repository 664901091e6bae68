//! The English of comments and Markdown: wrapped at 100 columns, and without some archaic words.

use crate::sources::files;

/// The maximum length of a line of prose, in characters.
const WIDTH: usize = 100;

/// Words and phrases that have a plainer equivalent. Quotes and code may contain them.
const ARCHAIC: [&str; 26] = [
    "afresh",
    "anew",
    "are told",
    "as it stands",
    "as they stand",
    "bear with",
    "can be had",
    "cannot be had",
    "comes to",
    "goes on from",
    "hitherto",
    "in vain",
    "is told",
    "it stands",
    "lest",
    "mend",
    "mended",
    "mends",
    "stands beside",
    "stands in",
    "stands on",
    "stands there",
    "stands under",
    "to be had",
    "whatsoever",
    "whoever",
];

/// Returns the lines of prose in a text, each with its index.
type Parser = fn(&str) -> Vec<(usize, &str)>;

/// The prose of a file: the number and the text of each line.
struct Prose {
    path: String,
    lines: Vec<(usize, String)>,
}

/// The lines of Markdown outside of code blocks.
fn markdown(text: &str) -> Vec<(usize, &str)> {
    let mut in_code = false;
    let lines = text.lines().enumerate().filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    });
    lines.collect()
}

/// The lines that are a comment from `//`, or within `/*` and `*/`. Code in comments is omitted.
fn slash_comments(text: &str) -> Vec<(usize, &str)> {
    let (mut in_block, mut in_code) = (false, false);
    let lines = text.lines().enumerate().filter(move |(_, line)| {
        let line = line.trim_start();
        in_block |= line.starts_with("/*");
        let is_comment = in_block || line.starts_with("//");
        in_block &= !line.contains("*/");
        let is_fence = is_comment && line.trim_start_matches(['/', '!', ' ']).starts_with("```");
        in_code = is_comment && (in_code ^ is_fence);
        is_comment && !in_code && !is_fence
    });
    lines.collect()
}

/// The lines that are a comment from `#`.
fn hash_comments(text: &str) -> Vec<(usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with('#')).collect()
}

/// The comments and the Markdown of the repository.
fn all_prose() -> Vec<Prose> {
    let kinds: [(&[&str], Parser); 3] = [
        (&["md", "trycmd"], markdown),
        (&["css", "js", "mjs", "rs", "ts"], slash_comments),
        (&["sh", "toml", "yml"], hash_comments),
    ];
    let mut found = Vec::new();
    for (extensions, prose) in kinds {
        for (path, text) in files("", extensions) {
            let lines = prose(&text);
            let lines = lines.into_iter().map(|(index, line)| (index + 1, line.to_owned()));
            found.push(Prose { path, lines: lines.collect() });
        }
    }
    found
}

/// Whether a line can be wrapped: not a row of a table, and not a long address.
fn can_be_wrapped(line: &str) -> bool {
    let text = line.trim_start_matches(['/', '!', '*', '#', ' ']);
    let is_address = text.contains("://") || text.split_whitespace().count() < 3;
    !text.starts_with('|') && !is_address
}

#[test]
fn prose_is_wrapped_at_100_columns() {
    let mut long = Vec::new();
    for Prose { path, lines } in all_prose() {
        for (number, line) in lines {
            let width = line.chars().count();
            if width > WIDTH && can_be_wrapped(&line) {
                long.push(format!("{path}:{number}: {width} columns"));
            }
        }
    }
    assert!(long.is_empty(), "wrap these lines:\n{}", long.join("\n"));
}

/// The words of a text in lower case, without code and quotes, between single spaces.
fn words(text: &str) -> String {
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let plain: String = plain.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let letters = plain.to_lowercase().replace(|char: char| !char.is_alphanumeric(), " ");
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn words_are_separated_by_single_spaces() {
    assert_eq!(words("//! Mend `lest` it,\n\"anew\" – Now."), " mend it now ");
}

#[test]
fn prose_has_no_archaic_words() {
    let mut found = Vec::new();
    for Prose { path, lines } in all_prose() {
        let text: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
        let words = words(&text.join("\n"));
        for phrase in ARCHAIC {
            if words.contains(&format!(" {phrase} ")) {
                found.push(format!("{path}: {phrase}"));
            }
        }
    }
    assert!(found.is_empty(), "use plainer words:\n{}", found.join("\n"));
}

#[test]
fn names_of_tests_have_no_archaic_words() {
    for folder in ["src", "tests"] {
        for (path, text) in files(folder, &["rs"]) {
            for line in text.lines().filter(|line| line.trim_start().starts_with("fn ")) {
                let words = words(&line.replace('_', " "));
                let phrase = ARCHAIC.iter().find(|phrase| words.contains(&format!(" {phrase} ")));
                assert_eq!(phrase, None, "{path}: {line}");
            }
        }
    }
}
