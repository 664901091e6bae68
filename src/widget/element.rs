//! Plain elements, built by calls, and turned into Yew's nodes or into text.
//!
//! # Why
//!
//! `html!` expands each element in place, to about 300 bytes of WebAssembly; a call takes a tenth of that. The methods are
//! kept out of line, and an element is one pointer, for the same reason. What is built is a tree of our own: the same
//! parts are shown by Yew, and written as text where there is no Yew.

mod beside;

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VNode, VTag, VText};

use super::intent::{self, Intent};

/// An element being built.
pub(crate) struct Element(Box<Node>);

struct Node {
    tag: &'static str,
    key: Option<Rc<str>>,
    attributes: Vec<(&'static str, AttrValue)>,
    /// Of inputs: what stands in it, and whether it is ticked
    holds: Option<(Option<AttrValue>, bool)>,
    children: Vec<Child>,
}

enum Child {
    Text(AttrValue),
    Element(Element),
    Maybe(Option<Element>),
    Html(Html),
}

/// An element with a tag and a class; an empty class is left out.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let mut attributes = Vec::new();
    if !class.is_empty() {
        attributes.push(("class", AttrValue::Static(class)));
    }
    Element(Box::new(Node { tag, key: None, attributes, holds: None, children: Vec::new() }))
}

impl Element {
    /// With one more attribute.
    pub(crate) fn attribute(self, name: &'static str, value: impl Into<AttrValue>) -> Element {
        self.set(name, value.into())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Element {
        self.0.attributes.push((name, value));
        self
    }

    /// With what it does when it is used.
    #[inline(never)]
    pub(super) fn does(self, intent: Intent) -> Element {
        self.set(intent::ATTRIBUTE, intent.written())
    }

    /// An input with what stands in it, and whether it is ticked.
    pub(super) fn holding(mut self, value: Option<AttrValue>, checked: bool) -> Element {
        self.0.holds = Some((value, checked));
        self
    }

    /// A button that stays down, or is up.
    pub(super) fn pressed(self, down: bool) -> Element {
        self.set("aria-pressed", AttrValue::Static(if down { "true" } else { "false" }))
    }

    /// With a key among its siblings.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Element {
        self.0.key = Some(key.into());
        self
    }

    /// With text of the interface after what is in it already.
    #[inline(never)]
    pub(crate) fn label(self, text: &AttrValue) -> Element {
        self.child(Child::Text(text.clone()))
    }

    /// With a text that never changes after what is in it already.
    #[cfg(test)]
    pub(crate) fn fixed(self, text: &'static str) -> Element {
        self.child(Child::Text(AttrValue::Static(text)))
    }

    /// With a space between what is in it already and what follows.
    #[inline(never)]
    pub(super) fn space(self) -> Element {
        self.child(Child::Text(AttrValue::Static(" ")))
    }

    /// With text of the pack after what is in it already.
    #[inline(never)]
    pub(crate) fn text(self, text: Rc<str>) -> Element {
        self.child(Child::Text(AttrValue::Rc(text)))
    }

    /// With text made on the spot after what is in it already.
    #[inline(never)]
    pub(crate) fn string(self, text: String) -> Element {
        self.child(Child::Text(text.into()))
    }

    /// With an element after what is in it already.
    #[inline(never)]
    pub(crate) fn with(self, child: Element) -> Element {
        self.child(Child::Element(child))
    }

    /// With an element after what is in it already, if it is there. If it is not, its place is kept: Yew goes by places, and
    /// a box that moved up because an error went away would be another box, without the focus.
    #[inline(never)]
    pub(crate) fn maybe(self, child: Option<Element>) -> Element {
        self.child(Child::Maybe(child))
    }

    /// With each of these after what is in it already.
    pub(crate) fn each(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        for child in children {
            self = self.with(child);
        }
        self
    }

    /// With elements that have keys after what is in it already: they keep their place in the page when others come and go.
    /// A list of their own, because Yew goes by keys only where every sibling has one.
    pub(super) fn keyed(self, children: impl IntoIterator<Item = Element>) -> Element {
        self.html(children.into_iter().map(Html::from).collect())
    }

    /// With anything after what is in it already.
    #[inline(never)]
    pub(crate) fn html(self, child: Html) -> Element {
        self.child(Child::Html(child))
    }

    #[inline(never)]
    fn child(mut self, child: Child) -> Element {
        self.0.children.push(child);
        self
    }

    /// As Yew shows it.
    fn tag(self) -> VTag {
        let mut tag = VTag::new(self.0.tag);
        for (name, value) in self.0.attributes {
            tag.add_attribute(name, value);
        }
        tag.key = self.0.key.map(|key| Key::from(&*key));
        if let Some((value, checked)) = self.0.holds {
            tag.set_value(value);
            tag.set_checked(checked);
        }
        for child in self.0.children {
            tag.add_child(match child {
                Child::Text(text) => VNode::from(VText::new(text)),
                Child::Element(element) => VNode::from(element.tag()),
                Child::Maybe(element) => element.into_iter().map(Html::from).collect(),
                Child::Html(html) => html,
            });
        }
        tag
    }
}

/// Elements that have no end tag (HTML Standard, void elements); others are not used here.
const VOID: [&str; 2] = ["input", "br"];

impl Element {
    /// As text. What Yew rendered into it is left out: there is no Yew where this is used.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        let node = &self.0;
        text.push('<');
        text.push_str(node.tag);
        for (name, value) in &node.attributes {
            text.push(' ');
            text.push_str(name);
            text.push_str("=\"");
            escape(value, text);
            text.push('"');
        }
        if let Some((value, checked)) = &node.holds {
            if let Some(value) = value {
                text.push_str(" value=\"");
                escape(value, text);
                text.push('"');
            }
            text.push_str(if *checked { " checked=\"\"" } else { "" });
        }
        text.push('>');
        if VOID.contains(&node.tag) {
            return;
        }
        for child in &node.children {
            match child {
                Child::Text(content) => escape(content, text),
                Child::Element(element) | Child::Maybe(Some(element)) => element.write(text),
                Child::Maybe(None) | Child::Html(_) => {}
            }
        }
        text.push_str("</");
        text.push_str(node.tag);
        text.push('>');
    }
}

/// Writes a text so that nothing in it is read as markup, in elements and in attributes alike.
fn escape(content: &str, text: &mut String) {
    for char in content.chars() {
        match char {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            other => text.push(other),
        }
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Html {
        VNode::from(element.tag())
    }
}
