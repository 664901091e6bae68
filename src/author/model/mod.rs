//! What the forms show of a pack, and how they change it.
//!
//! Everything here reads the JSON of a pack that may have faults. Each part carries the JSON
//! Pointer to its place in the document, and every change is an edit of the document's text.

mod build; // Short constructors of JSON values.
mod cite; // Lists of ids, such as citations.
mod condition; // Conditions as trees.
mod condition_edit; // Changes of the structure of conditions.
mod condition_read; // From JSON to conditions.
mod condition_write; // From conditions to JSON.
mod criterion; // Criteria with the quotes of their clauses.
mod decimal; // Typed numbers.
mod define; // Definitions that are added.
mod fact_edit; // Changes of the kinds of facts.
mod facts; // Facts with their kinds and options.
mod grant_edit; // Changes of grants.
mod group_edit; // Changes of the kind of a group.
mod measure; // Measures as cards.
mod number; // Computed numbers as trees.
mod number_edit; // Changes of computed numbers.
mod operator_edit; // Changes of the operator of a test.
mod operators; // The conditions that are possible with a fact.
mod outline; // The definitions of a pack.
mod start; // A first pack to change.
mod table; // Bands, tiers and classes as tables.
mod table_edit; // Changes of tables.
mod template; // New definitions.
mod text; // Texts in the languages of a pack.
mod words; // Conditions in words.

pub use build::one;
pub use cite::{add_id, remove_id};
pub use condition::{Choices, ConditionForm, DateOperator, DayForm, Part};
pub use condition_edit::{Group, add_part, begin_condition, remove_part, unwrap_part, wrap};
pub use criterion::{CriterionForm, QuoteForm, quotes_of};
pub use decimal::{decimal_text, typed_decimal};
pub use define::{add_definition, new_definition};
pub use fact_edit::set_fact_kind;
pub use facts::{ClassForm, FactForm, FactKindForm, Facts, OptionForm};
pub use grant_edit::set_grant;
pub use group_edit::{GroupKind, set_group};
pub use measure::{FieldForm, GrantKind, MeasureForm};
pub use number::NumberForm;
pub use number_edit::{NumberKind, with_number_kind};
pub use operator_edit::{toggled, with_operator};
pub use operators::{FactOperator, default_condition, operators};
pub use outline::{OutlineEntry, OutlineList, PackOutline};
pub use start::start;
pub use table::{Cell, Row, TableForm, TableKind};
pub use table_edit::{add_row, default_row_test, move_row, remove_row, set_cell};
pub use template::{new_criterion, new_fact, new_item, new_measure, new_provision, unused_id};
pub use text::{TextForm, in_language, languages, set_text};
pub use words::words_at;
