//! The collection of examples for a style: one pass over all lists and objects of a text.

use std::collections::HashMap;

use crate::rulebook::Json;

use super::parse::{Document, Place};
use super::style::{Example, Examples, Form, Role, Style};

/// How often each text occurs.
#[derive(Default)]
struct Votes(Vec<(String, usize)>);

impl Votes {
    fn add(&mut self, text: &str) {
        match self.0.iter_mut().find(|(known, _)| known == text) {
            Some((_, count)) => *count += 1,
            None => self.0.push((text.to_owned(), 1)),
        }
    }

    fn winner(self, default: &str) -> String {
        let winner = self.0.into_iter().max_by_key(|(_, count)| *count);
        winner.map_or_else(|| default.to_owned(), |(text, _)| text)
    }
}

/// The state of the pass.
pub(super) struct Survey<'d> {
    document: &'d Document,
    indent: Votes,
    colon: Votes,
    comma: Votes,
    list_padding: Votes,
    object_padding: Votes,
    roles: HashMap<String, Vec<Examples>>,
    heights: Vec<Examples>,
}

/// What is needed of a value by the value around it.
struct Measured {
    width: usize,
    height: usize,
}

impl<'d> Survey<'d> {
    pub(super) fn of(document: &'d Document) -> Survey<'d> {
        let mut survey = Survey {
            document,
            indent: Votes::default(),
            colon: Votes::default(),
            comma: Votes::default(),
            list_padding: Votes::default(),
            object_padding: Votes::default(),
            roles: HashMap::new(),
            heights: Vec::new(),
        };
        survey.value(document.root(), Role::ROOT);
        survey
    }

    pub(super) fn into_style(self) -> Style {
        let text = &self.document.text;
        let root = self.document.root().span.range.clone();
        let newline = text.find('\n');
        let is_crlf = newline.is_some_and(|at| text.get(..at).is_some_and(|t| t.ends_with('\r')));
        Style {
            newline: if is_crlf { "\r\n" } else { "\n" },
            indent: self.indent.winner("  "),
            colon: self.colon.winner(": "),
            comma: self.comma.winner(", "),
            list_padding: self.list_padding.winner(""),
            object_padding: self.object_padding.winner(""),
            // A document with nothing in it gets the usual form.
            is_one_line: !self.heights.is_empty() && !self.document.slice(root).contains('\n'),
            roles: self.roles,
            heights: self.heights,
        }
    }

    fn value(&mut self, place: Place<'d>, role: Role<'d>) -> Measured {
        let span = place.span;
        if span.children.is_empty() {
            let width = match place.json {
                Json::Array(_) | Json::Object(_) => 2,
                _ => self.document.slice(span.range.clone()).chars().count(),
            };
            return Measured { width, height: 0 };
        }
        let (mut width, mut height) = (2 + 2 * (span.children.len() - 1), 0);
        for (index, child) in span.children.iter().enumerate() {
            let Some(inner) = place.child(index) else { continue };
            let entry = place.json.entries().get(index);
            let role = entry.map_or(role.item(), |(key, _)| Role::entry(key));
            let measured = self.value(inner, role);
            width += measured.width;
            height = height.max(measured.height);
            if let Some(key) = &child.key {
                let colon = self.document.slice(key.end..child.value.range.start);
                if !colon.contains('\n') {
                    self.colon.add(colon);
                }
                width += self.document.slice(key.clone()).chars().count() + 2;
            }
        }
        let form = self.container(place);
        self.example(place, role, height + 1, Example { width, form });
        Measured { width, height: height + 1 }
    }

    /// Notes the white space of a list or object. Returns its form.
    fn container(&mut self, place: Place<'d>) -> Form {
        let (document, span) = (self.document, place.span);
        let Some(first) = span.children.first().map(|child| child.range().start) else {
            return Form::Flat;
        };
        let opening = document.slice(span.range.start + 1..first);
        if opening.contains('\n') {
            let indent = document.line_indent(first);
            if let Some(step) = indent.strip_prefix(document.line_indent(span.range.start))
                && !step.is_empty()
            {
                self.indent.add(step);
            }
            return Form::Expanded;
        }
        let is_list = matches!(place.json, Json::Array(_));
        if is_list { &mut self.list_padding } else { &mut self.object_padding }.add(opening);
        for (before, after) in span.children.iter().zip(span.children.iter().skip(1)) {
            let comma = document.slice(before.range().end..after.range().start);
            if !comma.contains('\n') {
                self.comma.add(comma);
            }
        }
        let is_flat = !document.slice(span.range.clone()).contains('\n');
        if is_flat { Form::Flat } else { Form::Hugged }
    }

    fn example(&mut self, place: Place<'d>, role: Role<'d>, height: usize, example: Example) {
        let is_list = matches!(place.json, Json::Array(_));
        add(&mut self.heights, height, is_list, example);
        // Not `entry`, which would need a new key for each value.
        if !self.roles.contains_key(role.key) {
            self.roles.insert(role.key.to_owned(), Vec::new());
        }
        if let Some(lists) = self.roles.get_mut(role.key) {
            add(lists, role.lists, is_list, example);
        }
    }
}

/// Adds an example at an index; the list grows as needed.
fn add(list: &mut Vec<Examples>, index: usize, is_list: bool, example: Example) {
    if list.len() <= index {
        list.resize_with(index + 1, Examples::default);
    }
    if let Some(examples) = list.get_mut(index) {
        if is_list { &mut examples.lists } else { &mut examples.objects }.push(example);
    }
}
