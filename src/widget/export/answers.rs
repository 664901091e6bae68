//! The file of answers, which the widget and the native command read again.

use crate::engine::kept_json;
use crate::widget::evaluation::Evaluation;

/// The day, the answers, and the outcomes that follow from them under these rules.
pub fn answers_json(evaluation: &Evaluation) -> String {
    let Evaluation { pack, as_of, answers, assessment, .. } = evaluation;
    kept_json(&pack.book, as_of.asked, answers, assessment).to_text()
}
