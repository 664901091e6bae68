//! The screen of the scenarios: their files, their editor, and what they leave untested.

// The panel, and its parts.
mod examples; // What both lists of examples share.
mod example_section; // Examples of a chosen measure.
mod file_list; // The files.
mod gap_list; // What nobody has tried.
mod scenario_list; // The scenarios.
mod scenario_panel; // All of them.
mod shared_pack; // A pack as a prop.

// The editor of a scenario.
mod add_menu; // The menu of what a scenario lacks.
mod answer_field; // The answer to one question.
mod answers_view; // All answers.
mod card; // What the parts share.
mod expected_view; // The expected results.
mod found; // What the rules decide, in place of what is expected.

pub(super) use scenario_panel::ScenarioPanel;
