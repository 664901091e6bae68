//! The open files of scenarios, and their changes: pure functions and data.
//!
//! The state keeps these files. The editor of scenarios shows and changes them.

mod add; // A scenario at the end of a file.
mod edit; // Changes of one scenario.
mod files; // The open files.
mod ids; // The ids of a pack, and what was renamed.
mod rename; // A rename in a file.

pub use edit::ScenarioEdit;
pub(super) use files::is_list;
pub use files::{ScenarioFile, ScenarioFiles};
pub use ids::{Named, PackIds, Rename};
pub use rename::renamed;
