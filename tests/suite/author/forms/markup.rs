//! Every control has a name and its own id, in every card of every pack.

use std::collections::HashSet;

use eligibility_check::author::model::PackOutline;
use eligibility_check::rulebook::Locale;

use super::{GUIDE, PACKS, parsed, render};
use crate::dom::{Element, Node, parse};
use crate::support::{FERRY, HARBOUR};

/// Calls a function with each element and the text of the labels around it.
fn visit(nodes: &[Node], label: &str, check: &mut impl FnMut(&Element, &str)) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        let text;
        let label = if element.name == "label" {
            text = own_text(element);
            text.as_str()
        } else {
            label
        };
        check(element, label);
        visit(&element.children, label, check);
    }
}

/// The text of a label without the options of its menu.
fn own_text(label: &Element) -> String {
    let spans = label.children.iter().filter_map(|child| match child {
        Node::Element(element) if element.name == "span" => Some(element.text()),
        _ => None,
    });
    spans.collect()
}

fn assert_controls(html: &str) -> usize {
    let nodes = parse(html);
    let mut labelled = HashSet::new();
    visit(&nodes, "", &mut |element: &Element, _| {
        if element.name == "label" && !element.text().is_empty() {
            labelled.insert(element.attribute("for").to_owned());
        }
    });
    let mut ids = HashSet::new();
    let mut controls = 0;
    visit(&nodes, "", &mut |element: &Element, label: &str| {
        let name = element.attribute("aria-label");
        let has_label = !label.is_empty() || labelled.contains(element.attribute("id"));
        match element.name.as_str() {
            "input" | "select" | "textarea" => {
                controls += 1;
                assert!(has_label || !name.is_empty(), "a control without a name: {html}");
            }
            "button" => {
                assert!(element.has("type", "button"));
                assert!(!element.text().is_empty());
                // Speech input uses the visible text.
                assert!(name.is_empty() || name.starts_with(&element.text()), "{name}");
            }
            _ => {}
        }
        let id = element.attribute("id");
        assert!(id.is_empty() || ids.insert(id.to_owned()), "the id {id} is used twice");
        assert!(!id.contains(char::is_whitespace), "{id}");
    });
    controls
}

#[test]
fn every_control_of_every_card_has_a_name_and_its_own_id() {
    for text in [PACKS[2], FERRY, HARBOUR, GUIDE] {
        let outline = PackOutline::read(parsed(text).json(), "en");
        let entries = outline.lists.iter().flat_map(|list| &list.entries);
        let mut controls = assert_controls(&render(text, "", Locale::En));
        for entry in entries {
            controls += assert_controls(&render(text, &entry.pointer, Locale::ZhHans));
        }
        assert!(controls > 20, "only {controls} controls");
    }
}

#[test]
fn markup_in_a_text_is_text() {
    let text = GUIDE.replace("欢迎礼包一份", "<img src=x onerror=alert(1)>");
    let html = render(&text, "/measures/0", Locale::En);
    assert!(!html.contains("<img") && html.contains("&lt;img"), "{html}");
}
