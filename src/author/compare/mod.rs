//! The comparison with the published version: what changed in meaning, who gains, who loses, and
//! which scenarios have other results.

// The computation.
mod case_words; // Kinds of changes in words.
mod compared; // The input and the result.
mod example; // A firm that shows a difference.
mod result_words; // Changed results of scenarios.
mod run; // The comparison.

// What people see.
mod change_list; // Changed values.
mod compare_panel; // The panel.
mod measure_list; // The measures that change.

pub(super) use compare_panel::ComparePanel;
pub use compared::{
    CaseChange, CaseKind, Changes, CompareError, CompareInput, ExampleCase, ItemChange, ItemKind,
    MeasureChange, ScenarioChange, ValueChange,
};
pub use run::compare;
