//! The untested part of a gap, for a sentence in any language.

use crate::engine::Outcome;
use crate::rulebook::{Grade, Limit, MeasureId, When};

use super::atomic_conditions::ConditionOwner;
use super::gap::GapSubject;
use super::{Coverage, Gap, GapKind, Lack, PolicyDays};

/// The untested part of a pack.
#[derive(Clone, Copy, Debug)]
pub enum GapPart<'a> {
    /// A condition, and the truth that no scenario shows
    Condition(ConditionOwner, &'a When, Lack),
    /// A measure, and the outcome that no scenario expects
    Outcome(MeasureId, Outcome),
    /// A limit that no scenario exercises
    Limit(&'a Limit),
    /// The days before, within or after the policy: no scenario has one
    Days(PolicyDays),
}

impl Coverage<'_> {
    /// The untested part of a gap of this coverage.
    pub fn part_of(&self, gap: &Gap) -> Option<GapPart<'_>> {
        Some(match gap.kind {
            GapKind::Criterion(lack) | GapKind::AtomicCondition(lack) => {
                let (owner, when) = self.condition_of(gap)?;
                GapPart::Condition(owner, when, lack)
            }
            GapKind::Outcome(measure, Outcome::Met) => {
                let criteria = &self.context.pack.measures[measure].criteria;
                let is_directional = criteria.iter().any(|one| one.grade == Grade::Directional);
                let outcome = if is_directional { Outcome::MetInDirection } else { Outcome::Met };
                GapPart::Outcome(measure, outcome)
            }
            GapKind::Outcome(measure, outcome) => GapPart::Outcome(measure, outcome),
            GapKind::Limit => match gap.subject {
                GapSubject::Limit(index) => GapPart::Limit(self.context.pack.limits.get(index)?),
                _ => return None,
            },
            GapKind::Days => match gap.subject {
                GapSubject::Days(days) => GapPart::Days(days),
                _ => return None,
            },
        })
    }

    /// The condition of a gap, and what it is part of.
    pub(super) fn condition_of(&self, gap: &Gap) -> Option<(ConditionOwner, &When)> {
        match gap.subject {
            GapSubject::Criterion(measure, index) => {
                let criterion = self.context.pack.measures[measure].criteria.get(index)?;
                Some((ConditionOwner::Criterion(measure, index), criterion.when.as_ref()?))
            }
            GapSubject::AtomicCondition(index) => {
                let (condition, _) = self.atomic_conditions.get(index)?;
                Some((condition.owner, condition.when))
            }
            _ => None,
        }
    }
}
