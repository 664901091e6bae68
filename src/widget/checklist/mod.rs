//! The checklist: what a firm brings and an officer needs, on the screen, on paper and as a file.

mod bilingual;
mod content;
mod document;
mod handwritten;
mod head;
mod in_reach;
mod materials;
mod measure_block;
mod notices;
mod options;
mod others;
mod page_margins;
mod panel;
mod receipt;
mod screen;
mod standalone;
mod summary;
mod table;

pub(super) use content::Content;
pub use options::PrintOptions;
pub(super) use screen::checklist_screen;
pub use standalone::Standalone;
pub(super) use standalone::standalone_html;

// What only previews and stories use.
#[cfg(feature = "cli")]
pub(super) use self::{
    bilingual::Bilingual, document::document, handwritten::firm_details, head::head,
    materials::materials, measure_block::measure_block, notices::checklist_notices, others::others,
    panel::ChecklistPanel, receipt::receipt, summary::summary,
};
