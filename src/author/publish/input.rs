//! What is published, and into which site.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::author::checks::CheckInput;
use crate::rulebook::Locale;

/// A request to publish a pack. The site is an attachment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishInput {
    /// The pack, and the texts of its documents
    pub document: CheckInput,
    /// The text of its scenarios; empty if there are none
    pub scenarios: Rc<str>,
    /// Packs and scenarios of the other policies of the site, in any order. Of two packs with the
    /// same id, the later one counts
    pub others: Vec<OtherFile>,
    /// Whether it is a new site, made from the one in the page, so that all its files are new
    pub is_new_site: bool,
    /// The name of the site's folder or file
    pub site_name: Rc<str>,
    /// The day for the record, such as `2026-11-29`
    pub date: Rc<str>,
    /// The language of the record
    pub locale: Locale,
}

/// A file of another policy: its pack, or scenarios.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherFile {
    /// The name of the file
    pub name: Rc<str>,
    /// Its text
    pub text: Rc<str>,
}
