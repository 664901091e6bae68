//! What was restored, for the notice on the results screen.

use jiff::civil::Date;

use super::diff::RestoreDiff;
use crate::rulebook::TopicId;

/// The content of the last restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The as-of date
    pub as_of: Date,
    /// The number of answers
    pub answers: usize,
    /// The chosen topics
    pub topics: Vec<TopicId>,
    /// Differences since the answers were saved; `None` if there are none
    pub diff: Option<RestoreDiff>,
}
