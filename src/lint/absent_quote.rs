//! `absent-quote`: a quote that does not stand in the text of its document, or not in the clause that is named; a clause
//! that the text does not have; and a quote so short that it stands anywhere.

use crate::rulebook::{Id, Provision};

use super::source::{
    Number, Source, clauses, find, folded, longest_beginning, longest_end, original,
};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "absent-quote",
    about: "a quote or clause that does not stand in the given text (--source)",
    check,
};

/// Fewest characters of a quote that are looked for.
const SHORT: usize = 4;

/// So many clauses show that a text numbers its clauses.
const NUMBERED: usize = 3;

/// How many characters of a text are shown around the place where a quote differs.
const SHOWN: usize = 8;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in context.sources {
        let text = folded(&source.text);
        let clauses = clauses(&source.text);
        for (id, provision) in context.pack.provisions.iter() {
            if provision.document.index() != source.document.index() {
                continue;
            }
            let at = format!("/provisions/{}", id.index());
            let absent_clause = absent_clause(format!("{at}/clause"), provision, source, &clauses);
            let has_clause = absent_clause.is_none();
            findings.extend(absent_clause);
            let Some(quote) = &provision.quote else { continue };
            let wanted = folded(quote);
            findings.extend(match find(&text, &wanted) {
                _ if wanted.len() < SHORT => Some(short(format!("{at}/quote"), provision)),
                None => Some(absent(format!("{at}/quote"), provision, source, &text, quote)),
                Some(_) if has_clause => {
                    elsewhere(format!("{at}/clause"), provision, source, &text, &wanted, &clauses)
                }
                Some(_) => None,
            });
        }
    }
    findings
}

/// A clause with a number that a text which numbers its clauses does not have.
fn absent_clause(
    pointer: String,
    provision: &Provision,
    source: &Source,
    clauses: &[(usize, Number)],
) -> Option<Finding> {
    let named = Number::at_start(&provision.clause)?;
    if clauses.len() < NUMBERED || clauses.iter().any(|(_, number)| *number == named) {
        return None;
    }
    let message =
        format!("{} has no clause {}, which `{}` names", source.path, named.0, provision.id);
    let finding = Finding::new(LINT.name, pointer, message).label("no such clause");
    Some(finding.help("write the number as the text prints it"))
}

fn short(pointer: String, provision: &Provision) -> Finding {
    let message = format!("the quote of `{}` is too short to be found for certain", provision.id);
    let finding =
        Finding::new(LINT.name, pointer, message).label(format!("fewer than {SHORT} characters"));
    finding.help("quote a few words more, up to 60 characters")
}

fn absent(
    pointer: String,
    provision: &Provision,
    source: &Source,
    text: &[(usize, char)],
    quote: &str,
) -> Finding {
    let message = format!("the quote of `{}` does not stand in {}", provision.id, source.path);
    let finding = Finding::new(LINT.name, pointer, message);
    let wanted = folded(quote);
    let Some((own, there)) = differing(text, &wanted) else {
        return finding.label("not found").help("copy the words from the text");
    };
    let written = |from: usize, to: usize| original(&source.text, text, from, to);
    let around = format!(
        "“{}[{}]{}”",
        written(there.0.saturating_sub(SHOWN), there.0),
        written(there.0, there.1),
        written(there.1, (there.1 + SHOWN).min(text.len()))
    );
    let own = original(quote, &wanted, own.0, own.1);
    let label = match own.as_str() {
        "" => "something is left out".to_owned(),
        own => format!("not in the text: “{own}”"),
    };
    let help = match written(there.0, there.1).as_str() {
        "" => format!("the text has nothing there: {around}"),
        other => format!("the text has “{other}” there: {around}"),
    };
    finding.label(label).help(help)
}

/// From where to where something stands.
type Span = (usize, usize);

/// Where a text and a quote that nearly stands in it differ, in the quote and in the text: between the longest beginning and
/// the longest end that do stand there.
fn differing(text: &[(usize, char)], wanted: &[(usize, char)]) -> Option<(Span, Span)> {
    let (begins, place) = longest_beginning(text, wanted).unwrap_or_default();
    let (ends, end) = longest_end(text, wanted).unwrap_or_default();
    let is_one_place =
        place + begins <= end.saturating_sub(ends) && end - place <= wanted.len() * 2;
    if begins + ends <= wanted.len() && is_one_place && (begins + ends) * 2 >= wanted.len() {
        return Some(((begins, wanted.len() - ends), (place + begins, end - ends)));
    }
    if begins >= ends && begins * 2 >= wanted.len() {
        let from = place + begins;
        return Some((
            (begins, wanted.len()),
            (from, (from + wanted.len() - begins).min(text.len())),
        ));
    }
    if ends * 2 >= wanted.len() {
        let to = end - ends;
        return Some(((0, wanted.len() - ends), (to.saturating_sub(wanted.len() - ends), to)));
    }
    None
}

/// A quote that stands in the text, but only in other clauses than the one named. Nothing where the text does not number
/// its clauses in that way.
fn elsewhere(
    pointer: String,
    provision: &Provision,
    source: &Source,
    text: &[(usize, char)],
    wanted: &[(usize, char)],
    clauses: &[(usize, Number)],
) -> Option<Finding> {
    let named = Number::at_start(&provision.clause)?;
    let alike = || clauses.iter().filter(|(_, number)| number.is_like(&named));
    if !alike().any(|(_, number)| *number == named) {
        return None;
    }
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(place) = find(text.get(from..).unwrap_or_default(), wanted) {
        let byte = text.get(from + place).map_or(0, |(byte, _)| *byte);
        let clause = alike().take_while(|(start, _)| *start <= byte).last();
        numbers.push(clause.map_or("no clause", |(_, number)| number.0.as_str()));
        from += place + 1;
    }
    if numbers.contains(&named.0.as_str()) {
        return None;
    }
    let message = format!(
        "the quote of `{}` stands in {} of {}",
        provision.id,
        numbers.join(" and "),
        source.path
    );
    let label = format!("not in {}", named.0);
    Some(
        Finding::new(LINT.name, pointer, message)
            .label(label)
            .help("correct the clause, or the quote"),
    )
}
