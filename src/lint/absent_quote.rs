//! `absent-quote`: a quote that does not stand in the text of its document, or not in the clause that is named.

use crate::rulebook::{Id, Provision};

use super::source::{Source, find, folded, longest_beginning};
use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "absent-quote", about: "a quote that does not stand in the given text (--source)", check };

/// How many characters of a text are shown where it goes on otherwise.
const SHOWN: usize = 24;

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in pack.sources {
        let text = folded(&source.text);
        for (id, provision) in pack.book.provisions.iter() {
            let Some(quote) =
                provision.quote.as_ref().filter(|_| provision.document.place() == source.document.place())
            else {
                continue;
            };
            let at = format!("/provisions/{}", id.place());
            let wanted = folded(quote);
            findings.extend(match find(&text, &wanted) {
                None => Some(absent(format!("{at}/quote"), provision, source, &text, &wanted)),
                Some(_) => elsewhere(format!("{at}/clause"), provision, source, &text, &wanted),
            });
        }
    }
    findings
}

fn absent(
    pointer: String,
    provision: &Provision,
    source: &Source,
    text: &[(usize, char)],
    wanted: &[(usize, char)],
) -> Finding {
    let message = format!("the quote of `{}` does not stand in {}", provision.id, source.path);
    let finding = Finding::new(LINT.name, pointer, message);
    let Some((length, place)) =
        longest_beginning(text, wanted).filter(|(length, _)| *length * 2 >= wanted.len())
    else {
        return finding.label("not found").help("copy the words from the text");
    };
    let show = |chars: &[(usize, char)], from: usize| -> String {
        chars.iter().skip(from).take(SHOWN).map(|(_, char)| *char).collect()
    };
    let label = format!("goes on “{}”", show(wanted, length));
    let help = format!(
        "the text goes on “{}” after the first {length} characters (white space apart)",
        show(text, place + length)
    );
    finding.label(label).help(help)
}

/// A quote that stands in the text, but only in other clauses than the one named. Nothing where the text does not number
/// its clauses in that way.
fn elsewhere(
    pointer: String,
    provision: &Provision,
    source: &Source,
    text: &[(usize, char)],
    wanted: &[(usize, char)],
) -> Option<Finding> {
    let clauses = clauses(&source.text);
    let named = folded(&provision.clause).iter().map(|(_, char)| *char).collect::<String>();
    if !clauses.iter().any(|(_, number)| *number == named) {
        return None;
    }
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(place) = find(text.get(from..).unwrap_or_default(), wanted) {
        let byte = text.get(from + place).map_or(0, |(byte, _)| *byte);
        let clause = clauses.iter().take_while(|(start, _)| *start <= byte).last();
        numbers.push(clause.map_or("no clause", |(_, number)| number.as_str()));
        from += place + 1;
    }
    if numbers.contains(&named.as_str()) {
        return None;
    }
    let message =
        format!("the quote of `{}` stands in {} of {}", provision.id, numbers.join(" and "), source.path);
    let label = format!("not in {named}");
    Some(Finding::new(LINT.name, pointer, message).label(label).help("correct the clause, or the quote"))
}

/// The numbered clauses of a text: where each begins, and its number, such as `(八)`. They begin a line.
fn clauses(text: &str) -> Vec<(usize, String)> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let folded = folded(line);
        let number: String = folded.iter().map(|(_, char)| *char).take_while(|char| *char != ')').collect();
        let digits = number.strip_prefix('(').unwrap_or_default();
        if !digits.is_empty() && digits.chars().all(|char| "一二三四五六七八九十百0123456789".contains(char))
        {
            clauses.push((start, format!("{number})")));
        }
        start += line.len();
    }
    clauses
}
