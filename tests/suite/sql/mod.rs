//! Packs as SQL: the text of statements. `tests/registry` runs them in databases.

mod dialect; // Literals, names and comments.
mod input; // The typed columns, the empty table and the check.
mod values; // The values that are usable.
