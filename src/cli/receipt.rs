//! A receipt code on the command line: what is wrong with it, and what to do.

use crate::engine::{Receipt, ReceiptError};
use crate::rulebook::RuleBook;

use super::Stop;

/// Reads a code that was typed.
pub(super) fn read(book: &RuleBook, code: &str) -> Result<Receipt, Stop> {
    Receipt::read(book, code).map_err(|error| {
        let this = match error {
            ReceiptError::OtherPack | ReceiptError::OtherVersion => {
                format!("\n  = note: this is `{}`, version {}", book.id, book.version)
            }
            _ => String::new(),
        };
        Stop::Unusable(format!("{error}{this}\n  = help: {}", help(error)))
    })
}

fn help(error: ReceiptError) -> &'static str {
    match error {
        ReceiptError::Empty => "type the code that stands on the sheet",
        ReceiptError::TooLong => "type the code only, without the text around it",
        ReceiptError::Unreadable(_) => {
            "codes have digits and the letters A to Z without U; I and L are read as 1, O as 0"
        }
        ReceiptError::Damaged => "compare the code with the sheet, five characters at a time",
        ReceiptError::UnknownFormat(_) => "use a newer `eligibility`",
        ReceiptError::OtherPack => "name the rule pack that stands on the sheet with `--pack`",
        ReceiptError::OtherVersion => {
            "name the version that stands on the sheet with `--pack`, or ask the questions again"
        }
        ReceiptError::Impossible => "ask the questions again; no widget writes such a code",
    }
}
