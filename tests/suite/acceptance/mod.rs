//! Acceptance by two real policies, 科技型中小企业 and 创新型中小企业: packs in `tests/acceptance`,
//! compared with a reading of the texts that does not use the engine.
//!
//! - `complete`: the engine agrees with the text on 20 000 firms per policy.
//! - `completions`: a search for completions with different verdicts, for `partial`.
//! - `essential`: a search for the facts that can change a verdict, for `partial`.
//! - `grid`: the values of a fact around every threshold, for `completions`.
//! - `innovative_sme`: 63号 annex 1, read without the engine.
//! - `innovative_sme_by_hand`: firms computed by hand from the text, for `innovative_sme`.
//! - `innovative_sme_firms`: firms near the thresholds, and the facts of the pack.
//! - `interview`: interviews end with the verdict of the text.
//! - `judged`: three-valued conditions and exact scores, for the readings.
//! - `lints`: what `lint` reports about the packs.
//! - `partial`: partial answers are open exactly if two completions disagree.
//! - `policy`: a pack together with its reading.
//! - `rng`: pseudo-random numbers with a seed.
//! - `scores`: the score so far is that of all completions.
//! - `size_class`: 300号 article 4, read without the engine.
//! - `tech_sme`: 115号 articles 6 to 8 and 67号, read without the engine.
//! - `tech_sme_by_hand`: firms computed by hand from the text, for `tech_sme`.
//! - `tech_sme_firms`: firms near the thresholds, and the facts of the pack.

#![expect(
    clippy::inconsistent_digit_grouping,
    reason = "the last two digits of money are hundredths of 万元"
)]

mod complete;
mod completions;
mod essential;
mod grid;
mod innovative_sme;
mod innovative_sme_by_hand;
mod innovative_sme_firms;
mod interview;
mod judged;
mod lints;
mod partial;
mod policy;
mod rng;
mod scores;
mod size_class;
mod tech_sme;
mod tech_sme_by_hand;
mod tech_sme_firms;
