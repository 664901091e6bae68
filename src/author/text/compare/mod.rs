//! The texts of the comparison.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::TEXTS as EN;
pub(super) use zh_hans::TEXTS as ZH_HANS;
pub(super) use zh_hant::TEXTS as ZH_HANT;

/// The texts of the comparison in one language. `{}` is replaced by a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::author) struct CompareTexts {
    /// The tab
    pub(in crate::author) panel: &'static str,
    /// What the panel does
    pub(in crate::author) intro: &'static str,
    /// The button that opens the published version
    pub(in crate::author) open: &'static str,
    /// The worker compares
    pub(in crate::author) comparing: &'static str,
    /// The worker failed
    pub(in crate::author) failed: &'static str,
    /// An older text is compared
    pub(in crate::author) older: &'static str,
    /// The published version has faults
    pub(in crate::author) old_faults: &'static str,
    /// The versions
    pub(in crate::author) versions: &'static str,
    /// It is another policy
    pub(in crate::author) other_policy: &'static str,
    /// Nothing changed in meaning
    pub(in crate::author) same: &'static str,
    /// The heading of the measures
    pub(in crate::author) measures: &'static str,
    /// The number of measures that more firms meet
    pub(in crate::author) gain: &'static str,
    /// The number of measures that fewer firms meet
    pub(in crate::author) lose: &'static str,
    /// The heading of other items
    pub(in crate::author) items: &'static str,
    /// The heading of texts
    pub(in crate::author) wording: &'static str,
    /// A new item
    pub(in crate::author) added: &'static str,
    /// A removed item
    pub(in crate::author) removed: &'static str,
    /// What a change comes through
    pub(in crate::author) through: &'static str,
    /// The conditions cannot be compared
    pub(in crate::author) not_comparable: &'static str,
    /// The same firms meet both
    pub(in crate::author) met_alike: &'static str,
    /// A firm loses
    pub(in crate::author) no_longer_met: &'static str,
    /// A firm gains
    pub(in crate::author) newly_met: &'static str,
    /// A firm that settles loses
    pub(in crate::author) no_longer_met_once_settled: &'static str,
    /// A firm that settles gains
    pub(in crate::author) newly_met_once_settled: &'static str,
    /// An undefined number
    pub(in crate::author) other_outcome: &'static str,
    /// Another amount
    pub(in crate::author) other_amount: &'static str,
    /// Other materials
    pub(in crate::author) other_materials: &'static str,
    /// No firm was found
    pub(in crate::author) undecided: &'static str,
    /// The heading of a firm
    pub(in crate::author) example: &'static str,
    /// The button that adds a scenario
    pub(in crate::author) add: &'static str,
    /// The scenarios cannot be changed
    pub(in crate::author) add_failed: &'static str,
    /// A scenario was added
    pub(in crate::author) added_scenario: &'static str,
    /// The heading of scenarios
    pub(in crate::author) scenarios: &'static str,
    /// There are no scenarios
    pub(in crate::author) no_scenarios: &'static str,
    /// The heading of scenarios that do not fit
    pub(in crate::author) unreadable: &'static str,
    /// The pack itself
    pub(in crate::author) pack: &'static str,
}
