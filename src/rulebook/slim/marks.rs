//! The numbers that stand for words in the slim form; writer and reader share them.
//!
//! A word that has an `ALL` list, such as [`crate::rulebook::Grade`], is written as its place there.

use crate::rulebook::FactKind;

pub(super) const YES_NO: i64 = 0;
pub(super) const CHOICE: i64 = 1;
pub(super) const CHOICES: i64 = 2;
pub(super) const NUMBER: i64 = 3;
pub(super) const DATE: i64 = 4;

pub(super) const ALL: i64 = 0;
pub(super) const ANY: i64 = 1;
pub(super) const NOT: i64 = 2;
pub(super) const AT_LEAST_OF: i64 = 3;
pub(super) const TERM: i64 = 4;
pub(super) const IS: i64 = 5;
pub(super) const ONE_OF: i64 = 6;
pub(super) const INCLUDES: i64 = 7;
pub(super) const COMPARE: i64 = 8;
pub(super) const COMPARE_DATE: i64 = 9;

pub(super) const MILLIONTHS: i64 = 0;
pub(super) const FACT: i64 = 1;
pub(super) const MONTHS_SINCE: i64 = 2;
pub(super) const DAYS_SINCE: i64 = 3;
pub(super) const DIFFERENCE: i64 = 4;
pub(super) const SUM: i64 = 5;
pub(super) const PERCENT: i64 = 6;
pub(super) const RATIO: i64 = 7;
pub(super) const GROWTH: i64 = 8;

pub(super) const UNSPECIFIED: i64 = 0;
pub(super) const FIXED: i64 = 1;
pub(super) const UP_TO: i64 = 2;
pub(super) const TIERS: i64 = 3;
pub(super) const RATE: i64 = 4;
pub(super) const IN_KIND: i64 = 5;

pub(super) const AT_MOST_ONE: i64 = 0;
pub(super) const HIGHEST_ONLY: i64 = 1;
pub(super) const SAME_MATTER: i64 = 2;
pub(super) const CAP: i64 = 3;

/// The number of a fact's kind.
pub(super) fn kind(kind: &FactKind) -> i64 {
    match kind {
        FactKind::YesNo => YES_NO,
        FactKind::Choice(_) => CHOICE,
        FactKind::Choices(_) => CHOICES,
        FactKind::Number(_) => NUMBER,
        FactKind::Date => DATE,
    }
}
