//! What a person keeps: a file of answers, and the way back from it or from a receipt code.
//!
//! # Why
//!
//! Nothing is stored by the widget, so that a shared computer at a service window forgets. Whoever wants to go on another day takes
//! a file along, which the native command reads as it is, or a code on paper. Whatever comes back was made elsewhere: it is
//! read as strictly as any case, and all that is wrong is said with what to do about it, in the words of the interface.

use crate::engine::{BadCase, Case, Origin, Receipt, ReceiptError, SaidError, kept_json};
use crate::rulebook::{RuleBook, date_text};

use super::catalogue::fill;
use super::handed::{Came, Handed};
use super::restored::Differs;
use super::state::State;
use super::view::View;

/// The longest file read; one with everything answered has about ten thousand bytes.
const MOST: usize = 100_000;

/// Most answers named in one message.
const MOST_NAMED: usize = 5;

/// Most characters of a name that somebody else wrote.
const LONGEST_NAME: usize = 40;

/// What stands in the file of answers.
pub(super) fn kept_file(view: &View) -> String {
    kept_json(&view.book, view.as_of.asked, &view.state.answers, &view.assessment).to_text()
}

fn file_name(view: &View) -> String {
    format!("{}-answers-{}.json", view.book.id, date_text(view.as_of.asked))
}

/// `+` and the state to go on from with what must be told of it below, or `-` where [`refusal`] says why.
pub(super) fn restore(view: &View, handed: &str) -> String {
    match read(view, &Handed::read(handed)) {
        Ok((state, differs)) => format!("+{}\n{}", state.kept(), differs.written()),
        Err(_) => "-".to_owned(),
    }
}

/// Why what was handed over cannot be used, and what to do.
pub(super) fn refusal(view: &View, handed: &Handed<'_>) -> Option<String> {
    read(view, handed).err()
}

fn read(view: &View, handed: &Handed<'_>) -> Result<(State, Differs), String> {
    let catalogue = &view.catalogue;
    let say = |text: &yew::AttrValue| Err(text.to_string());
    // Some editors put a mark before the text.
    let text = handed.content.trim_start_matches('\u{feff}').trim();
    let is_file = text.starts_with('{') || text.len() > MOST;
    match handed.came {
        Came::Code | Came::File if is_file => from_file(view, text),
        Came::Code => from_code(view, text).map_err(|error| bad_code(view, error)),
        // The code may have been kept in a file of one's own.
        Came::File => from_code(view, text).map_err(|error| match error {
            ReceiptError::Empty | ReceiptError::TooLong | ReceiptError::Unreadable(_) => not_ours(view),
            error => bad_code(view, error),
        }),
        Came::Symbol => from_code(view, text).map_err(|error| match error {
            ReceiptError::OtherPack | ReceiptError::OtherVersion | ReceiptError::UnknownFormat(_) => {
                bad_code(view, error)
            }
            // A scanner makes no slips: it is something else.
            _ => catalogue.other_symbol().to_string(),
        }),
        Came::NoSymbol => say(catalogue.no_symbol()),
        Came::NoPicture => say(catalogue.no_picture()),
        Came::TooLarge => say(catalogue.too_large_file()),
        Came::Pdf => say(catalogue.pdf()),
    }
}

fn from_code(view: &View, code: &str) -> Result<(State, Differs), ReceiptError> {
    let Receipt { as_of, answers, other_rules } = Receipt::read(&view.book, code)?;
    let origin = Origin { rules: other_rules, ..Origin::default() };
    let state = State::new(view.book.clone(), as_of).with_answers(answers);
    let differs = Differs::of(&state, &origin, &[]);
    Ok((state, differs))
}

fn from_file(view: &View, text: &str) -> Result<(State, Differs), String> {
    if text.len() > MOST {
        return Err(not_ours(view));
    }
    let (case, errors) = Case::read_fitting(&view.book, text).map_err(|bad| match bad {
        BadCase::NotACase(_) | BadCase::Key(..) => not_ours(view),
        BadCase::OtherPack(theirs) => {
            let (title, theirs) = (view.text(&view.book.title), name(&theirs));
            fill(view.catalogue.file_of_others(), &[("theirs", &theirs), ("title", &title)])
        }
        BadCase::Answers(errors) => unknown_answers(view, &errors),
    })?;
    if case.answers.count() == 0 && !errors.is_empty() {
        return Err(unknown_answers(view, &errors));
    }
    let as_of = case.as_of.unwrap_or(view.as_of.asked);
    let state = State::new(view.book.clone(), as_of).with_answers(case.answers);
    let left_out: Vec<String> = errors.iter().map(|error| name(&error.field)).collect();
    let differs = Differs::of(&state, &case.origin, &left_out);
    Ok((state, differs))
}

fn not_ours(view: &View) -> String {
    fill(view.catalogue.not_our_file(), &[("name", &file_name(view))])
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

fn unknown_answers(view: &View, errors: &[SaidError]) -> String {
    let ids = errors.iter().map(|error| name(&error.field)).collect::<Vec<_>>();
    let named = questions_text(view, &ids);
    fill(view.catalogue.unknown_answers(), &[("answers", &named), ("version", &view.book.version)])
}

/// Names answers that these rules cannot use, by their questions where there are such.
pub(super) fn questions_text<Name: AsRef<str>>(view: &View, ids: &[Name]) -> String {
    let named = ids.iter().take(MOST_NAMED).map(|id| said_of(view, &view.book, id.as_ref()));
    let mut named = named.collect::<Vec<_>>().join(view.catalogue.semicolon());
    if ids.len() > MOST_NAMED {
        named.push('…');
    }
    named
}

fn said_of(view: &View, book: &RuleBook, field: &str) -> String {
    match book.find_fact(field) {
        Some(fact) => view.text(&book.facts[fact].question).to_string(),
        None => name(field),
    }
}

/// A name out of somebody else's file: as much of it as a name may be.
pub(super) fn name(text: &str) -> String {
    let is_name = |char: &char| char.is_alphanumeric() || ['-', '_', '.'].contains(char);
    text.chars().filter(is_name).take(LONGEST_NAME).collect()
}
