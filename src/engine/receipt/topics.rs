//! The chosen topics in a receipt.
//!
//! | bits | content |
//! |---|---|
//! | gamma | the number of chosen topics, plus one; the rest follows only if there are some |
//! | 12 | a hash of the ids of the pack's topics, in order |
//! | gamma each | the distance from the previous chosen topic |
//!
//! # Why
//!
//! Topics may change while the questions stay the same. Then the answers of the code are still
//! valid, and the hash shows that its topics are not.

use crate::rulebook::{Fnv, Id, RulePack, TopicId, fold_hash};

use super::bits::{Bits, MAX_GAMMA_BITS, Reader};

/// Maximum number of topics in a code; the rest of a larger pack cannot be chosen in it.
const MAX_TOPICS: u64 = 64;

/// Bits of the hash.
const HASH_BITS: u32 = 12;

/// Upper bound on the bits of the topics.
pub(super) const MAX_BITS: usize = MAX_GAMMA_BITS + HASH_BITS as usize + 64 * 13;

/// Topics as in a code, perhaps of a pack with other topics.
#[derive(Default)]
pub(super) struct EncodedTopics {
    /// The hash of the pack's topics
    hash: u64,
    /// The indices of the chosen topics, in order
    chosen: Vec<u64>,
}

impl EncodedTopics {
    pub(super) fn new(pack: &RulePack, topics: &[TopicId]) -> EncodedTopics {
        let ids = (0..MAX_TOPICS).zip(pack.topics.iter());
        let chosen = ids.filter(|(_, (id, _))| topics.contains(id)).map(|(index, _)| index);
        EncodedTopics { hash: topics_hash(pack), chosen: chosen.collect() }
    }

    pub(super) fn encode(&self, bits: &mut Bits) {
        bits.push_gamma(self.chosen.len() as u64 + 1);
        if self.chosen.is_empty() {
            return;
        }
        bits.push(self.hash, HASH_BITS);
        let mut next = 0;
        for index in &self.chosen {
            bits.push_gamma(index - next + 1);
            next = index + 1;
        }
    }

    /// Decodes topics. `None` if the code ends before them, or has too many.
    pub(super) fn decode(reader: &mut Reader<'_>) -> Option<EncodedTopics> {
        let mut topics = EncodedTopics::default();
        let count = reader.gamma()? - 1;
        if count > 0 {
            topics.hash = reader.take(HASH_BITS)?;
        }
        let mut next = 0;
        for _ in 0..count {
            let index = (reader.gamma()? - 1).checked_add(next)?;
            topics.chosen.push(Some(index).filter(|index| *index < MAX_TOPICS)?);
            next = index + 1;
        }
        Some(topics)
    }

    /// The topics of this pack. `None` if the pack of the code had other topics.
    pub(super) fn of_pack(&self, pack: &RulePack) -> Option<Vec<TopicId>> {
        let is_same = self.chosen.is_empty() || self.hash == topics_hash(pack);
        let topic = |index: &u64| {
            let index = usize::try_from(*index).ok().filter(|index| *index < pack.topics.len())?;
            Some(TopicId::from_index(index))
        };
        if is_same { self.chosen.iter().map(topic).collect() } else { None }
    }
}

fn topics_hash(pack: &RulePack) -> u64 {
    let mut hash = Fnv::default();
    pack.topics.iter().for_each(|(_, topic)| hash.text(&topic.id));
    u64::from(fold_hash(hash.0)) & ((1 << HASH_BITS) - 1)
}
