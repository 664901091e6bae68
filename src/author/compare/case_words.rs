//! Kinds of changes in words.

use crate::author::text::CompareTexts;

use super::compared::CaseKind;

impl CaseKind {
    /// The kind in words.
    pub(super) fn words(self, texts: &CompareTexts) -> &'static str {
        match self {
            CaseKind::NoLongerMet => texts.no_longer_met,
            CaseKind::NewlyMet => texts.newly_met,
            CaseKind::NoLongerMetOnceSettled => texts.no_longer_met_once_settled,
            CaseKind::NewlyMetOnceSettled => texts.newly_met_once_settled,
            CaseKind::OtherOutcome => texts.other_outcome,
            CaseKind::OtherAmount => texts.other_amount,
            CaseKind::OtherMaterials => texts.other_materials,
        }
    }
}
