//! A pretty printer for the HTML that the widget renders. It writes the snapshots.
//!
//! The output depends only on the DOM tree:
//!
//! - One element per line, indented by two spaces, attributes sorted by name.
//! - An element that contains only text stays on one line: `<p>text</p>`.
//! - Text next to elements, or with a line break, is a JSON string on its own line. White space
//!   stays visible.
//! - No comments, and no empty `value` of an input: in a browser, Yew sets it as a property.
//!
//! The output is HTML with extra white space and quotation marks, so that
//! `www/build/validate-html.mjs` can check it.

use crate::dom::{Element, Node, elements, parse};

/// HTML, pretty-printed.
pub(crate) fn pretty(html: &str) -> String {
    print(&parse(html))
}

/// The elements that match, pretty-printed, in document order.
pub(crate) fn select(html: &str, matches: impl Fn(&Element) -> bool) -> Vec<String> {
    elements(html, matches).into_iter().map(|element| print(&[Node::Element(element)])).collect()
}

fn encode(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\u{a0}', "&nbsp;")
}

fn print(nodes: &[Node]) -> String {
    let mut printed = String::new();
    print_nodes(&mut printed, nodes, 0);
    printed
}

fn print_nodes(to: &mut String, nodes: &[Node], depth: usize) {
    let indent = "  ".repeat(depth);
    for node in nodes {
        match node {
            Node::Text(text) => {
                let quoted = serde_json::to_string(text).unwrap();
                to.push_str(&format!("{indent}{}\n", encode(&quoted)));
            }
            Node::Element(element) => {
                to.push_str(&format!("{indent}{}", start_tag(element)));
                match element.children.as_slice() {
                    [] => {}
                    [Node::Text(text)] if !text.contains('\n') => to.push_str(&encode(text)),
                    children => {
                        to.push('\n');
                        print_nodes(to, children, depth + 1);
                        to.push_str(&indent);
                    }
                }
                if !element.is_void() {
                    to.push_str(&format!("</{}>", element.name));
                }
                to.push('\n');
            }
        }
    }
}

fn start_tag(element: &Element) -> String {
    let mut tag = format!("<{}", element.name);
    for (name, value) in &element.attributes {
        let is_empty_value = element.name == "input" && name == "value" && value.is_empty();
        if !is_empty_value {
            // Yew writes a boolean attribute as `open="open"`, a browser as `open=""`.
            let value = if value == name { "" } else { value };
            tag.push_str(&format!(" {name}=\"{}\"", encode(value).replace('"', "&quot;")));
        }
    }
    tag.push('>');
    tag
}

#[test]
fn elements_are_indented_and_text_alone_stays_on_the_line() {
    assert_eq!(
        pretty("<ul><li>one</li><li><b></b><br></li></ul><p> two </p>"),
        "<ul>\n  <li>one</li>\n  <li>\n    <b></b>\n    <br>\n  </li>\n</ul>\n<p> two </p>\n"
    );
}

#[test]
fn text_next_to_elements_is_quoted_with_its_white_space() {
    assert_eq!(
        pretty("<p>a \"b\" <i>c</i> <i>d</i></p>"),
        "<p>\n  \"a \\\"b\\\" \"\n  <i>c</i>\n  \" \"\n  <i>d</i>\n</p>\n"
    );
    assert_eq!(pretty("<p>a\nb</p>"), "<p>\n  \"a\\nb\"\n</p>\n");
    assert_eq!(pretty("a"), "\"a\"\n");
}

#[test]
fn order_and_spelling_of_attributes_are_normalised() {
    let expected =
        "<input checked=\"\" id=\"a\" title=\"&lt;1&gt; &amp; &quot;2&quot;\" type=\"radio\">\n";
    for html in [
        r#"<input type="radio" title="<1> &amp; &quot;2&quot;" checked="" id="a">"#,
        r#"<input id="a" title="&lt;1&gt; & &#34;2&#x22;" value="" type="radio" checked="checked" />"#,
    ] {
        assert_eq!(pretty(html), expected);
    }
}

#[test]
fn empty_values_are_dropped_from_inputs_only() {
    assert_eq!(pretty(r#"<option value="">a</option>"#), "<option value=\"\">a</option>\n");
    assert_eq!(pretty(r#"<details open=""></details>"#), "<details open=\"\"></details>\n");
}

#[test]
fn comments_and_splits_of_text_are_normalised() {
    assert_eq!(pretty("<p>a<!-- <b> -->b&amp;&nbsp;&lt;c></p>"), "<p>ab&amp;&nbsp;&lt;c&gt;</p>\n");
    assert_eq!(pretty("<p>&copy; & &#xD800;</p>"), "<p>&amp;copy; &amp; &amp;#xD800;</p>\n");
}

#[test]
fn matching_elements_are_found_in_document_order() {
    let html =
        r#"<p class="a b">1</p><div><p class="b">2<i class="b">3</i></p></div><p id="b">4</p>"#;
    assert_eq!(
        select(html, |element| element.has_class("b")),
        ["<p class=\"a b\">1</p>\n", "<p class=\"b\">\n  \"2\"\n  <i class=\"b\">3</i>\n</p>\n"]
    );
    assert_eq!(select(html, |element| element.has("id", "b")), ["<p id=\"b\">4</p>\n"]);
}
