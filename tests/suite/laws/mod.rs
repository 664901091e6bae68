//! Property tests: generated packs and answers, compared with brute force.
//!
//! - `assessment`: an assessment is monotone, sound and minimal.
//! - `checklist`: a checklist lists each material of its measures once.
//! - `combine`: the best combination under limits is the best of all sets of measures.
//! - `combine_cases`: generated packs with limits, and the search through all sets, for `combine`.
//! - `exact`: an outcome is undecided exactly if two completions of the answers disagree.
//! - `example`: an example answer meets its measure, and is missing only if none exists.
//! - `fuzz_inputs`: inputs that once failed a fuzz target pass it now.
//! - `interview`: every question can change an outcome, and the interview ends when none can.
//! - `lint`: a condition that lint calls impossible is false on every day.
//! - `nearest`: the nearest miss is the smallest change that meets the measure.
//! - `quantities`: the missing facts of comparisons of several numbers are exact.
//! - `values`: truth values, decimals and dates compute correctly.

mod assessment;
mod checklist;
mod combine;
mod combine_cases;
mod exact;
mod example;
mod fuzz_inputs;
mod interview;
mod lint;
mod nearest;
mod quantities;
mod values;
