//! Differences since answers were saved: another version of the pack, other outcomes, answers that
//! no longer fit.
//!
//! # Why
//!
//! A measure may be 符合 on the printed checklist and 不符合 on the screen. The firm must learn the
//! reason.

use jiff::civil::Date;

use super::import_error::safe_name;
use crate::engine::{Answers, AsOf, CompiledPack, Origin, Outcome};
use crate::rulebook::RulePack;

/// Maximum number of measures in [`PackDiff::changed`].
const MAX_CHANGED: usize = 10;

/// Differences since answers were saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestoreDiff {
    /// The pack the answers were saved with, if its rules differ from the current ones
    pub pack: Option<PackDiff>,
    /// Ids of answers that do not fit the current pack and were left out
    pub ignored_answers: Vec<String>,
}

/// The pack that answers were saved with, compared with the current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackDiff {
    /// Its version, if known
    pub version: Option<String>,
    /// Its [`RulePack::short_hash`], if known
    pub hash: Option<String>,
    /// Number of measures whose outcome changed; `None` if the outcomes were not saved
    pub changed_count: Option<usize>,
    /// The first of these measures, at most ten
    pub changed: Vec<ChangedOutcome>,
}

/// A measure whose outcome changed since the answers were saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedOutcome {
    /// Id of the measure
    pub measure: String,
    /// The saved outcome
    pub before: Outcome,
    /// The current outcome; `None` if the current pack has no such measure
    pub now: Option<Outcome>,
}

impl RestoreDiff {
    /// Compares restored answers with their origin; `None` if nothing differs.
    pub(super) fn of(
        pack: &RulePack,
        as_of: Date,
        answers: &Answers,
        origin: &Origin,
        ignored_answers: Vec<String>,
    ) -> Option<RestoreDiff> {
        let is_other_pack = match (&origin.rules, &origin.version) {
            (Some(hash), _) => *hash != pack.short_hash(),
            (None, Some(version)) => **version != *pack.version,
            (None, None) => false,
        };
        let pack = is_other_pack.then(|| pack_diff(pack, as_of, answers, origin));
        let diff = RestoreDiff { pack, ignored_answers };
        (diff != RestoreDiff::default()).then_some(diff)
    }
}

fn pack_diff(pack: &RulePack, as_of: Date, answers: &Answers, origin: &Origin) -> PackDiff {
    let assessment =
        CompiledPack::new(pack, AsOf::new(pack, as_of).evaluated).assess(pack, answers);
    let changes = origin.outcomes.iter().filter_map(|(id, before)| {
        let now = pack.find_measure(id).map(|measure| assessment.of(measure).outcome);
        let measure = if now.is_some() { id.clone() } else { safe_name(id) };
        (now != Some(*before)).then_some(ChangedOutcome { measure, before: *before, now })
    });
    let mut changed: Vec<ChangedOutcome> = changes.collect();
    let changed_count = (!origin.outcomes.is_empty()).then_some(changed.len());
    changed.truncate(MAX_CHANGED);
    let safe =
        |text: &Option<String>| text.as_deref().map(safe_name).filter(|name| !name.is_empty());
    PackDiff { version: safe(&origin.version), hash: safe(&origin.rules), changed_count, changed }
}
