//! Outcomes of measures.

/// The outcome of one measure.
///
/// Every outcome except `Open` is decided: more answers never change it. The order is from most to
/// least favourable.
///
/// # Example
///
/// ```
/// use eligibility_check::engine::Outcome;
///
/// assert_eq!(Outcome::MetInDirection.name(), "met-in-direction");
/// assert!(Outcome::Open.is_possible());
/// assert!(!Outcome::NotApplicable.is_possible());
/// assert!(Outcome::Met < Outcome::NotMet);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 满足条件: every criterion holds under every completion of the answers
    Met,
    /// 待认定: every criterion that the applicant can answer holds; the office decides the rest
    MetInDirection,
    /// 落户后可申报: every criterion that the applicant can answer holds once the facts of the
    /// measure's assumption are true. Only for an applicant who still plans to come
    MetOnceSettled,
    /// 还要回答: the answers do not decide it yet
    Open,
    /// 不符合: a criterion fails under every completion of the answers
    NotMet,
    /// 与您无关: the measure does not apply to this applicant
    NotApplicable,
    /// 不在有效期: the measure is not in force on the as-of date
    NotInForce,
}

impl Outcome {
    /// Every outcome, from most to least favourable.
    pub const ALL: [Outcome; 7] = [
        Outcome::Met,
        Outcome::MetInDirection,
        Outcome::MetOnceSettled,
        Outcome::Open,
        Outcome::NotMet,
        Outcome::NotApplicable,
        Outcome::NotInForce,
    ];

    /// The stable name in output and scenarios.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::MetInDirection => "met-in-direction",
            Outcome::MetOnceSettled => "met-once-settled",
            Outcome::Open => "open",
            Outcome::NotMet => "not-met",
            Outcome::NotApplicable => "not-applicable",
            Outcome::NotInForce => "not-in-force",
        }
    }

    /// Whether the measure is granted, or may still be granted, now or once settled.
    pub fn is_possible(self) -> bool {
        match self {
            Outcome::Met | Outcome::MetInDirection | Outcome::MetOnceSettled | Outcome::Open => {
                true
            }
            Outcome::NotMet | Outcome::NotApplicable | Outcome::NotInForce => false,
        }
    }
}
