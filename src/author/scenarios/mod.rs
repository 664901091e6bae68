//! Scenarios: their results, and what they leave untested.

mod add_scenario;
mod scenario_panel;

pub(super) use add_scenario::add_scenario;
pub(super) use scenario_panel::scenario_panel;
