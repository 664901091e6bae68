//! What is published, and into which site.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::author::checks::CheckInput;
use crate::rulebook::Locale;

/// A request to publish a pack. The site is an attachment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishInput {
    /// The pack, its scenarios, and the texts of its documents
    pub document: CheckInput,
    /// The other policies of the site
    pub others: Vec<OtherPolicy>,
    /// The name of the site's folder or file
    pub site_name: Rc<str>,
    /// The day for the record, such as `2026-11-29`
    pub date: Rc<str>,
    /// The language of the record
    pub locale: Locale,
}

/// Another policy of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherPolicy {
    /// The name of the file
    pub name: Rc<str>,
    /// The text of the pack
    pub text: Rc<str>,
    /// The text of its scenarios; empty if there are none
    pub scenarios: Rc<str>,
}
