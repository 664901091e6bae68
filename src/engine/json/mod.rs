//! The JSON interface for programs: cases in, replies out. The command and the headless module use
//! it.
//!
//! | function | reply |
//! |---|---|
//! | [`assess_json`] | `{"format", "id", "outcomes", "missing", "bounded"?, "amounts", "next"}` |
//! | [`assess_measures_json`] | the same for some measures, without `next` |
//! | [`OutcomeWriter`] | `{"format", "id", "outcomes"}` |
//! | [`next_json`] | `{"fact", "screen", "measures", "left-at-most", ` |
//! | | `"screens-left-at-most"}`, or null |
//! | [`explain_json`] | `{"format", "pack", "as-of", "measures", "bounded"?, "combination"?, ` |
//! | | `"to-find-out"?, "receipt"}` |
//!
//! A case is `{"id": any, "as-of": date?, "topics": [id]?, "answers": {…}?}`. The replies cover the
//! measures of its topics, or all measures. The reply repeats its `id`: the host passes the text of
//! the id to [`reply_text`].
//! `bounded` lists the measures that may be open although the rules decide them (see
//! [`super::MeasureAssessment::is_exact`]); it is absent if there are none.
//!
//! Keys have a fixed order and amounts are strings, so that replies can be compared byte for byte.
//! Replies are built from the [`Json`] of `rulebook`: another JSON serialiser would add 20 KB to
//! the module.

// Input.
mod case;

// Replies: short and long.
mod applications;
mod assess;
mod combination;
mod explain;
mod outcomes;

// Shared by all replies.
mod values;

use crate::rulebook::Json;

pub use assess::{assess_json, assess_measures_json, next_json};
pub use case::{Case, CaseError, Origin, case_json, saved_case_json};
pub use explain::{ExplainRequest, explain_json};
pub use outcomes::OutcomeWriter;

/// The version of the replies. An additional key does not change it.
const FORMAT: i64 = 1;

/// The text of a reply to a case: the format, the text of the case's `id`, and the rest.
pub fn reply_text(id: &str, rest: &Json) -> String {
    let rest = rest.to_text();
    format!("{{\"format\":{FORMAT},\"id\":{id},{}", rest.get(1..).unwrap_or_default())
}
