//! The texts of drafts, and of opening another file.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::TEXTS as EN;
pub(super) use zh_hans::TEXTS as ZH_HANS;
pub(super) use zh_hant::TEXTS as ZH_HANT;

/// The texts in one language. `{}` is replaced by a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::author) struct DraftTexts {
    /// The button that shows the switch while drafts are on
    pub(in crate::author) on: &'static str,
    /// The same while they are off
    pub(in crate::author) off: &'static str,
    /// The label of the switch
    pub(in crate::author) switch: &'static str,
    /// What drafts are
    pub(in crate::author) about: &'static str,
    /// The time of the last draft
    pub(in crate::author) kept_at: &'static str,
    /// The browser forbids storage
    pub(in crate::author) unavailable: &'static str,
    /// The draft does not fit
    pub(in crate::author) full: &'static str,
    /// The heading of found drafts
    pub(in crate::author) found: &'static str,
    /// What to do with them
    pub(in crate::author) found_about: &'static str,
    /// A draft: its name and time
    pub(in crate::author) entry: &'static str,
    /// The button that continues a draft
    pub(in crate::author) resume: &'static str,
    /// The button that deletes it
    pub(in crate::author) delete: &'static str,
    /// The question before it is deleted
    pub(in crate::author) delete_question: &'static str,
    /// The button that opens another file
    pub(in crate::author) open_other: &'static str,
    /// The question before another file is opened
    pub(in crate::author) open_question: &'static str,
    /// A spreadsheet was dropped on the page
    pub(in crate::author) dropped_sheet: &'static str,
}
