//! Acceptance by two real policies, 科技型中小企业 and 创新型中小企业: packs in `tests/acceptance`,
//! compared with a reading of the texts that does not use the engine.
//!
//! - `innovative_sme`: 63号 annex 1, read without the engine.
//! - `innovative_sme_by_hand`: firms computed by hand from the text, for `innovative_sme`.
//! - `judged`: three-valued conditions and exact scores, for the readings.
//! - `lints`: what `lint` reports about the packs.
//! - `size_class`: 300号 article 4, read without the engine.
//! - `tech_sme`: 115号 articles 6 to 8 and 67号, read without the engine.
//! - `tech_sme_by_hand`: firms computed by hand from the text, for `tech_sme`.

#![expect(
    clippy::inconsistent_digit_grouping,
    reason = "the last two digits of money are hundredths of 万元"
)]

mod innovative_sme;
mod innovative_sme_by_hand;
mod judged;
mod lints;
mod size_class;
mod tech_sme;
mod tech_sme_by_hand;
