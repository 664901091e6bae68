//! The lapsed-policy rule: on which day rules are read when the day asked about is outside their time.
//!
//! # Why
//!
//! Asked about a day after a policy's end, the honest verdict is "lapsed": [`super::assess()`] says so of every
//! measure. People still want to know what would have held. They are shown the policy's last day
//! (or its first, before it begins), and every screen and sheet says that this is history.

use jiff::civil::Date;

use crate::rulebook::RulePack;

/// Where a day stands to a policy's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyStatus {
    /// The policy is in force on the day
    InForce,
    /// The policy ended before it
    Lapsed,
    /// The policy begins after it
    NotYet,
}

impl PolicyStatus {
    /// Its stable name in output.
    pub fn name(self) -> &'static str {
        match self {
            PolicyStatus::InForce => "in-force",
            PolicyStatus::Lapsed => "lapsed",
            PolicyStatus::NotYet => "not-yet",
        }
    }
}

/// A day asked about, and the day the rules are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day asked about
    pub asked: Date,
    /// The day evaluated: the one asked about if the policy is in force then, else the nearest on which it is
    pub evaluated: Date,
    /// Where the day asked about stands
    pub status: PolicyStatus,
}

impl AsOf {
    /// Applies the rule to a day.
    pub fn new(pack: &RulePack, asked: Date) -> AsOf {
        let period = &pack.in_force;
        match (period.from, period.to) {
            (_, Some(to)) if asked > to => {
                AsOf { asked, evaluated: to, status: PolicyStatus::Lapsed }
            }
            (Some(from), _) if asked < from => {
                AsOf { asked, evaluated: from, status: PolicyStatus::NotYet }
            }
            _ => AsOf { asked, evaluated: asked, status: PolicyStatus::InForce },
        }
    }
}
