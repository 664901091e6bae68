//! The group of a firm for one measure: what an office can do about it.

use std::collections::HashMap;

use crate::engine::{MeasureAssessment, Outcome};
use crate::rulebook::FactId;

/// The group of a firm for one measure. The order is that of the summary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Group {
    /// The firm meets it
    Met,
    /// 待认定: the firm meets what it can answer, and the office decides the rest
    MetInDirection,
    /// 落户后可申报: the firm can apply once it has settled
    MetOnceSettled,
    /// Open: the firm can still meet it, and lacks these few answers, in the pack's order
    Lacks(Vec<FactId>),
    /// Open: the firm can still meet it, and lacks more answers
    LacksMore,
    /// Open, but only because it may turn out not to apply: the firm can no longer meet it
    CannotBeMet,
    /// The firm does not meet it
    NotMet,
    /// The measure does not apply to the firm
    NotApplicable,
    /// The measure is not in force on the as-of date
    NotInForce,
}

impl Group {
    /// The group of an assessed firm. `at_most` is the largest number of missing answers of a firm
    /// that is worth an invitation.
    pub(super) fn of(assessed: &MeasureAssessment, at_most: usize) -> Group {
        match assessed.outcome {
            Outcome::Met => Group::Met,
            Outcome::MetInDirection => Group::MetInDirection,
            Outcome::MetOnceSettled => Group::MetOnceSettled,
            Outcome::Open if !assessed.can_be_met => Group::CannotBeMet,
            Outcome::Open if assessed.missing.len() > at_most => Group::LacksMore,
            Outcome::Open => Group::Lacks(assessed.missing.clone()),
            Outcome::NotMet => Group::NotMet,
            Outcome::NotApplicable => Group::NotApplicable,
            Outcome::NotInForce => Group::NotInForce,
        }
    }

    /// The stable name in output.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Group::Met => "met",
            Group::MetInDirection => "met-in-direction",
            Group::MetOnceSettled => "met-once-settled",
            Group::Lacks(_) => "lacks",
            Group::LacksMore => "lacks-more",
            Group::CannotBeMet => "cannot-be-met",
            Group::NotMet => "not-met",
            Group::NotApplicable => "not-applicable",
            Group::NotInForce => "not-in-force",
        }
    }

    /// The missing answers of a firm that lacks only a few.
    pub(super) fn missing(&self) -> &[FactId] {
        match self {
            Group::Lacks(missing) => missing,
            _ => &[],
        }
    }

    /// Whether the firms of the group are invited.
    pub(super) fn is_invited(&self) -> bool {
        match self {
            Group::Met | Group::MetInDirection | Group::MetOnceSettled | Group::Lacks(_) => true,
            Group::LacksMore
            | Group::CannotBeMet
            | Group::NotMet
            | Group::NotApplicable
            | Group::NotInForce => false,
        }
    }
}

/// The number of firms in each group of one measure.
///
/// Its size depends on the measure and on the permitted number of missing answers, not on the
/// number of firms.
#[derive(Default)]
pub(super) struct Tally {
    groups: HashMap<Group, u64>,
    /// Firms whose result is not exact, see [`MeasureAssessment::is_exact`]
    pub(super) bounded: u64,
}

impl Tally {
    pub(super) fn add(&mut self, group: Group, is_exact: bool) {
        *self.groups.entry(group).or_default() += 1;
        self.bounded += u64::from(!is_exact);
    }

    /// The groups, in the order of [`Group`]; those that lack a few answers by size, the largest
    /// first.
    pub(super) fn groups(&self) -> Vec<(&Group, u64)> {
        let mut groups: Vec<(&Group, u64)> =
            self.groups.iter().map(|(group, firms)| (group, *firms)).collect();
        groups.sort_by(|(group, firms), (other, others)| match (group, other) {
            (Group::Lacks(missing), Group::Lacks(others_missing)) => {
                others.cmp(firms).then_with(|| missing.cmp(others_missing))
            }
            _ => group.cmp(other),
        });
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Id;

    #[test]
    fn groups_that_lack_answers_are_sorted_by_size_within_the_others() {
        let lacks = |index| Group::Lacks(vec![FactId::from_index(index)]);
        let mut tally = Tally::default();
        let firms = [Group::NotMet, lacks(1), lacks(0), lacks(2), lacks(1), Group::Met];
        firms.into_iter().for_each(|group| tally.add(group, true));
        let groups: Vec<(Group, u64)> =
            tally.groups().into_iter().map(|(group, firms)| (group.clone(), firms)).collect();
        let expected =
            [(Group::Met, 1), (lacks(1), 2), (lacks(0), 1), (lacks(2), 1), (Group::NotMet, 1)];
        assert_eq!(groups, expected);
        assert_eq!(tally.bounded, 0);
    }
}
