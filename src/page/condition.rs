//! A condition in words: the tree of a `When`, with the texts of its facts and options, and
//! the units of its numbers.

use crate::rulebook::{ClassId, Comparison, Decimal, FactId, Options, Quantity, TermId, When};
use crate::widget::fill_in;

use super::quantity::{quantity, unit};
use super::{Page, points};

/// A piece of a sentence: plain text, or a fact, term or class that can become a link.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Fact(FactId, String),
    Term(TermId, String),
    Class(ClassId, String),
}

/// A condition in words.
#[derive(Debug, PartialEq)]
pub(super) enum Words {
    /// One sentence
    Line(Vec<Piece>),
    /// A heading that states the operator, and its operands
    Group(String, Vec<Words>),
}

/// Converts a condition to words. A reference to a term gives its number: the term has its own
/// entry on the page.
pub(super) fn condition(page: &Page<'_>, when: &When) -> Words {
    let text = page.text;
    if let Some(line) = between(page, when) {
        return Words::Line(line);
    }
    let parts = |parts: &[When]| parts.iter().map(|part| condition(page, part)).collect::<Vec<_>>();
    match when {
        When::All(all) => grouped(text.all, parts(all)),
        When::Any(any) => grouped(text.any, parts(any)),
        When::Not(part) => Words::Group(text.not.to_owned(), vec![condition(page, part)]),
        When::AtLeastOf(count, of) => {
            let heading = fill_in(text.at_least_of, &[("count", &count.to_string())]);
            Words::Group(heading, parts(of))
        }
        When::Term(term) => match term_number(page, *term) {
            Some(number) => Words::Line(vec![Piece::Term(*term, term_name(page, number))]),
            None => condition(page, &page.pack.terms[*term].when),
        },
        When::Is(fact, answer) => {
            let answer = if *answer { text.yes } else { text.no };
            Words::Line(sentence(
                text.is,
                vec![("subject", subject(page, *fact)), ("value", literal(answer))],
            ))
        }
        When::OneOf(fact, options) => Words::Line(options_sentence(page, text.is, *fact, *options)),
        When::Includes(fact, options) => {
            Words::Line(options_sentence(page, text.includes, *fact, *options))
        }
        When::CompareDate(fact, comparison, day) => {
            let bound = vec![("bound", literal(&page.date(*day)))];
            let value = sentence(day_sentence(page, *comparison), bound);
            Words::Line(sentence(
                text.is,
                vec![("subject", subject(page, *fact)), ("value", value)],
            ))
        }
        When::Class(id, values) => {
            let class = &page.pack.classes[*id];
            let labels = class.chosen(*values);
            let labels = labels.map(|value| page.translate(&value.label).to_string()).collect();
            let subject = vec![Piece::Class(*id, page.translate(&class.title).to_string())];
            let value = literal(&alternatives(page, labels));
            Words::Line(sentence(text.is, vec![("subject", subject), ("value", value)]))
        }
        When::Met(measure) => {
            let title = page.translate(&page.pack.measures[*measure].title);
            Words::Line(sentence(text.met, vec![("measure", literal(&title))]))
        }
        When::Compare(left, comparison, right) => {
            let line = comparison_sentence(page, left, *comparison, right);
            let mut tables = Vec::new();
            points::add_tables(page, left, &mut tables);
            points::add_tables(page, right, &mut tables);
            if tables.is_empty() {
                Words::Line(line)
            } else {
                Words::Group(plain_text(&line), tables)
            }
        }
    }
}

/// A group; its only part if there is just one.
fn grouped(heading: &str, mut parts: Vec<Words>) -> Words {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            Words::Group(heading.to_owned(), parts)
        }
    }
}

/// The number of a term among those with their own entry. A term that is a single comparison has
/// none: its words replace the reference.
pub(super) fn term_number(page: &Page<'_>, wanted: TermId) -> Option<usize> {
    let has_entry = |when: &When| {
        matches!(
            when,
            When::All(_) | When::Any(_) | When::Not(_) | When::AtLeastOf(..) | When::Term(_)
        )
    };
    let entries = page.pack.terms.iter().filter(|(_, term)| has_entry(&term.when));
    entries.enumerate().find(|(_, (id, _))| *id == wanted).map(|(index, _)| index + 1)
}

/// The name of a term with its own entry.
pub(super) fn term_name(page: &Page<'_>, number: usize) -> String {
    fill_in(page.text.term, &[("number", &number.to_string())])
}

pub(super) fn subject(page: &Page<'_>, fact: FactId) -> Vec<Piece> {
    vec![Piece::Fact(fact, page.subject(fact))]
}

pub(super) fn literal(text: &str) -> Vec<Piece> {
    vec![Piece::Text(text.to_owned())]
}

