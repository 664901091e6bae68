//! Which questions a pack asks: all that answers as bits depend on.
//!
//! # Why
//!
//! Rules change more often than questions. As long as the same is asked in the same order, an answer given under other rules
//! is the same answer, and what has changed is only what follows from it.

use crate::rulebook::{FactKind, Fnv, NumberKind, RulePack, fold_hash};

/// A hash of the questions in order: ids, kinds, options, units and bounds. Wording apart.
pub(super) fn questions_hash(pack: &RulePack) -> u64 {
    let mut hash = Fnv::default();
    for (_, fact) in pack.facts.iter() {
        hash.text(&fact.id);
        hash.byte(match &fact.kind {
            FactKind::YesNo => 0,
            FactKind::Choice(_) => 1,
            FactKind::Choices(_) => 2,
            FactKind::Number(_) => 3,
            FactKind::Date => 4,
        });
        fact.kind.options().iter().for_each(|option| hash.text(&option.id));
        if let FactKind::Number(NumberKind { unit, min, max, decimals }) = &fact.kind {
            hash.text(unit);
            hash.byte(*decimals);
            for bound in [min, max] {
                hash.byte(u8::from(bound.is_some()));
                bound.iter().for_each(|bound| hash.integer(bound.millionths()));
            }
        }
        // Options are as many as there are: what follows them is another fact.
        hash.byte(0xfe);
    }
    u64::from(fold_hash(hash.0))
}
