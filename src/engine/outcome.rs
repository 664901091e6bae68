//! OutcomeBuffer: what is said of a measure.

/// What is said of one measure. Each has one plain meaning:
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 符合: every criterion holds, whatever the missing answers are
    Met,
    /// 方向匹配·待核实: every criterion that the applicant can answer holds, and the office decides the rest
    MetInDirection,
    /// 还差信息: the answers given do not decide it
    Open,
    /// 不符合: a criterion fails, whatever the missing answers are
    NotMet,
    /// 不涉及: the measure does not concern this applicant
    NotApplicable,
    /// 不在有效期: the measure is not in force on the as-of date
    NotInForce,
}

impl Outcome {
    /// Every outcome there is, best news first.
    pub const ALL: [Outcome; 6] = [
        Outcome::Met,
        Outcome::MetInDirection,
        Outcome::Open,
        Outcome::NotMet,
        Outcome::NotApplicable,
        Outcome::NotInForce,
    ];

    /// Its stable name in output and scenarios.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::MetInDirection => "met-in-direction",
            Outcome::Open => "open",
            Outcome::NotMet => "not-met",
            Outcome::NotApplicable => "not-applicable",
            Outcome::NotInForce => "not-in-force",
        }
    }

    /// Whether the applicant may still be granted the measure.
    pub fn is_possible(self) -> bool {
        match self {
            Outcome::Met | Outcome::MetInDirection | Outcome::Open => true,
            Outcome::NotMet | Outcome::NotApplicable | Outcome::NotInForce => false,
        }
    }
}
