//! Examples: firms that meet a measure or do not, and firms that test what nobody has tried. Each
//! becomes a scenario by a click.

// What the worker computes.
mod suggest; // The computation.
mod suggestion; // Its input and its result.

// What people see.
mod suggestion_list; // The suggestions, each with the question whether its result is right.

pub use suggest::suggest;
pub use suggestion::{About, SuggestInput, SuggestedResult, Suggestion, Suggestions, Why};
pub(super) use suggestion_list::SuggestionList;
