//! Messages for import errors: the cause, and what to do.

use jiff::civil::Date;

use super::parse::ImportError;
use crate::widget::export::{FileKind, file_name};
use crate::widget::pack::Pack;
use crate::widget::text::fill;

/// Maximum number of questions listed in one message.
const MAX_QUESTIONS: usize = 5;

/// The message for an error. `as_of` occurs in the example of a saved file's name.
pub(super) fn error_text(pack: &Pack, as_of: Date, error: &ImportError) -> String {
    let catalogue = &pack.catalogue;
    let title = pack.text(&pack.book.title);
    let values = [("title", &*title), ("version", &*pack.book.version)];
    match error {
        ImportError::NotACode => fill(catalogue.not_a_code(), &values),
        ImportError::DamagedCode => fill(catalogue.damaged_code(), &values),
        ImportError::CodeOfOtherPack => fill(catalogue.code_of_others(), &values),
        ImportError::CodeOfOtherVersion => fill(catalogue.code_of_version(), &values),
        ImportError::NotASavedFile => fill(
            catalogue.not_our_file(),
            &[("name", &file_name(FileKind::Answers, &pack.book, as_of))],
        ),
        ImportError::FileOfOtherPack(theirs) => {
            fill(catalogue.file_of_others(), &[("theirs", theirs), ("title", &title)])
        }
        ImportError::UnknownAnswers(ids) => {
            let named = question_names(pack, ids);
            fill(
                catalogue.unknown_answers(),
                &[("answers", &named), ("version", &pack.book.version)],
            )
        }
        ImportError::NotAReceipt => catalogue.other_symbol().to_string(),
        ImportError::NoSymbol => catalogue.no_symbol().to_string(),
        ImportError::NotAPicture => catalogue.no_picture().to_string(),
        ImportError::TooLarge => catalogue.too_large_file().to_string(),
        ImportError::Pdf => catalogue.pdf().to_string(),
    }
}

/// The texts of questions; an id that the pack does not have is shown as it is.
pub(super) fn question_names(pack: &Pack, ids: &[String]) -> String {
    let name = |id: &String| match pack.book.find_fact(id) {
        Some(fact) => pack.text(&pack.book.facts[fact].question).to_string(),
        None => id.clone(),
    };
    let named: Vec<String> = ids.iter().take(MAX_QUESTIONS).map(name).collect();
    let more = if ids.len() > MAX_QUESTIONS { "…" } else { "" };
    named.join(pack.catalogue.semicolon()) + more
}
