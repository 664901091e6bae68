//! The `eligibility` command: arguments in, output and exit status out.
//!
//! - `bad_input`: every command rejects unusable files with a message and exit status 2.
//! - `definitions`: findings, faults and texts about classes, assumptions and others.
//! - `diff`: `eligibility diff` follows every definition that a measure names.
//! - `explain`: what `eligibility explain` says about numbers that no answer decides.
//! - `invite`: groups, lists and links of `eligibility invite`.
//! - `registry`: the formats that `eligibility assess` reads.
//! - `rulebook`: the files that `eligibility rulebook` writes.
//! - `scenarios`: `eligibility test` on the published pack and on a wrong expectation.
//! - `transcripts`: the exact output of commands, in `tests/transcripts`.

mod bad_input;
mod definitions;
mod diff;
mod explain;
mod invite;
mod registry;
mod rulebook;
mod scenarios;
mod transcripts;
