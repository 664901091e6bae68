//! `absent-quote`: a quote that is not in the text of its document, or not in the cited clause; a
//! clause that the text does not have; and a quote too short to verify.

use crate::rulebook::{Id, Provision};

use super::source::{
    ClauseNumber, Source, clauses, find, longest_prefix, longest_suffix, normalize, original_text,
};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "absent-quote",
    description: "a quote or clause that is not in the text (--source)",
    check,
};

/// The smallest number of characters of a quote that can be verified.
const MIN_LENGTH: usize = 4;

/// The number of numbered clauses from which a text is considered to number its clauses.
const MIN_CLAUSES: usize = 3;

/// The number of characters shown on each side of a difference.
const CONTEXT_LENGTH: usize = 8;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in context.sources {
        let text = normalize(&source.text);
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
            let needle = normalize(quote);
            findings.extend(match find(&text, &needle) {
                _ if needle.len() < MIN_LENGTH => Some(too_short(format!("{at}/quote"), provision)),
                None => Some(absent(format!("{at}/quote"), provision, source, &text, quote)),
                Some(_) if has_clause => in_other_clause(
                    format!("{at}/clause"),
                    provision,
                    source,
                    &text,
                    &needle,
                    &clauses,
                ),
                Some(_) => None,
            });
        }
    }
    findings
}

/// A clause number that the text does not have, if the text numbers its clauses.
fn absent_clause(
    pointer: String,
    provision: &Provision,
    source: &Source,
    clauses: &[(usize, ClauseNumber)],
) -> Option<Finding> {
    let cited = ClauseNumber::at_start(&provision.clause)?;
    if clauses.len() < MIN_CLAUSES || clauses.iter().any(|(_, number)| *number == cited) {
        return None;
    }
    let message =
        format!("`{}` cites clause {}, which {} does not have", provision.id, cited.0, source.path);
    let finding = Finding::new(LINT.name, pointer, message).label("no such clause");
    Some(finding.help("write the clause number as printed in the text"))
}

fn too_short(pointer: String, provision: &Provision) -> Finding {
    let message = format!("the quote of `{}` is too short to verify", provision.id);
    let finding = Finding::new(LINT.name, pointer, message)
        .label(format!("fewer than {MIN_LENGTH} characters"));
    finding.help("quote a few more words, up to 60 characters")
}

fn absent(
    pointer: String,
    provision: &Provision,
    source: &Source,
    text: &[(usize, char)],
    quote: &str,
) -> Finding {
    let message = format!("the quote of `{}` is not in {}", provision.id, source.path);
    let finding = Finding::new(LINT.name, pointer, message);
    let needle = normalize(quote);
    let Some((quote_span, text_span)) = difference(text, &needle) else {
        return finding.label("not found").help("copy the words from the text");
    };
    let in_text = |from: usize, to: usize| original_text(&source.text, text, from, to);
    let context = format!(
        "“{}[{}]{}”",
        in_text(text_span.0.saturating_sub(CONTEXT_LENGTH), text_span.0),
        in_text(text_span.0, text_span.1),
        in_text(text_span.1, (text_span.1 + CONTEXT_LENGTH).min(text.len()))
    );
    let differing = original_text(quote, &needle, quote_span.0, quote_span.1);
    let label = match differing.as_str() {
        "" => "words are missing".to_owned(),
        words => format!("not in the text: “{words}”"),
    };
    let help = match in_text(text_span.0, text_span.1).as_str() {
        "" => format!("the text has nothing here: {context}"),
        words => format!("the text has “{words}” here: {context}"),
    };
    finding.label(label).help(help)
}

/// Start and end index.
type Span = (usize, usize);

/// The spans that differ between a quote and the text, in the quote and in the text.
///
/// They lie between the longest prefix and the longest suffix of the quote that the text contains.
/// Returns `None` if these cover less than half of the quote.
fn difference(text: &[(usize, char)], needle: &[(usize, char)]) -> Option<(Span, Span)> {
    let (prefix, start) = longest_prefix(text, needle).unwrap_or_default();
    let (suffix, end) = longest_suffix(text, needle).unwrap_or_default();
    let is_one_match =
        start + prefix <= end.saturating_sub(suffix) && end - start <= needle.len() * 2;
    if prefix + suffix <= needle.len() && is_one_match && (prefix + suffix) * 2 >= needle.len() {
        return Some(((prefix, needle.len() - suffix), (start + prefix, end - suffix)));
    }
    if prefix >= suffix && prefix * 2 >= needle.len() {
        let from = start + prefix;
        return Some((
            (prefix, needle.len()),
            (from, (from + needle.len() - prefix).min(text.len())),
        ));
    }
    if suffix * 2 >= needle.len() {
        let to = end - suffix;
        return Some(((0, needle.len() - suffix), (to.saturating_sub(needle.len() - suffix), to)));
    }
    None
}

/// A quote that the text contains, but only in other clauses than the cited one.
///
/// Returns `None` if the text does not number its clauses in the style of the cited clause.
fn in_other_clause(
    pointer: String,
    provision: &Provision,
    source: &Source,
    text: &[(usize, char)],
    needle: &[(usize, char)],
    clauses: &[(usize, ClauseNumber)],
) -> Option<Finding> {
    let cited = ClauseNumber::at_start(&provision.clause)?;
    let same_style = || clauses.iter().filter(|(_, number)| number.has_same_style(&cited));
    if !same_style().any(|(_, number)| *number == cited) {
        return None;
    }
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(index) = find(text.get(from..).unwrap_or_default(), needle) {
        let byte = text.get(from + index).map_or(0, |(byte, _)| *byte);
        let clause = same_style().take_while(|(start, _)| *start <= byte).last();
        numbers.push(clause.map_or("no clause", |(_, number)| number.0.as_str()));
        from += index + 1;
    }
    if numbers.contains(&cited.0.as_str()) {
        return None;
    }
    let message = format!(
        "the quote of `{}` is in {} of {}",
        provision.id,
        numbers.join(" and "),
        source.path
    );
    let label = format!("not in {}", cited.0);
    Some(
        Finding::new(LINT.name, pointer, message)
            .label(label)
            .help("correct the clause or the quote"),
    )
}
