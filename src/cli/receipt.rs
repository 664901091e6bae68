//! A receipt code on the command line: what is wrong with it, and what to do.

use crate::engine::{Receipt, ReceiptError};
use crate::rulebook::RulePack;

use super::Stop;

/// Reads a code that was typed.
pub(super) fn read(book: &RulePack, code: &str) -> Result<Receipt, Stop> {
    let read = Receipt::decode(book, code).map_err(|error| {
        let this = match error {
            ReceiptError::OtherPack | ReceiptError::OtherVersion => {
                format!("\n  = note: this is `{}`, version {}", book.id, book.version)
            }
            _ => String::new(),
        };
        Stop::Unusable(format!("{error}{this}\n  = help: {}", help(error)))
    })?;
    if let Some(theirs) = &read.other_rules {
        let (id, version, ours) = (&book.id, &book.version, book.short_hash());
        complain!(
            "note: the code was made with other rules ({theirs}), and asks the same questions"
        );
        complain!("  = note: what follows is from `{id}`, version {version} ({ours})");
    }
    Ok(read)
}

/// In words of the command line, where it has some of its own.
fn help(error: ReceiptError) -> &'static str {
    match error {
        ReceiptError::UnknownFormat(_) => "use a newer `eligibility`",
        ReceiptError::OtherPack => "name the rule pack that stands on the sheet with `--pack`",
        ReceiptError::OtherVersion => {
            "name the version that stands on the sheet with `--pack`, or ask the questions again"
        }
        ReceiptError::Empty
        | ReceiptError::TooLong
        | ReceiptError::Unreadable(_)
        | ReceiptError::Damaged
        | ReceiptError::Impossible => error.help(),
    }
}
