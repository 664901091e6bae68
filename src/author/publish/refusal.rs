//! Why nothing is published.

use serde::{Deserialize, Serialize};

/// The reason why nothing is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The pack has this number of faults
    Faults(usize),
    /// The scenarios have this number of faults
    ScenarioFaults(usize),
    /// The file with this name is not a pack without faults
    OtherPolicy(String),
    /// The scenarios in the file with this name fit none of the other packs, or several
    OtherScenarios(String),
    /// The site cannot be read
    Site(SiteError),
    /// The reason of `bundle`, with the remedy
    Bundle(String),
    /// The text of an unexpected error
    Failed(String),
}

/// Why a site cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteError {
    /// There is no site
    None,
    /// It is not a ZIP file, or a damaged one
    Damaged,
    /// It is larger than a site can be
    TooLarge,
    /// A name leads out of the folder
    UnsafeName,
    /// It does not contain the self-check
    NotASite,
}
