//! Finds the start tags of an HTML page, so that attributes can be changed and everything else
//! stays as its author wrote it.

use std::ops::Range;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, as written
    pub(super) name: &'a str,
    /// The offset after its name, where attributes can be inserted
    pub(super) name_end: usize,
    /// Its attributes, in order
    pub(super) attributes: Vec<Attribute<'a>>,
    /// The offset after the tag
    pub(super) end: usize,
}

/// An attribute with a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    /// Its name, as written
    pub(super) name: &'a str,
    /// Its value, with character references as written
    pub(super) value: &'a str,
    /// The range of the value in the page, with its quotation marks
    pub(super) range: Range<usize>,
}

impl<'a> Tag<'a> {
    /// Whether this is a tag of an element, in any case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The attribute with this name, in any case.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<'a>> {
        self.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }
}

/// The elements whose content is text, without tags.
const RAW_TEXT: [&str; 4] = ["script", "style", "textarea", "title"];

/// The start tags of a page, in order, without those in comments and scripts.
pub(super) fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if after.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let Some(tag) = tag(page, after) else { break };
            rest = page.get(tag.end..).unwrap_or_default();
            if let Some(name) = RAW_TEXT.into_iter().find(|name| tag.is(name)) {
                let length = raw_text_length(rest, name);
                rest = rest.get(length..).unwrap_or_default();
            }
            found.push(tag);
        }
    }
    found
}

/// The length of a text up to the end tag of an element.
pub(super) fn raw_text_length(text: &str, name: &str) -> usize {
    let is_end = |index: &usize| {
        let tag = text.get(index + 2..index + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    text.match_indices("</").map(|(index, _)| index).find(is_end).unwrap_or(text.len())
}

/// The tag whose name starts with `text`, which ends with the page. `None` if the tag does not end.
fn tag<'a>(page: &'a str, text: &'a str) -> Option<Tag<'a>> {
    let offset = |rest: &str| page.len() - rest.len();
    let (name, mut rest) = split_at(text, |char| is_space(char) || matches!(char, '/' | '>'));
    let name_end = offset(rest);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|char| is_space(char) || char == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some(Tag { name, name_end, attributes, end: offset(after) });
        }
        let (name, after) =
            split_at(rest, |char| is_space(char) || matches!(char, '=' | '/' | '>'));
        rest = after;
        let Some(value) = after.trim_start_matches(is_space).strip_prefix('=') else {
            // A stray `=` has no name: without this, it would be found again and again.
            rest.chars().next()?;
            continue;
        };
        let start = value.trim_start_matches(is_space);
        let quote = start.chars().next()?;
        let value;
        (value, rest) = if matches!(quote, '"' | '\'') {
            start.get(1..)?.split_once(quote)?
        } else {
            split_at(start, |char| is_space(char) || char == '>')
        };
        attributes.push(Attribute { name, value, range: offset(start)..offset(rest) });
    }
}

/// The text before the first of some characters, and the rest, which begins with it.
fn split_at(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(is_end).unwrap_or(text.len()))
}

fn is_space(char: char) -> bool {
    char.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_in_every_notation_and_not_in_comments_or_scripts() {
        let page = "<!-- <a href=x> --><A HREF = 'a>b' b c=d/e><script src=\"s\">\"<i x=y>\"</SCRIPT>\
                    1 < 2 </p><p =x><e/>";
        let found: Vec<String> = tags(page)
            .iter()
            .map(|tag| {
                let pairs = tag.attributes.iter().map(|one| format!(" {}={}", one.name, one.value));
                format!("{}{}", tag.name, pairs.collect::<String>())
            })
            .collect();
        assert_eq!(found, ["A HREF=a>b c=d/e", "script src=s", "p =x", "e"]);
        for tag in tags(page) {
            for attribute in tag.attributes {
                let written = page.get(attribute.range).unwrap_or_default();
                assert_eq!(written.trim_matches(['"', '\'']), attribute.value);
            }
        }
    }

    #[test]
    fn a_tag_that_does_not_end_is_no_tag() {
        for page in ["<a href=\"x", "<a href", "<a", "<a href=", "<"] {
            assert_eq!(tags(page), []);
        }
    }
}
