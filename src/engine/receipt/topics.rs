//! The chosen topics in a receipt.
//!
//! | bits | content |
//! |---|---|
//! | 1 | whether topics are chosen; the rest follows only then |
//! | 8 | a hash of the ids of the pack's topics, in order |
//! | varint | the number of the pack's topics |
//! | 1 each | whether the topic is chosen |
//!
//! # Why
//!
//! Topics may change while the questions stay the same. Then the answers of the code are still
//! valid, and the hash shows that its topics are not.

use crate::rulebook::{Fnv, Id, RulePack, TopicId, fold_hash};

use super::bits::{Bits, Reader};

/// Maximum number of topics in a code; the rest of a larger pack cannot be chosen in it.
const MAX_TOPICS: usize = 64;

/// Upper bound on the bits of the topics.
pub(super) const MAX_BITS: usize = 1 + 8 + super::MAX_VARINT_BITS + MAX_TOPICS;

/// Topics as in a code, perhaps of a pack with other topics.
#[derive(Default)]
pub(super) struct EncodedTopics {
    /// The hash of the pack's topics
    hash: u64,
    /// Per topic of the pack: whether it is chosen. All are false if no topic is
    chosen: Vec<bool>,
}

impl EncodedTopics {
    pub(super) fn new(pack: &RulePack, topics: &[TopicId]) -> EncodedTopics {
        let ids = pack.topics.iter().map(|(id, _)| id).take(MAX_TOPICS);
        EncodedTopics {
            hash: topics_hash(pack),
            chosen: ids.map(|id| topics.contains(&id)).collect(),
        }
    }

    pub(super) fn encode(&self, bits: &mut Bits) {
        let is_any = self.chosen.contains(&true);
        bits.push(u64::from(is_any), 1);
        if is_any {
            bits.push(self.hash, 8);
            bits.push_varint(self.chosen.len() as u64);
            self.chosen.iter().for_each(|chosen| bits.push(u64::from(*chosen), 1));
        }
    }

    /// Decodes topics. `None` if the code ends before them, or has too many.
    pub(super) fn decode(reader: &mut Reader<'_>) -> Option<EncodedTopics> {
        let mut topics = EncodedTopics::default();
        if reader.take(1)? == 1 {
            topics.hash = reader.take(8)?;
            let count =
                usize::try_from(reader.varint()?).ok().filter(|count| *count <= MAX_TOPICS)?;
            for _ in 0..count {
                topics.chosen.push(reader.take(1)? == 1);
            }
        }
        Some(topics)
    }

    /// The topics of this pack. `None` if the pack of the code had other topics.
    pub(super) fn of_pack(&self, pack: &RulePack) -> Option<Vec<TopicId>> {
        let is_same = self.hash == topics_hash(pack)
            && self.chosen.len() == pack.topics.len().min(MAX_TOPICS);
        let is_any = self.chosen.contains(&true);
        let chosen = self.chosen.iter().enumerate().filter(|(_, chosen)| **chosen);
        let chosen = chosen.map(|(index, _)| TopicId::from_index(index)).collect();
        (is_same || !is_any).then_some(chosen)
    }
}

fn topics_hash(pack: &RulePack) -> u64 {
    let mut hash = Fnv::default();
    pack.topics.iter().for_each(|(_, topic)| hash.text(&topic.id));
    u64::from(fold_hash(hash.0)) & 0xff
}
