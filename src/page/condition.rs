//! A condition in words: the tree of a `When`, with the texts of its facts and options and the units of its numbers.

use crate::rulebook::{Comparison, Decimal, FactId, FactKind, Options, Quantity, TermId, When};

use crate::widget::fill_in;

use super::Page;

/// A piece of a sentence; some lead to what they name.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Fact(FactId, String),
    Term(TermId, String),
}

/// A condition as people read it.
#[derive(Debug, PartialEq)]
pub(super) enum Words {
    /// One sentence
    Line(Vec<Piece>),
    /// Several conditions, and how they go together
    Group(String, Vec<Words>),
}

/// A condition in words. Terms are named by number, and stand in full in a part of their own.
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
            None => condition(page, &page.book.terms[*term].when),
        },
        When::Is(fact, answer) => {
            let answer = if *answer { text.yes } else { text.no };
            Words::Line(sentence(text.is, vec![("subject", subject(page, *fact)), ("value", said(answer))]))
        }
        When::OneOf(fact, options) => Words::Line(among(page, text.is, *fact, *options)),
        When::Includes(fact, options) => Words::Line(among(page, text.includes, *fact, *options)),
        When::CompareDate(fact, comparison, day) => {
            let bound = vec![("bound", said(&page.day(*day)))];
            let value = sentence(day_sentence(page, *comparison), bound);
            Words::Line(sentence(text.is, vec![("subject", subject(page, *fact)), ("value", value)]))
        }
        When::Compare(left, comparison, right) => Words::Line(compared(page, left, *comparison, right)),
    }
}

/// One condition needs no heading that says how several go together.
fn grouped(heading: &str, mut parts: Vec<Words>) -> Words {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            Words::Group(heading.to_owned(), parts)
        }
    }
}

/// The number of a term among those that have a part of their own: a term of one comparison stands where it is named.
pub(super) fn term_number(page: &Page<'_>, wanted: TermId) -> Option<usize> {
    let has_part = |when: &When| {
        matches!(when, When::All(_) | When::Any(_) | When::Not(_) | When::AtLeastOf(..) | When::Term(_))
    };
    let parts = page.book.terms.iter().filter(|(_, term)| has_part(&term.when));
    parts.enumerate().find(|(_, (id, _))| *id == wanted).map(|(place, _)| place + 1)
}

/// What a term with a part of its own is called.
pub(super) fn term_name(page: &Page<'_>, number: usize) -> String {
    fill_in(page.text.term, &[("number", &number.to_string())])
}

fn subject(page: &Page<'_>, fact: FactId) -> Vec<Piece> {
    vec![Piece::Fact(fact, page.subject(fact))]
}

fn said(text: &str) -> Vec<Piece> {
    vec![Piece::Text(text.to_owned())]
}

/// Options of a fact as one of its values.
fn among(page: &Page<'_>, template: &str, fact: FactId, options: Options) -> Vec<Piece> {
    let labels = page.book.facts[fact].kind.chosen(options);
    let mut labels: Vec<_> = labels.map(|option| page.say(&option.label).to_string()).collect();
    let last = labels.pop().unwrap_or_default();
    let value = if labels.is_empty() {
        last
    } else {
        format!("{}{}{last}", labels.join(page.text.comma), page.text.or)
    };
    sentence(template, vec![("subject", subject(page, fact)), ("value", said(&value))])
}

fn compared(page: &Page<'_>, left: &Quantity, comparison: Comparison, right: &Quantity) -> Vec<Piece> {
    let text = page.text;
    if let (Quantity::DaysSince(fact), Quantity::Constant(Decimal::ZERO)) = (left, right) {
        // `{"before": ["fact", "as-of"]}` is read as days since then, which is not how people would say it.
        let day = vec![("bound", said(text.as_of))];
        let value = sentence(day_sentence(page, comparison.mirrored()), day);
        return sentence(text.is, vec![("subject", subject(page, *fact)), ("value", value)]);
    }
    let bound = vec![("bound", bound(page, right, left))];
    let value = sentence(number_sentence(page, comparison), bound);
    sentence(text.is, vec![("subject", quantity(page, left)), ("value", value)])
}

/// What a number is compared with: in the unit of that number, if it has none of its own.
fn bound(page: &Page<'_>, quantity_of: &Quantity, other: &Quantity) -> Vec<Piece> {
    match (quantity_of, unit(page, other)) {
        (Quantity::Constant(number), Some(unit)) => said(&page.money(*number, &unit)),
        _ => quantity(page, quantity_of),
    }
}

