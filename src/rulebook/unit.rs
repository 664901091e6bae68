//! Units for people: how what a number is counted in is called, and written out, in each language.
//!
//! # Why
//!
//! A number is counted in 万元, whoever reads it: sums, caps, JSON and receipts hold the unit as the pack writes it, in every
//! language. Only what people read is translated, and in English ten thousands are no unit that anybody counts in.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::text::Text;

/// A unit and its names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unit {
    /// As the pack's numbers and amounts name it, such as 万元
    pub unit: Rc<str>,
    /// As people read it after a number, such as "RMB 10,000"
    pub title: Text,
    /// How a number of it is written out, where that is another
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written_out: Option<WrittenOut>,
}

/// A number of a unit without that unit: 2000 万元 as "RMB 20,000,000".
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WrittenOut {
    /// So many zeros after the number: one of it is ten, a hundred, a thousand …
    pub zeros: usize,
    /// What is written around it, which stands as `{number}`
    pub text: Text,
}

impl WrittenOut {
    /// Most zeros; 万亿 has so many.
    pub(super) const MOST_ZEROS: usize = 12;

    /// The greatest `times`, as a pack writes it.
    pub(super) const MOST_TIMES: i64 = 10_i64.pow(12);
}
