//! The texts of publishing.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::TEXTS as EN;
pub(super) use zh_hans::TEXTS as ZH_HANS;
pub(super) use zh_hant::TEXTS as ZH_HANT;

/// The texts of publishing in one language. `{}` is replaced by a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::author) struct PublishTexts {
    /// The tab
    pub(in crate::author) panel: &'static str,
    /// What the panel does
    pub(in crate::author) intro: &'static str,
    /// The site in the page is used
    pub(in crate::author) site_new: &'static str,
    /// The person's own site is used
    pub(in crate::author) site_chosen: &'static str,
    /// The button that opens a folder
    pub(in crate::author) site_folder: &'static str,
    /// The button that opens a ZIP file
    pub(in crate::author) site_zip: &'static str,
    /// The button that returns to the site in the page
    pub(in crate::author) site_forget: &'static str,
    /// A site is being read
    pub(in crate::author) site_reading: &'static str,
    /// The button that opens other packs
    pub(in crate::author) others: &'static str,
    /// The other packs
    pub(in crate::author) others_chosen: &'static str,
    /// The button that prepares the file
    pub(in crate::author) prepare: &'static str,
    /// The worker prepares the file
    pub(in crate::author) preparing: &'static str,
    /// The worker failed
    pub(in crate::author) failed: &'static str,
    /// The document has changed since
    pub(in crate::author) stale: &'static str,
    /// The button that saves the file
    pub(in crate::author) download: &'static str,
    /// The confirmation
    pub(in crate::author) confirm: &'static str,
    /// The heading of what counts against publishing
    pub(in crate::author) concerns: &'static str,
    /// Nothing counts against publishing
    pub(in crate::author) no_concerns: &'static str,
    /// The number of findings
    pub(in crate::author) concern_findings: &'static str,
    /// Scenarios that fail
    pub(in crate::author) concern_failed: &'static str,
    /// The number of gaps
    pub(in crate::author) concern_gaps: &'static str,
    /// There are no scenarios
    pub(in crate::author) concern_untested: &'static str,
    /// Policies that the site loses
    pub(in crate::author) concern_lost: &'static str,
    /// Policies whose numbers of questions the site loses
    pub(in crate::author) concern_uncounted: &'static str,
    /// The pack has faults
    pub(in crate::author) refused_faults: &'static str,
    /// The scenarios have faults
    pub(in crate::author) refused_scenarios: &'static str,
    /// Another pack cannot be used
    pub(in crate::author) refused_other: &'static str,
    /// Scenarios fit no other pack, or several
    pub(in crate::author) refused_other_scenarios: &'static str,
    /// The site cannot be used, with the reason in English
    pub(in crate::author) refused_bundle: &'static str,
    /// The page has no site
    pub(in crate::author) site_none: &'static str,
    /// The site is not a ZIP file
    pub(in crate::author) site_damaged: &'static str,
    /// The site is too large
    pub(in crate::author) site_too_large: &'static str,
    /// A name leads out of the folder
    pub(in crate::author) site_unsafe: &'static str,
    /// It is not a site
    pub(in crate::author) site_not_one: &'static str,
    /// The heading of new files
    pub(in crate::author) files_new: &'static str,
    /// The heading of changed files
    pub(in crate::author) files_changed: &'static str,
    /// The heading of removed files
    pub(in crate::author) files_removed: &'static str,
    /// The heading of files that stay
    pub(in crate::author) files_same: &'static str,
    /// The heading of messages in English
    pub(in crate::author) messages: &'static str,
    /// A size
    pub(in crate::author) size: &'static str,
    /// The title of the record
    pub(in crate::author) record_title: &'static str,
    /// The policy
    pub(in crate::author) record_policy: &'static str,
    /// The version
    pub(in crate::author) record_version: &'static str,
    /// The day
    pub(in crate::author) record_date: &'static str,
    /// The policies of the site
    pub(in crate::author) record_site: &'static str,
    /// The size of the pack
    pub(in crate::author) record_size: &'static str,
    /// Quotes that were looked up
    pub(in crate::author) record_quotes: &'static str,
    /// The heading of scenarios
    pub(in crate::author) record_scenarios: &'static str,
    /// Policies that the site has lost
    pub(in crate::author) record_lost: &'static str,
    /// There is a table to sign
    pub(in crate::author) record_sign_off: &'static str,
    /// There is no table to sign
    pub(in crate::author) record_no_sign_off: &'static str,
}
