//! What follows from the rules and the answers: pure functions, no clock, no input or output.
//!
//! One law protects everything here: **more answers never change a decided outcome**. It holds because an outcome is
//! decided only where every way to complete the answers leads to it: [`CompiledPack`] rules try them region by region, and
//! [`Truth`] (strong Kleene logic) is the floor where that would be too much. The property tests in `tests/suite/laws/assessment.rs` and
//! `laws/exact.rs` try to break it.

mod amount;
mod answers;
mod answers_json;
mod as_of;
mod assess;
mod change_dates;
mod checklist;
mod combine;
mod compiled;
mod compiled_cache;
mod evaluate;
mod example;
mod explain;
mod interval;
mod interview;
mod json;
mod kleene;
mod nearest_miss;
mod outcome;
mod parse_answer;
mod probability;
mod rational;
mod reason;
mod receipt;
mod session;
mod truth;

pub use amount::{Amount, amount};
pub use answers::{Answer, Answers};
pub use answers_json::{InvalidAnswer, answer_to_json, answers_from_json};
pub use as_of::{AsOf, PolicyStatus};
pub use assess::{Assessment, MeasureAssessment, OutcomeBuffer, assess};
pub use checklist::{
    Checklist, ChecklistEntry, MaterialRequirement, Need, checklist, material_requirements,
};
pub use combine::{
    BestSet, Candidate, CapReduction, Combination, ExcludedMeasure, Exclusion, Total,
    UndecidedLimit, candidates, combine,
};
pub use compiled::CompiledPack;
pub use compiled_cache::CompiledCache;
pub use evaluate::EvalContext;
pub use example::{Example, example, relevant_facts};
pub use explain::{CriterionExplanation, Explanation, explain};
pub use interview::{NextQuestion, next_question};
pub use json::{
    Case, CaseError, ExplainRequest, Origin, assess_json, case_json, explain_json, next_json,
    reply_text, saved_case_json,
};
pub use nearest_miss::{Change, NearestMiss, nearest_miss};
pub use outcome::Outcome;
pub use parse_answer::{AnswerError, parse_answer};
pub use reason::Reason;
pub use receipt::{Receipt, ReceiptError};
pub use session::Session;
pub use truth::Truth;
