//! The checklist: a document for the service window, on the screen, on paper and as a file.
//!
//! It lists the measures that a firm applies for, its answers and materials, and the checks of the
//! officer.

// The options of the document, and the panel with buttons above it.
mod options;
mod panel;

// The document: which measures it contains, in one or two languages, as a standalone page with
// margins for printing.
mod bilingual;
mod content;
mod document;
mod page_margins;
mod selection;
mod sources;
mod standalone;

// Its sections, and the table that some of them share.
mod handwritten;
mod header;
mod materials;
mod measure_block;
mod notices;
mod other_measures;
mod receipt;
mod summary;
mod table;

pub(super) use bilingual::{Bilingual, second_language};
pub(super) use content::Content;
pub(super) use document::checklist_document;
pub use options::PrintOptions;
pub(super) use panel::ChecklistPanel;
pub use standalone::StandalonePage;
pub(super) use standalone::standalone_html;

// Only for previews and stories.
#[cfg(feature = "cli")]
pub(super) use self::{
    handwritten::firm_details, header::header, materials::materials, measure_block::measure_block,
    notices::checklist_notices, other_measures::other_measures, receipt::receipt, summary::summary,
};
