//! Import errors as sentences that say what to do.

use jiff::civil::Date;

use super::parse::ImportError;
use crate::widget::export::{FileKind, file_name};
use crate::widget::pack::Pack;
use crate::widget::text::fill;

/// Most questions named in one message.
const MOST_NAMED: usize = 5;

/// The sentence for an error. The day is the one in the name of a saved file.
pub(super) fn error_text(pack: &Pack, as_of: Date, error: &ImportError) -> String {
    let catalogue = &pack.catalogue;
    let title = pack.text(&pack.book.title);
    let values = [("title", &*title), ("version", &*pack.book.version)];
    match error {
        ImportError::NotACode => fill(catalogue.not_a_code(), &values),
        ImportError::DamagedCode => fill(catalogue.damaged_code(), &values),
        ImportError::CodeOfOtherPack => fill(catalogue.code_of_others(), &values),
        ImportError::CodeOfOtherVersion => fill(catalogue.code_of_version(), &values),
        ImportError::NotOurFile => fill(
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
        ImportError::OtherSymbol => catalogue.other_symbol().to_string(),
        ImportError::NoSymbol => catalogue.no_symbol().to_string(),
        ImportError::NotAPicture => catalogue.no_picture().to_string(),
        ImportError::TooLarge => catalogue.too_large_file().to_string(),
        ImportError::Pdf => catalogue.pdf().to_string(),
    }
}

/// Questions by their text, or by their id where the rules have no such question.
pub(super) fn question_names(pack: &Pack, ids: &[String]) -> String {
    let name = |id: &String| match pack.book.find_fact(id) {
        Some(fact) => pack.text(&pack.book.facts[fact].question).to_string(),
        None => id.clone(),
    };
    let named: Vec<String> = ids.iter().take(MOST_NAMED).map(name).collect();
    let more = if ids.len() > MOST_NAMED { "…" } else { "" };
    named.join(pack.catalogue.semicolon()) + more
}
