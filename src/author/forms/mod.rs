//! Forms: a pack as cards, conditions and tables.

pub mod model; // What the forms show and how they write, without an interface.
