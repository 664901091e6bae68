//! Plain elements, built by calls.
//!
//! # Why
//!
//! `html!` expands each element in place, to about 300 bytes of WebAssembly; a call takes a tenth of that.
//! Most elements of the widget are only a tag, a class and text, so they are built here. What has listeners
//! and many attributes is still written with `html!`.
//!
//! The methods are kept out of line, and an element is one pointer, for the same reason.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VNode, VTag, VText};

/// An element being built.
pub(crate) struct Element(Rc<VTag>);

/// An element with a tag and a class; an empty class is left out.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        // Not `AttributeOrProperty::Static`: Yew's native renderer leaves that out.
        let values = Box::new([Some(AttributeOrProperty::Attribute(AttrValue::Static(class)))]);
        element.set_attributes(Attributes::Dynamic { keys: &["class"], values });
    }
    Element(Rc::new(element))
}

impl Element {
    /// An element that was written with `html!`; `None` if that was not a single one.
    pub(crate) fn written(html: Html) -> Option<Element> {
        match html {
            VNode::VTag(tag) => Some(Element(tag)),
            _ => None,
        }
    }

    /// With one more attribute.
    pub(crate) fn attribute(self, name: &'static str, value: impl Into<AttrValue>) -> Element {
        self.set(name, value.into())
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: AttrValue) -> Element {
        self.change(|tag| tag.add_attribute(name, value))
    }

    /// With a key among its siblings.
    #[inline(never)]
    pub(crate) fn key(self, key: &str) -> Element {
        self.change(|tag| tag.key = Some(Key::from(key)))
    }

    /// With text of the interface after what is in it already.
    #[inline(never)]
    pub(crate) fn label(self, text: &AttrValue) -> Element {
        self.html(VNode::from(VText::new(text.clone())))
    }

    /// With a text that never changes after what is in it already.
    #[cfg(feature = "cli")]
    pub(crate) fn fixed(self, text: &'static str) -> Element {
        self.html(VNode::from(VText::new(text)))
    }

    /// With a space between what is in it already and what follows.
    #[inline(never)]
    pub(super) fn space(self) -> Element {
        self.html(VNode::from(VText::new(" ")))
    }

    /// With text of the pack after what is in it already.
    #[inline(never)]
    pub(crate) fn text(self, text: Rc<str>) -> Element {
        self.html(VNode::from(VText::new(AttrValue::Rc(text))))
    }

    /// With text made on the spot after what is in it already.
    #[inline(never)]
    pub(crate) fn string(self, text: String) -> Element {
        self.html(VNode::from(VText::new(text)))
    }

    /// With an element after what is in it already.
    #[inline(never)]
    pub(crate) fn with(self, child: Element) -> Element {
        self.html(VNode::VTag(child.0))
    }

    /// With an element after what is in it already, if it is there.
    pub(crate) fn maybe(self, child: Option<Element>) -> Element {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// With each of these after what is in it already.
    pub(crate) fn each(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        for child in children {
            self = self.with(child);
        }
        self
    }

    /// With anything after what is in it already.
    #[inline(never)]
    pub(crate) fn html(self, child: Html) -> Element {
        self.change(|tag| tag.add_child(child))
    }

    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Element {
        // OK because nobody else has the element while it is being built.
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Html {
        VNode::VTag(element.0)
    }
}
