//! The as-of date: the date on which rules are evaluated if the requested date is outside the
//! policy's period.
//!
//! # Why
//!
//! After a policy's last day, [`super::assess()`] reports every measure as not in force. Applicants
//! still want to know what would have been granted. The widget therefore evaluates the policy's
//! last day (or its first day, before it begins) and labels all output as lapsed.

use jiff::civil::Date;

use crate::rulebook::{Period, RulePack};

/// The position of a date relative to the policy's period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyStatus {
    /// The policy is in force on the date
    InForce,
    /// The policy ended before the date
    Lapsed,
    /// The policy begins after the date
    NotYet,
}

impl PolicyStatus {
    /// The status on a date of a policy with this period.
    pub fn of(period: &Period, date: Date) -> PolicyStatus {
        match (period.from, period.to) {
            (_, Some(to)) if date > to => PolicyStatus::Lapsed,
            (Some(from), _) if date < from => PolicyStatus::NotYet,
            _ => PolicyStatus::InForce,
        }
    }

    /// The stable name in output.
    pub fn name(self) -> &'static str {
        match self {
            PolicyStatus::InForce => "in-force",
            PolicyStatus::Lapsed => "lapsed",
            PolicyStatus::NotYet => "not-yet",
        }
    }
}

/// A requested date, and the date for which the rules are evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The requested date
    pub asked: Date,
    /// The requested date if the policy is in force then, otherwise the nearest date on which it is
    pub evaluated: Date,
    /// The status of the policy on the requested date
    pub status: PolicyStatus,
}

impl AsOf {
    /// Chooses the date to evaluate.
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