/// A number or date between two bounds is one sentence, though it is two comparisons.
fn between(page: &Page<'_>, when: &When) -> Option<Vec<Piece>> {
    let When::All(parts) = when else { return None };
    let [low, high] = parts.as_slice() else { return None };
    let (subject, from, to) = match (low, high) {
        (When::Compare(left, Comparison::AtLeast, from), When::Compare(right, Comparison::AtMost, to))
            if left == right =>
        {
            (quantity(page, left), quantity(page, from), bound(page, to, left))
        }
        (
            When::CompareDate(left, Comparison::AtLeast, from),
            When::CompareDate(right, Comparison::AtMost, to),
        ) if left == right => (subject(page, *left), said(&page.day(*from)), said(&page.day(*to))),
        _ => return None,
    };
    let value = sentence(page.text.from_to, vec![("from", from), ("to", to)]);
    Some(sentence(page.text.is, vec![("subject", subject), ("value", value)]))
}

/// A number in words.
pub(super) fn quantity(page: &Page<'_>, number: &Quantity) -> Vec<Piece> {
    let text = page.text;
    let two = |template, left: &Quantity, right: &Quantity| {
        sentence(template, vec![("left", operand(page, left)), ("right", operand(page, right))])
    };
    match number {
        Quantity::Constant(number) => said(&number.to_string()),
        Quantity::Fact(fact) => subject(page, *fact),
        Quantity::MonthsSince(fact) => sentence(text.months_since, vec![("date", subject(page, *fact))]),
        Quantity::DaysSince(fact) => sentence(text.days_since, vec![("date", subject(page, *fact))]),
        Quantity::Difference(left, right) => two(text.difference, left, right),
        Quantity::Ratio(left, right) => two(text.ratio, left, right),
        Quantity::Growth(left, right) => two(text.growth, left, right),
        Quantity::Percent(percent, part) => {
            let values = vec![("percent", said(&percent.to_string())), ("part", operand(page, part))];
            sentence(text.percent, values)
        }
        Quantity::Sum(parts) => {
            let mut sum = Vec::new();
            for part in parts {
                if !sum.is_empty() {
                    sum.extend(said(text.plus));
                }
                sum.extend(operand(page, part));
            }
            sum
        }
    }
}

/// A number inside a sentence about numbers: it must be plain where it begins and ends.
pub(super) fn operand(page: &Page<'_>, number: &Quantity) -> Vec<Piece> {
    let marks = match number {
        Quantity::Constant(_) => return quantity(page, number),
        Quantity::Fact(_) => page.text.quoted,
        _ => page.text.grouped,
    };
    sentence(marks, vec![("text", quantity(page, number))])
}

/// The unit of a number, if all of it has one.
pub(super) fn unit(page: &Page<'_>, number: &Quantity) -> Option<String> {
    match number {
        Quantity::Constant(_) | Quantity::Ratio(..) => None,
        Quantity::Fact(fact) => match &page.book.facts[*fact].kind {
            FactKind::Number(kind) => Some(kind.unit.to_string()),
            _ => None,
        },
        Quantity::MonthsSince(_) => Some(page.text.months.to_owned()),
        Quantity::DaysSince(_) => Some(page.text.days.to_owned()),
        Quantity::Difference(left, _) => unit(page, left),
        Quantity::Sum(parts) => parts.iter().find_map(|part| unit(page, part)),
        Quantity::Percent(_, part) => unit(page, part),
        Quantity::Growth(..) => Some("%".to_owned()),
    }
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

/// A sentence whose `{name}` marks are filled with pieces.
pub(super) fn sentence(template: &str, values: Vec<(&str, Vec<Piece>)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        push(&mut pieces, before);
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            close_up(&mut pieces, value);
            pieces.extend(value.iter().cloned());
        }
        rest = tail;
    }
    push(&mut pieces, rest);
    pieces
}

/// Chinese has a space before a number and none before its own characters.
fn close_up(before: &mut [Piece], after: &[Piece]) {
    if let Some(Piece::Text(text)) = before.last_mut()
        && let Some(without) = text.strip_suffix(' ')
        && without.ends_with(is_chinese)
        && flat(after).starts_with(|first: char| !first.is_ascii())
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

/// The pieces as one text.
pub(super) fn flat(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Fact(_, text) | Piece::Term(_, text) => text.as_str(),
    });
    texts.collect()
}
