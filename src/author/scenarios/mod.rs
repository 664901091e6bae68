//! Scenarios: their files, their editor, and what they leave untested.

// The files, and their changes: pure functions.
mod add_scenario; // A scenario at the end of a file.
mod edit; // Changes of one scenario.
mod files; // The open files.
mod ids; // The ids of a pack, and what was renamed.
mod rename; // A rename in a file.

// What people see.
mod scenario_panel; // The panel.

pub use edit::ScenarioEdit;
pub use files::{ScenarioFile, ScenarioFiles};
pub(super) use files::is_list;
pub use ids::{Named, PackIds, Rename};
pub use rename::renamed;
pub(super) use scenario_panel::scenario_panel;
