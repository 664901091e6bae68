//! `eligibility assess` with the formats of a registry: CSV, Parquet and JSON Lines.
//!
//! - `firms`: invented firms, written in each format.
//! - `formats`: equal firms have equal replies, for any number of threads.
//! - `parquet`: types and values that Parquet may have.

mod firms;
mod formats;
mod parquet;
