//! A hash of the questions of a pack: of all that the encoding of answers depends on.
//!
//! # Why
//!
//! Rules change more often than questions. If the questions and their order are unchanged, an
//! answer given under other rules is still the same answer. Only the outcomes may differ.

use crate::rulebook::{FactKind, Fnv, NumberKind, RulePack, fold_hash};

/// Bits of the hash. One in 16 million other versions is taken for this one.
pub(super) const HASH_BITS: u32 = 24;

/// Hashes the questions in order: ids, kinds, options, units and bounds, but not their wording.
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
        if let FactKind::Number(NumberKind { unit, min, max, decimals, usual: _ }) = &fact.kind {
            hash.text(unit);
            hash.byte(*decimals);
            for bound in [min, max] {
                hash.byte(u8::from(bound.is_some()));
                bound.iter().for_each(|bound| hash.integer(bound.millionths()));
            }
        }
        // Ends the list of options, so that no option is mistaken for the next fact.
        hash.byte(0xfe);
    }
    u64::from(fold_hash(hash.0)) & ((1 << HASH_BITS) - 1)
}
