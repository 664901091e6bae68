//! What follows from the rules and the answers: pure functions, no clock, no input or output.
//!
//! One law protects everything here: **more answers never change a decided outcome**. It holds because an outcome is
//! decided only where every way to complete the answers leads to it: [`Compiled`] rules try them region by region, and
//! [`Truth`] (strong Kleene logic) is the floor where that would be too much. The property tests in `tests/suite/laws/assessment.rs` and
//! `laws_exact.rs` try to break it.

mod amount;
mod answers;
mod assess;
mod chance;
mod checklist;
mod combine;
mod compiled;
mod days;
mod evaluate;
mod exact;
mod example;
mod explain;
mod interview;
mod nearest;
mod outcome;
mod range;
mod reason;
mod receipt;
mod said;
mod session;
mod standing;
mod tables;
mod truth;
mod typed;
mod wait;
mod wire;

pub use amount::{Amount, amount};
pub use answers::{Answer, Answers};
pub use assess::{Assessed, Assessment, Outcomes, assess};
pub use checklist::{Checklist, ChecklistEntry, Need, Needed, checklist, needs};
pub use combine::{
    Candidate, Combination, Cut, Exclusion, Loser, Side, Total, Undecided, candidates, combine,
};
pub use compiled::Compiled;
pub use days::Days;
pub use evaluate::Situation;
pub use example::{Example, example, open_facts};
pub use explain::{Explanation, Line, explain};
pub use interview::{NextQuestion, next_question};
pub use nearest::{Change, Nearest, nearest};
pub use outcome::Outcome;
pub use reason::Reason;
pub use receipt::{Receipt, ReceiptError};
pub use said::{SaidError, answer_to_json, answers_from_json};
pub use session::Session;
pub use standing::{AsOf, Standing};
pub use truth::Truth;
pub use typed::{AnswerError, parse_typed};
pub use wire::{
    BadCase, Case, Explained, Origin, assess_json, case_json, explain_json, kept_json, next_json,
    reply_text,
};
