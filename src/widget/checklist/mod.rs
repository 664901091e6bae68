//! The checklist: a document for the service window, on the screen, on paper and as a file.
//!
//! It lists the measures that a firm applies for, its answers and materials, and the checks of the
//! officer.

// The options of the document.
mod options;

// The document: which measures it contains, in one or two languages, as a standalone page with
// margins for printing.
mod answer_rows;
mod bilingual;
mod content;
mod document;
mod page_margins;
mod selection;
mod sheet;
mod standalone;
#[cfg(feature = "author")]
mod styles;

// The first page, for the officer, from top to bottom.
mod header;
mod handwritten;
mod apply;
mod totals;
mod answers;
mod doubts;
mod materials;
mod open;
mod secondary;

// What follows, and the table that several sections share.
mod clauses;
mod procedure;
mod others;
mod table;

pub(super) use bilingual::{Bilingual, second_language};
pub(super) use content::Content;
pub(super) use document::checklist_document;
pub use options::PrintOptions;
pub(super) use page_margins::page_margins;
pub(super) use selection::offered_measures;
pub use standalone::StandalonePage;
pub(super) use standalone::standalone_html;
#[cfg(feature = "author")]
pub(crate) use styles::STYLES;

// Only for previews and stories.
#[cfg(feature = "cli")]
pub(super) use self::{
    answers::answers,
    apply::apply,
    clauses::clauses,
    handwritten::{firm_details, receipt, signature},
    header::header,
    materials::materials,
    open::open_questions,
    others::{checklist_notices, lost, near_misses},
    sheet::{Section, Sheet},
};
