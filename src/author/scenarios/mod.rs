//! Scenarios: their results, and what they leave untested.

mod scenario_panel;

pub(super) use scenario_panel::scenario_panel;
