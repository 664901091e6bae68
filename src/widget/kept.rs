//! What a person keeps: a file of answers, and the way back from it or from a receipt code.
//!
//! # Why
//!
//! Nothing is stored by the widget, so that a shared computer at a service window forgets. Whoever wants to go on another day takes
//! a file along, which the native command reads as it is, or a code on paper. Whatever comes back was made elsewhere: it is
//! read as strictly as any case, and all that is wrong is said with what to do about it, in the words of the interface.

use crate::engine::{BadCase, Case, Receipt, ReceiptError, SaidError, kept_json};
use crate::rulebook::{RuleBook, date_text};

use super::catalogue::fill;
use super::state::State;
use super::view::View;

/// The longest file read; one with everything answered has about two thousand bytes.
const MOST: usize = 100_000;

/// Most answers named in one message.
const MOST_NAMED: usize = 5;

/// Most characters of a name that somebody else wrote.
const LONGEST_NAME: usize = 40;

/// What stands in the file of answers.
pub(super) fn kept_file(view: &View) -> String {
    kept_json(&view.book, view.as_of.asked, &view.state.answers).to_text()
}

fn file_name(view: &View) -> String {
    format!("{}-answers-{}.json", view.book.id, date_text(view.as_of.asked))
}

/// `+` and the state to go on from, or `-` and what to do.
pub(super) fn restore(view: &View, text: &str) -> String {
    // Some editors put a mark before the text.
    let text = text.trim_start_matches('\u{feff}').trim();
    let restored = if text.starts_with('{') || text.len() > MOST {
        from_file(view, text)
    } else {
        from_code(view, text)
    };
    match restored {
        Ok(state) => format!("+{}", state.kept()),
        Err(message) => format!("-{message}"),
    }
}

fn from_code(view: &View, code: &str) -> Result<State, String> {
    let Receipt { as_of, answers } =
        Receipt::read(&view.book, code).map_err(|error| bad_code(view, error))?;
    Ok(State::new(view.book.clone(), as_of).with_answers(answers))
}

fn from_file(view: &View, text: &str) -> Result<State, String> {
    let not_ours = || fill(view.catalogue.not_our_file(), &[("name", &file_name(view))]);
    if text.len() > MOST {
        return Err(not_ours());
    }
    let case = Case::read(&view.book, text).map_err(|bad| match bad {
        BadCase::NotACase(_) | BadCase::Key(..) => not_ours(),
        BadCase::OtherPack(theirs) => {
            let (title, theirs) = (view.text(&view.book.title), name(&theirs));
            fill(view.catalogue.file_of_others(), &[("theirs", &theirs), ("title", &title)])
        }
        BadCase::Answers(errors) => unknown_answers(view, &errors),
    })?;
    let as_of = case.as_of.unwrap_or(view.as_of.asked);
    Ok(State::new(view.book.clone(), as_of).with_answers(case.answers))
}

fn bad_code(view: &View, error: ReceiptError) -> String {
    let catalogue = &view.catalogue;
    let (title, version) = (view.text(&view.book.title), &view.book.version);
    let text = match error {
        ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::Unreadable(_) => catalogue.not_a_code(),
        ReceiptError::Damaged | ReceiptError::Impossible => catalogue.damaged_code(),
        ReceiptError::OtherPack => catalogue.code_of_others(),
        ReceiptError::OtherVersion | ReceiptError::UnknownFormat(_) => catalogue.code_of_version(),
    };
    fill(text, &[("title", &title), ("version", version)])
}

/// Names the answers that these rules do not know, by their questions where there are such.
fn unknown_answers(view: &View, errors: &[SaidError]) -> String {
    let named = errors.iter().take(MOST_NAMED).map(|error| said_of(view, &view.book, &error.field));
    let mut named = named.collect::<Vec<_>>().join(view.catalogue.semicolon());
    if errors.len() > MOST_NAMED {
        named.push('…');
    }
    fill(view.catalogue.unknown_answers(), &[("answers", &named), ("version", &view.book.version)])
}

fn said_of(view: &View, book: &RuleBook, field: &str) -> String {
    match book.find_fact(field) {
        Some(fact) => view.text(&book.facts[fact].question).to_string(),
        None => name(field),
    }
}

/// A name out of somebody else's file: as much of it as a name may be.
fn name(text: &str) -> String {
    let is_name = |char: &char| char.is_alphanumeric() || ['-', '_', '.'].contains(char);
    text.chars().filter(is_name).take(LONGEST_NAME).collect()
}
