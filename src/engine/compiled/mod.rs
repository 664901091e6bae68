//! Decision diagrams: a rule pack compiled for a date, so that an assessment needs no strings,
//! trees or hashing.
//!
//! Each measure is a [`diagram`] over [`split`]s of its facts. Equal splits of several measures are
//! shared. For each fact the compiled pack lists the splits and the measures that depend on it, so
//! that a changed answer touches nothing else.

// Splits: the values of a fact, divided where a measure distinguishes them.
mod split;
mod thresholds;

// Diagrams: a measure compiled over its splits.
mod approximate;
mod assume;
mod collect;
mod compile;
mod diagram;
mod prune;
mod score;

// A compiled pack: the diagrams of all measures, with shared splits.
mod intern;
mod pack;

// Evaluation: a compiled pack restricted to the answers.
mod region_table;
mod regions;
mod restrict;
mod decisive;

// Queries on one compiled measure.
mod alternatives;
#[cfg(feature = "cli")]
mod decision;
mod feasible_range;
mod satisfy;

pub(super) use alternatives::alternative_values;
pub(super) use compile::{CompiledMeasure, compile, compile_all};
#[cfg(feature = "cli")]
pub(crate) use decision::{Decision, Target};
pub use pack::CompiledPack;
pub(super) use pack::{Representation, SubDiagram};
pub(super) use restrict::{Scratch, TerminalSet};
#[cfg(feature = "cli")]
pub(crate) use split::Bound;
pub(crate) use split::Split;
pub(super) use split::{Region, UNKNOWN};
