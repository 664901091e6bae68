//! A JSON value with its path in the document.
//!
//! The path becomes a JSON Pointer only if a fault needs it.

use super::json::Json;

/// A value and the path to it.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub(super) json: &'a Json,
    parent: Option<&'a Node<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
    /// An item of the list under a key
    Item(&'a str, usize),
}

impl<'a> Node<'a> {
    pub(super) fn root(json: &'a Json) -> Node<'a> {
        Node { json, parent: None, step: Step::Root }
    }

    /// The value of a key, if this is an object that has the key.
    pub(super) fn get(&'a self, key: &'a str) -> Option<Node<'a>> {
        self.json.get(key).map(|json| self.child(json, Step::Key(key)))
    }

    /// An item of a list.
    pub(super) fn item(&'a self, index: usize) -> Option<Node<'a>> {
        self.json.items().get(index).map(|json| self.child(json, Step::Index(index)))
    }

    /// The items of a list; empty for other values.
    pub(super) fn items(&'a self) -> impl Iterator<Item = Node<'a>> {
        self.json
            .items()
            .iter()
            .enumerate()
            .map(|(index, json)| self.child(json, Step::Index(index)))
    }

    /// The items of the list in a key; empty if there is no such list.
    pub(super) fn list(&'a self, key: &'a str) -> impl Iterator<Item = Node<'a>> {
        let items = self.json.get(key).map(Json::items).unwrap_or_default();
        items.iter().enumerate().map(move |(index, json)| self.child(json, Step::Item(key, index)))
    }

    /// The entries of an object; empty for other values.
    pub(super) fn entries(&'a self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        self.json
            .entries()
            .iter()
            .map(|(key, json)| (key.as_str(), self.child(json, Step::Key(key))))
    }

    /// The string in a key; empty if there is none. The shape check has reported that.
    pub(super) fn str(&self, key: &str) -> &'a str {
        self.json.get(key).and_then(Json::as_str).unwrap_or_default()
    }

    /// The JSON Pointer to the value.
    pub(super) fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Node::pointer).unwrap_or_default();
        let mut push = |token: &str| {
            pointer.push('/');
            pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
        };
        match self.step {
            Step::Root => {}
            Step::Key(key) => push(key),
            Step::Index(index) => push(&index.to_string()),
            Step::Item(key, index) => {
                push(key);
                push(&index.to_string());
            }
        }
        pointer
    }

    fn child(&'a self, json: &'a Json, step: Step<'a>) -> Node<'a> {
        Node { json, parent: Some(self), step }
    }
}
