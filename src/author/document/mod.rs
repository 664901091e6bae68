//! Edits of a JSON text that keep its formatting.
//!
//! A [`Document`] is a parsed text. Each of its operations takes JSON Pointers and returns
//! [`Edits`]: ranges of the text and their replacements, for one transaction of an editor. All
//! other text stays byte for byte the same, and the order of keys too. New text is laid out like
//! the text around it (see `style`).
//!
//! # Why not the CST of `jsonc-parser`
//!
//! Its AST gives the ranges of all values. Its CST does not serve: it writes every object that is
//! not empty on several lines, and returns a new text instead of edits.

mod edit; // Edits and their application.
mod error; // Errors of operations.
mod insert; // Insertion of items and keys.
mod layout; // The text of a new value.
mod move_item; // Reordering of lists.
mod offsets; // Byte offsets and UTF-16 offsets.
mod parse; // The document with the ranges of its values.
mod piece; // Values to be laid out.
mod pointer; // JSON Pointers.
mod remove; // Removal of items and keys.
mod rename; // Renaming of keys and ids.
mod replace; // Text that changes the layout of its line.
mod set; // Replacement of values.
mod spans; // The ranges of all values.
mod style; // The style of a text, learnt from its objects and lists.
mod style_survey; // The collection of examples for a style.

pub use edit::{Edit, Edits};
pub use error::EditError;
pub use insert::KeyPosition;
pub use offsets::Offsets;
pub use parse::Document;
pub use pointer::{join, split};
