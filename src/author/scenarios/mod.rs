//! Scenarios: their files, their editor, and what they leave untested.

// The files, and their changes: pure functions.
mod add_scenario; // A scenario at the end of a file.
mod edit; // Changes of one scenario.
mod files; // The open files.
mod found; // What the rules decide, in place of what is expected.
mod ids; // The ids of a pack, and what was renamed.
mod rename; // A rename in a file.

// The panel, and its parts.
mod example_section; // Examples of a chosen measure.
mod file_list; // The files.
mod gap_list; // What nobody has tried.
mod scenario_list; // The scenarios.
mod scenario_panel; // All of them.
mod shared_pack; // A pack as a prop.

// The editor of a scenario.
mod answer_field; // The answer to one question.
mod answers_view; // All answers.
mod card; // What the parts share.
mod expected_view; // The expected results.

pub use edit::ScenarioEdit;
pub(super) use files::is_list;
pub use files::{ScenarioFile, ScenarioFiles};
pub use found::take_found;
pub use ids::{Named, PackIds, Rename};
pub use rename::renamed;
pub(super) use scenario_panel::ScenarioPanel;
