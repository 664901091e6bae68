//! The reason why nothing is written into a site.

use std::fmt;

/// A pack, a file of the site or a part cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct BundleError {
    /// The problem: lower case, no full stop
    pub message: String,
    /// The remedy
    pub help: Option<String>,
}

impl BundleError {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> BundleError {
        BundleError { message: message.into(), help: Some(help.into()) }
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}
