//! The texts of the pack's documents, next to which its quotes are looked up. They stay in memory.

mod documents; // The documents that a pack names.
mod marks; // The quotes in a text.
mod read_source; // Reading a file.
mod source_card; // The text of one document.
mod source_panel; // All documents.

pub use documents::{SourceDocument, documents};
pub use marks::{Segment, segments};
pub(super) use source_panel::SourcePanel;
