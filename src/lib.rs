//! An anonymous eligibility self-check for enterprises.

pub mod rulebook;

pub mod engine;

#[cfg(feature = "widget")]
pub mod widget;

#[cfg(feature = "cli")]
pub mod cli;
