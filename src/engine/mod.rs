//! What follows from the rules and the answers: pure functions, no clock, no input or output.
//!
//! One law protects everything here: **more answers never change a decided outcome**. It holds because
//! [`Truth`] is strong Kleene logic and outcomes are decided by its decided values only; the property tests
//! in `tests/suite/laws.rs` try to break it.

mod amount;
mod answers;
mod assess;
mod combine;
mod evaluate;
mod exact;
mod explain;
mod interview;
mod outcome;
mod range;
mod said;
mod standing;
mod truth;
mod typed;

pub use amount::{Amount, amount};
pub use answers::{Answer, Answers};
pub use assess::{Assessed, Assessment, assess};
pub use combine::{Candidate, Combination, Cut, Exclusion, Loser, Side, Total, Undecided, combine};
pub use evaluate::Situation;
pub use explain::{Explanation, Line, explain};
pub use interview::next_fact;
pub use outcome::Outcome;
pub use said::{SaidError, answer_to_json, answers_from_json};
pub use standing::{AsOf, Standing};
pub use truth::Truth;
pub use typed::{AnswerError, parse_typed};
