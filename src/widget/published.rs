//! What a site publishes for browsers: the rules of one policy, or a list of several.

use crate::rulebook::{BrowserPackError, PolicyList};

use super::pack::Pack;
use super::policies::List;

/// A decoded file of a site, in one language.
#[derive(Clone, Debug)]
pub enum Published {
    /// The rules of a policy
    Policy(Pack),
    /// A list of policies
    List(List),
}

impl Published {
    /// Decodes the text of a file that `eligibility bundle` made.
    ///
    /// # Errors
    ///
    /// The text is no such file of this format, is altered, names no policy, or has the interface
    /// texts of another version.
    pub fn decode(text: &str) -> Result<Published, BrowserPackError> {
        Ok(match PolicyList::decode(text)? {
            Some(list) => Published::List(List::new(list)?),
            None => Published::Policy(Pack::decode(text)?),
        })
    }
}
