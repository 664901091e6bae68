//! What differs from when answers were saved: other rules, other outcomes, answers that no longer fit.
//!
//! # Why
//!
//! A firm that went home with 符合 on paper must not find 不符合 on the screen without an explanation.

use jiff::civil::Date;

use super::parse::safe_name;
use crate::engine::{Answers, AsOf, Compiled, Origin, Outcome};
use crate::rulebook::RulePack;

/// Most measures named.
const MOST_NAMED: usize = 10;

/// What differs from when answers were saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestoreDiff {
    /// The other rules, if they were others
    pub rules: Option<OtherRules>,
    /// Ids of answers that do not fit the current rules
    pub left_out: Vec<String>,
}

/// The rules that answers were saved with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherRules {
    /// Their version, where it is known
    pub version: Option<String>,
    /// Their hash, where it is known
    pub hash: Option<String>,
    /// How many measures have another outcome now; `None` if the outcomes were not saved
    pub changed_count: Option<usize>,
    /// The first of these measures
    pub changed: Vec<ChangedOutcome>,
}

/// A measure with another outcome than when the answers were saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedOutcome {
    /// Id of the measure
    pub measure: String,
    /// The outcome then
    pub before: Outcome,
    /// The outcome now; `None` if there is no such measure any more
    pub now: Option<Outcome>,
}

impl RestoreDiff {
    /// Compares restored answers with where they came from; `None` if nothing differs.
    pub(super) fn of(
        book: &RulePack,
        as_of: Date,
        answers: &Answers,
        origin: &Origin,
        left_out: Vec<String>,
    ) -> Option<RestoreDiff> {
        let has_other_rules = match (&origin.rules, &origin.version) {
            (Some(rules), _) => *rules != book.short_hash(),
            (None, Some(version)) => **version != *book.version,
            (None, None) => false,
        };
        let rules = has_other_rules.then(|| other_rules(book, as_of, answers, origin));
        let diff = RestoreDiff { rules, left_out };
        (diff != RestoreDiff::default()).then_some(diff)
    }
}

fn other_rules(book: &RulePack, as_of: Date, answers: &Answers, origin: &Origin) -> OtherRules {
    let assessment = Compiled::new(book, AsOf::new(book, as_of).evaluated).assess(book, answers);
    let changes = origin.outcomes.iter().filter_map(|(id, before)| {
        let now = book.find_measure(id).map(|measure| assessment.of(measure).outcome);
        let measure = if now.is_some() { id.clone() } else { safe_name(id) };
        (now != Some(*before)).then_some(ChangedOutcome { measure, before: *before, now })
    });
    let mut changed: Vec<ChangedOutcome> = changes.collect();
    let changed_count = (!origin.outcomes.is_empty()).then_some(changed.len());
    changed.truncate(MOST_NAMED);
    let safe =
        |text: &Option<String>| text.as_deref().map(safe_name).filter(|name| !name.is_empty());
    OtherRules { version: safe(&origin.version), hash: safe(&origin.rules), changed_count, changed }
}
