//! A parser for the HTML that the widget renders: balanced tags, attributes in double quotes, few
//! character references.

use std::collections::BTreeMap;

/// Elements without content and end tag.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// A node of the DOM tree.
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// An element with its attributes and children.
#[derive(Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Node>,
}

impl Element {
    /// The value of an attribute; empty if there is none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The text of the element and its descendants.
    pub(crate) fn text(&self) -> String {
        let texts = self.children.iter().map(|child| match child {
            Node::Text(text) => text.clone(),
            Node::Element(element) => element.text(),
        });
        texts.collect()
    }

    /// Whether an attribute has this value.
    pub(crate) fn has(&self, attribute: &str, value: &str) -> bool {
        self.attributes.get(attribute).is_some_and(|found| found == value)
    }

    /// Whether `class` contains this class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").split_whitespace().any(|found| found == class)
    }

    pub(crate) fn is_void(&self) -> bool {
        VOID.contains(&&*self.name)
    }

    /// Appends text. Adjacent texts are one text: renderers differ in how they split it.
    fn add_text(&mut self, text: &str) {
        if let Some(Node::Text(before)) = self.children.last_mut() {
            before.push_str(text);
        } else if !text.is_empty() {
            self.children.push(Node::Text(text.to_owned()));
        }
    }
}

/// The nodes of a document or fragment. Adjacent texts are one node, comments are dropped.
pub(crate) fn parse(html: &str) -> Vec<Node> {
    let mut open: Vec<Element> = Vec::new();
    let mut current = Element::default();
    let mut rest = html;
    while let Some((text, markup)) = rest.split_once('<') {
        current.add_text(&decode(text));
        rest = if let Some(comment) = markup.strip_prefix("!--") {
            comment.split_once("-->").unwrap().1
        } else if let Some(end) = markup.strip_prefix('/') {
            let (name, after) = end.split_once('>').unwrap();
            assert_eq!(name.trim_end(), current.name, "an end tag without its start tag");
            let parent = open.pop().unwrap();
            let closed = std::mem::replace(&mut current, parent);
            current.children.push(Node::Element(closed));
            after
        } else {
            let (element, is_closed, after) = parse_start_tag(markup);
            if is_closed || element.is_void() {
                current.children.push(Node::Element(element));
            } else {
                open.push(std::mem::replace(&mut current, element));
            }
            after
        };
    }
    current.add_text(&decode(rest));
    assert!(open.is_empty(), "<{}> has no end tag", current.name);
    current.children
}

/// The elements that match, in document order. Elements inside a match are not searched.
pub(crate) fn elements(html: &str, matches: impl Fn(&Element) -> bool) -> Vec<Element> {
    let mut found = Vec::new();
    let mut open: Vec<Node> = parse(html).into_iter().rev().collect();
    while let Some(node) = open.pop() {
        match node {
            Node::Element(element) if matches(&element) => found.push(element),
            Node::Element(element) => open.extend(element.children.into_iter().rev()),
            Node::Text(_) => {}
        }
    }
    found
}

/// The element of a start tag, whether the tag ends with `/>`, and the input after it.
fn parse_start_tag(markup: &str) -> (Element, bool, &str) {
    let (name, mut rest) = split_name(markup);
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return (element, false, after);
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return (element, true, after);
        }
        let (attribute, after) = split_name(rest);
        assert!(!attribute.is_empty(), "not an attribute: {rest}");
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap(),
            None => ("", after),
        };
        let before = element.attributes.insert(attribute.to_owned(), decode(value));
        assert!(before.is_none(), "<{name}> has two attributes `{attribute}`");
        rest = after;
    }
}

fn split_name(text: &str) -> (&str, &str) {
    let end = text.find(|char: char| char.is_whitespace() || "=/>".contains(char));
    text.split_at(end.unwrap_or(text.len()))
}

fn decode(text: &str) -> String {
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let reference =
            part.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest)));
        let (character, rest) = reference.unwrap_or(('&', part));
        decoded.push(character);
        decoded.push_str(rest);
    }
    decoded
}

/// The character of a reference without its `&` and `;`.
fn character(name: &str) -> Option<char> {
    let code = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "nbsp" => return Some('\u{a0}'),
        _ => name.strip_prefix('#')?,
    };
    let hexadecimal = code.strip_prefix(['x', 'X']);
    let code =
        hexadecimal.map_or_else(|| code.parse(), |code| u32::from_str_radix(code, 16)).ok()?;
    char::from_u32(code)
}
