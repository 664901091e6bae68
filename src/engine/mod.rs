//! The evaluation of a rule pack: pure functions of the pack, the answers and the as-of date. No
//! clock, no input or output, no browser.
//!
//! The central invariant: **more answers never change a decided outcome**. An outcome is decided
//! only if every completion of the answers leads to it. [`CompiledPack`] checks all completions
//! with a decision diagram per measure. A measure that is too large for a diagram is evaluated in
//! strong Kleene logic ([`Truth`]), which is sound but leaves more open. `tests/suite/laws` holds
//! the property tests; `docs/explanation/semantics.md` describes the semantics.

// Logic and numbers: truth values, outcomes, exact fractions and intervals.
mod interval;
mod linear;
mod outcome;
mod rational;
mod truth;

// Input: answers, their text and JSON forms, and the as-of date.
mod answers;
mod answers_json;
mod as_of;
mod doubt;
mod relations;
mod typed;

// Conditions: the truth of a condition, and decision diagrams that make it exact.
mod compiled;
mod compiled_cache;
mod evaluate;

// Assessment: the outcome of every measure, from scratch or after one changed answer.
mod assess;
mod kleene;
mod measure_assessment;
mod session;

// Results of one measure: amount, applications, explanation, nearest miss, materials, examples.
mod amount;
mod applications;
mod change_dates;
mod checklist;
mod computed;
mod example;
mod explain;
mod nearest_miss;
mod reason;
mod score;

// Results of all measures: the next question, and the best combination of measures.
mod askable;
mod combine;
mod interview;
mod missing;
mod probability;
mod relevant_options;
mod simulate;
mod wanted;

// Output: receipt codes for people, JSON for programs.
mod json;
mod receipt;

pub use amount::{Amount, amount, amount_if_met, rate_basis};
pub use answers::{Answer, Answers};
pub use answers_json::{InvalidAnswer, answer_from_json, answer_to_json, answers_from_json};
pub use applications::{Applications, applications, days_left, window_facts, windows_for};
pub use as_of::{AsOf, PolicyStatus};
pub use assess::{Assessment, OutcomeBuffer, assess};
pub use checklist::{
    Checklist, ChecklistEntry, MaterialRequirement, Need, checklist, material_requirements,
};
pub use combine::{
    BestSet, Candidate, CapReduction, Combination, ExcludedMeasure, Exclusion, Total,
    UndecidedLimit, candidates, combine,
};
pub use compiled::CompiledPack;
#[cfg(feature = "cli")]
pub(crate) use compiled::{Bound, Decision, Split, Target};
pub use compiled_cache::CompiledCache;
pub use computed::{ComputedNumber, Threshold, computed_number};
pub use doubt::{Doubt, doubt};
pub use evaluate::EvalContext;
pub use example::{Example, example, relevant_facts};
pub use explain::{CriterionExplanation, Explanation, explain};
pub use interview::{FactToFindOut, NextQuestion, detail_facts, facts_to_find_out, next_question};
pub use json::{
    Case, CaseError, ExplainRequest, Origin, OutcomeWriter, assess_json, assess_measures_json,
    case_json, explain_json, next_json, reply_text, saved_case_json,
};
pub use measure_assessment::MeasureAssessment;
pub use missing::MissingFacts;
pub use nearest_miss::{Change, NearestMiss, near_miss, nearest_miss};
pub use outcome::Outcome;
pub use reason::Reason;
pub use receipt::{
    LINE_LENGTH, LineCheck, Receipt, ReceiptError, check_lines, code_lines, receipt_link,
};
pub use relations::check_relations;
pub use relevant_options::relevant_options;
pub use score::{Score, ScorePart, scores};
pub use session::Session;
pub use simulate::{Simulation, TopicMedians, simulate, topic_medians};
pub use truth::Truth;
pub use typed::{AnswerError, EARLIEST_YEAR, parse_answer, parse_day};
#[cfg(feature = "widget")]
pub(crate) use typed::{clean, normalise, split_unit};
pub use wanted::Wanted;