/// A sentence about a fact with the options joined by "or".
fn options_sentence(page: &Page<'_>, template: &str, fact: FactId, options: Options) -> Vec<Piece> {
    let labels = page.pack.facts[fact].kind.chosen(options);
    let labels = labels.map(|option| page.translate(&option.label).to_string()).collect();
    let value = literal(&alternatives(page, labels));
    sentence(template, vec![("subject", subject(page, fact)), ("value", value)])
}

/// Labels joined by "or".
fn alternatives(page: &Page<'_>, mut labels: Vec<String>) -> String {
    let last = labels.pop().unwrap_or_default();
    if labels.is_empty() {
        return last;
    }
    format!("{}{}{last}", labels.join(page.text.comma), page.text.or)
}

pub(super) fn comparison_sentence(
    page: &Page<'_>,
    left: &Quantity,
    comparison: Comparison,
    right: &Quantity,
) -> Vec<Piece> {
    let text = page.text;
    // The parser turns `{"before": ["fact", "as-of"]}` into a number of days, and a comparison of
    // two dates into one of days.
    let day = match right {
        Quantity::Constant(Decimal::ZERO) => Some(literal(text.as_of)),
        Quantity::DaysSince(other) => Some(subject(page, *other)),
        _ => None,
    };
    if let (Quantity::DaysSince(fact), Some(day)) = (left, day) {
        let day = vec![("bound", day)];
        let value = sentence(day_sentence(page, comparison.swapped()), day);
        return sentence(text.is, vec![("subject", subject(page, *fact)), ("value", value)]);
    }
    let bound = vec![("bound", bound(page, right, left))];
    let value = sentence(number_sentence(page, comparison), bound);
    sentence(text.is, vec![("subject", quantity(page, left)), ("value", value)])
}

/// The right side of a comparison. A constant takes the unit of the left side.
fn bound(page: &Page<'_>, right: &Quantity, left: &Quantity) -> Vec<Piece> {
    match (right, unit(page, left)) {
        (Quantity::Constant(number), Some(unit)) => literal(&page.with_unit(*number, &unit)),
        _ => quantity(page, right),
    }
}

/// Two comparisons that are the bounds of one number or date, as one sentence.
fn between(page: &Page<'_>, when: &When) -> Option<Vec<Piece>> {
    let When::All(parts) = when else { return None };
    let [low, high] = parts.as_slice() else { return None };
    let (subject, from, to) = match (low, high) {
        (
            When::Compare(left, Comparison::AtLeast, from),
            When::Compare(right, Comparison::AtMost, to),
        ) if left == right => (quantity(page, left), quantity(page, from), bound(page, to, left)),
        (
            When::CompareDate(left, Comparison::AtLeast, from),
            When::CompareDate(right, Comparison::AtMost, to),
        ) if left == right => {
            (subject(page, *left), literal(&page.date(*from)), literal(&page.date(*to)))
        }
        _ => return None,
    };
    let value = sentence(page.text.from_to, vec![("from", from), ("to", to)]);
    Some(sentence(page.text.is, vec![("subject", subject), ("value", value)]))
}

fn number_sentence(page: &Page<'_>, comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Is => page.text.exactly,
        Comparison::AtLeast => page.text.at_least,
        Comparison::MoreThan => page.text.more_than,
        Comparison::AtMost => page.text.at_most,
        Comparison::LessThan => page.text.less_than,
    }
}

fn day_sentence(page: &Page<'_>, comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Is => page.text.on,
        Comparison::AtLeast => page.text.not_before,
        Comparison::MoreThan => page.text.after,
        Comparison::AtMost => page.text.not_after,
        Comparison::LessThan => page.text.before,
    }
}

/// Replaces each `{name}` of a template with pieces.
pub(super) fn sentence(template: &str, values: Vec<(&str, Vec<Piece>)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        push(&mut pieces, before);
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            drop_space(&mut pieces, value);
            pieces.extend(value.iter().cloned());
        }
        rest = tail;
    }
    push(&mut pieces, rest);
    pieces
}

/// Drops the space of a template between two Chinese characters. Before a number it remains.
fn drop_space(before: &mut [Piece], after: &[Piece]) {
    if let Some(Piece::Text(text)) = before.last_mut()
        && let Some(without) = text.strip_suffix(' ')
        && without.ends_with(is_chinese)
        && plain_text(after).starts_with(|first: char| !first.is_ascii())
    {
        *text = without.to_owned();
    }
}

fn is_chinese(char: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&char)
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// The text of the pieces, without links.
pub(super) fn plain_text(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Fact(_, text) | Piece::Term(_, text) | Piece::Class(_, text) => {
            text.as_str()
        }
    });
    texts.collect()
}
