//! Translations of units.
//!
//! # Why
//!
//! Sums, caps, JSON and receipts use the unit as the pack writes it, such as 万元, in every
//! language. Only displayed text is translated. English has no unit for ten thousands, so numbers
//! of such a unit can be written out in full.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::text::Text;

/// A unit with its translations.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unit {
    /// The unit as written in facts and amounts of the pack, such as 万元
    pub unit: Rc<str>,
    /// The text displayed after a number, such as "RMB 10,000"
    pub title: Text,
    /// The form of numbers without the unit, in a language that does not use it
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_out: Option<WrittenOut>,
}

/// The written-out form of numbers in a unit: 2000 万元 as "RMB 20,000,000".
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WrittenOut {
    /// The number of zeros to append to the number
    pub zeros: usize,
    /// The text around the number, with the placeholder `{number}`
    pub text: Text,
}

impl WrittenOut {
    /// The largest number of zeros, that of 万亿.
    pub(super) const MAX_ZEROS: usize = 12;

    /// The largest `times` of a pack.
    pub(super) const MAX_TIMES: i64 = 10_i64.pow(12);
}
