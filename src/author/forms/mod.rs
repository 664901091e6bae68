//! Forms: a pack as cards, conditions and tables.
//!
//! The text is the truth: a form shows what the text means. Its controls compute edits of the text
//! with `author::model` and `author::document`, and show the value that the changed text has.

// The view, and what its parts share.
mod form_pack;
mod problem_notes;
mod problems_by_place;
mod use_valid_pack;
mod forms_view;

// The list of definitions, and the card of one.
mod criteria;
mod definition_card;
mod definition_fields;
mod grant_form;
mod kind_form;
mod outline_panel;

// The start of a new pack.
mod template_form;

// Conditions, numbers and tables.
mod condition_view;
mod day_view;
mod number_view;
mod subject;
mod table_view;
mod test_view;
mod words_view;

// Single fields.
mod cited_list;
mod id_list;
mod item_list;
mod json_box;
mod languages_field;
mod texts_field;
mod value_field;

pub(super) use template_form::TemplateForm;

pub use forms_view::{FormsProps, FormsView, HistoryStep};
