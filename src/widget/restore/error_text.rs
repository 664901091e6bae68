//! Messages for import errors: the cause, and what to do.

use jiff::civil::Date;

use yew::AttrValue;

use super::import::{ImportSource, RejectedImport};
use super::import_error::ImportError;
use crate::widget::export::{FileKind, file_name};
use crate::widget::pack::Pack;
use crate::widget::text::{Catalogue, fill};

/// Maximum number of questions listed in one message.
const MAX_QUESTIONS: usize = 5;

/// The source of a rejected import, and its message.
pub(in crate::widget) fn rejected_text(
    pack: &Pack,
    as_of: Date,
    rejected: &RejectedImport,
) -> (ImportSource, AttrValue) {
    (rejected.import.source, error_text(pack, as_of, &rejected.error).into())
}

/// The message for an error that no rules are needed for. `None` for the others.
pub(in crate::widget) fn general_error_text(
    catalogue: &Catalogue,
    error: &ImportError,
) -> Option<String> {
    Some(match error {
        ImportError::NotACode => catalogue.not_a_code().to_string(),
        ImportError::DamagedCode => catalogue.damaged_code().to_string(),
        ImportError::DamagedLine(line) => {
            fill(catalogue.damaged_line(), &[("line", &line.to_string())])
        }
        ImportError::OldCode => catalogue.old_code().to_string(),
        ImportError::NotAReceipt => catalogue.other_qr_code().to_string(),
        ImportError::NoSymbol => catalogue.no_qr_code().to_string(),
        ImportError::NotAPicture => catalogue.unreadable_picture().to_string(),
        ImportError::NoReader => catalogue.qr_reader_not_loaded().to_string(),
        ImportError::TooLarge => catalogue.file_too_large().to_string(),
        ImportError::Pdf => catalogue.pdf_not_supported().to_string(),
        _ => return None,
    })
}

/// The message for an error. `as_of` occurs in the example of a saved file's name.
pub(super) fn error_text(pack: &Pack, as_of: Date, error: &ImportError) -> String {
    let catalogue = &pack.catalogue;
    let title = pack.text(&pack.rules.title);
    let values = [("title", &*title), ("version", &*pack.rules.version)];
    if let Some(text) = general_error_text(catalogue, error) {
        return text;
    }
    match error {
        ImportError::CodeOfOtherPack => fill(catalogue.code_of_other_pack(), &values),
        ImportError::CodeOfOtherVersion => fill(catalogue.code_of_other_version(), &values),
        ImportError::NotASavedFile => fill(
            catalogue.not_a_saved_file(),
            &[("name", &file_name(FileKind::Answers, &pack.rules, as_of))],
        ),
        ImportError::FileOfOtherPack(theirs) => {
            fill(catalogue.file_of_other_pack(), &[("theirs", theirs), ("title", &title)])
        }
        ImportError::UnknownAnswers(ids) => {
            let named = question_names(pack, ids);
            fill(
                catalogue.unknown_answers(),
                &[("answers", &named), ("version", &pack.rules.version)],
            )
        }
        ImportError::AnsweredTwice(ids) => {
            fill(catalogue.answered_twice(), &[("answers", &question_names(pack, ids))])
        }
        // The general errors.
        _ => String::new(),
    }
}

/// The texts of questions; an id that the pack does not have is shown as it is.
pub(super) fn question_names(pack: &Pack, ids: &[String]) -> String {
    let name = |id: &String| match pack.rules.find_fact(id) {
        Some(fact) => pack.text(&pack.rules.facts[fact].question).to_string(),
        None => id.clone(),
    };
    let named: Vec<String> = ids.iter().take(MAX_QUESTIONS).map(name).collect();
    let more = if ids.len() > MAX_QUESTIONS { "…" } else { "" };
    named.join(pack.catalogue.semicolon()) + more
}
