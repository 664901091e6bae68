//! Wire: cases in and replies out, as JSON; the native command and the browser both speak it.
//!
//! | | reply |
//! |---|---|
//! | [`assess_json`] | `{"format", "id", "outcomes", "missing", "bounded"?, "amounts", "next"}` |
//! | [`next_json`] | `{"fact", "measures", "left-at-most"}`, or null |
//! | [`explain_json`] | `{"format", "pack", "as-of", "measures", "bounded"?, "combination"?, "receipt"}` |
//!
//! A case is `{"id": any, "as-of": date?, "answers": {…}?}`. Its `id` goes back as it came; the host keeps its text for
//! [`reply_text`], because a [`Json`] number may have lost it. `bounded` names measures whose outcome may be open although the rules
//! decide it (see [`super::MeasureAssessment::is_exact`]); it stands in a reply only if there are any.
//!
//! # Why
//!
//! Keys stand in a fixed order and amounts are strings, so that replies can be compared byte for byte. They are built on
//! the core's own [`Json`]: a second way to write JSON would be 20 KB in the browser.

mod assess;
mod case;
mod combination;
mod explain;
mod values;

use crate::rulebook::Json;

pub use assess::{assess_json, next_json};
pub use case::{Case, CaseError, Origin, case_json, saved_case_json};
pub use explain::{ExplainRequest, explain_json};

/// The version of the replies; a key that is added does not change it.
const FORMAT: i64 = 1;

/// A reply to a case as text: the format, the case's `id` as the text that came, and the rest of the reply.
pub fn reply_text(id: &str, rest: &Json) -> String {
    let rest = rest.to_text();
    format!("{{\"format\":{FORMAT},\"id\":{id},{}", rest.get(1..).unwrap_or_default())
}
