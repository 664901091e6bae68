//! Receipt codes on the command line: decoding, and the remedy for each error.

use crate::engine::{Receipt, ReceiptError, check_relations};
use crate::rulebook::RulePack;

use super::CliError;

/// Decodes a receipt code. Prints a note if it was made with another version of the rules, and one
/// for each contradiction between the answers.
pub(super) fn decode(pack: &RulePack, code: &str) -> Result<Receipt, CliError> {
    let receipt = Receipt::decode(pack, code).map_err(|error| {
        let invalid = CliError::invalid(error.to_string()).help(help(error));
        match error {
            ReceiptError::OtherPack | ReceiptError::OtherVersion => {
                invalid.note(format!("this pack is `{}`, version {}", pack.id, pack.version))
            }
            _ => invalid,
        }
    })?;
    if let Some(hash) = &receipt.other_rules {
        let (id, version) = (&pack.id, &pack.version);
        errln!("note: the code was made with other rules ({hash}) that ask the same questions");
        errln!("  = note: this result uses `{id}`, version {version} ({})", pack.short_hash());
    }
    // Not an error: the applicant has confirmed the answers on the page.
    for error in check_relations(pack, &receipt.answers, receipt.as_of) {
        errln!("note: the answers contradict each other: `{}`: {}", error.field, error.message);
    }
    Ok(receipt)
}

/// The remedy. The command line has its own text where an option or the program is concerned.
fn help(error: ReceiptError) -> &'static str {
    match error {
        ReceiptError::UnknownFormat(_) => "use a newer version of `eligibility`",
        ReceiptError::OtherPack => "pass the pack named on the checklist with `--pack`",
        ReceiptError::OtherVersion => {
            "pass the version named on the checklist with `--pack`, or answer the questions again"
        }
        ReceiptError::Empty
        | ReceiptError::TooLong
        | ReceiptError::InvalidCharacter(_)
        | ReceiptError::DamagedLine(_)
        | ReceiptError::Damaged
        | ReceiptError::OldFormat(_)
        | ReceiptError::InvalidContent => error.help(),
    }
}
