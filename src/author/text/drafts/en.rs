//! The texts of drafts in English.

use super::DraftTexts;

pub(in crate::author) const TEXTS: DraftTexts = DraftTexts {
    on: "Draft: on",
    off: "Draft: off",
    switch: "Keep a draft in this browser",
    about: "If the page closes by accident, you can continue here. The rules and the scenarios are stored on this computer, not the texts of the policy. Anyone who uses this browser can read them. The draft is deleted when you download everything, close the file, or turn this off.",
    kept_at: "Draft kept: {}",
    unavailable: "This browser does not allow a draft. Download the files often.",
    full: "The draft was not kept: a browser stores about 5 million characters, and this does not fit. An older draft may remain. Download the files to be safe.",
    found: "Unfinished work",
    found_about: "This browser has a draft that was not downloaded.",
    entry: "{}, changed at {}",
    resume: "Continue",
    delete: "Delete",
    delete_question: "Delete the draft of “{}”? It cannot be restored.",
    open_other: "Open another file",
    open_question: "Some changes are not downloaded. They are lost if you open another file. Open it anyway?",
    dropped_sheet: "“{}” is a spreadsheet. Drop it in the panel of spreadsheets.",
};
