//! Publishing: the site with the pack, a record for the file, and instructions for the web team, in
//! one ZIP file.
//!
//! [`publish`] is a pure function. It writes the files that `eligibility bundle` writes into the
//! same site, byte for byte, and next to the site the folder [`RECORD`].

// The input and the result.
mod archive; // ZIP files.
mod input; // What is published, and into which site.
mod plan; // The changes of the site, and what counts against publishing.
mod refusal; // Why nothing is published.
mod site; // A site in a ZIP file.

// The computation.
mod instructions; // The text for the web team.
mod policies; // The policies of the site.
mod record; // The record as JSON.
mod record_text; // The record for people.
mod run; // All of it.

// What people see.
mod element; // Files of a chosen folder.
mod plan_view; // The changes of the site, and the button.
mod publish_panel; // The panel.
mod read_site; // Reading a chosen site.

pub use archive::zip_of;
pub use input::{OtherFile, PublishInput};
pub use plan::{Concerns, FileChange, Plan, SiteFile};
pub(super) use publish_panel::PublishPanel;
pub use refusal::{Refusal, SiteError};
pub use run::{Publication, RECORD, SITE, publish};
