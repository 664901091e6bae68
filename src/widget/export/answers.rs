//! The file of answers. The widget and the native command read it.

use crate::engine::saved_case_json;
use crate::widget::evaluation::Evaluation;

/// The as-of date, the answers, and the outcomes, which a later restore compares.
pub fn answers_json(evaluation: &Evaluation) -> String {
    let Evaluation { pack, as_of, given, wanted, assessment, .. } = evaluation;
    saved_case_json(&pack.rules, as_of.asked, wanted.topics(), given, assessment).to_text()
}
