//! The shortest reply: outcomes alone, for many cases.

use crate::engine::assess::OutcomeBuffer;
use crate::engine::compiled::CompiledPack;
use crate::engine::evaluate::EvalContext;
use crate::engine::wanted::Wanted;
use crate::rulebook::{MeasureId, RulePack, TopicId};

use super::FORMAT;
use super::values::string;

/// Writes replies with outcomes alone. It keeps its memory from one case to the next.
#[derive(Debug)]
pub struct OutcomeWriter {
    /// The measures of the replies, with their keys as JSON
    measures: Vec<(MeasureId, String)>,
    topics: Vec<TopicId>,
    wanted: Wanted,
    buffer: OutcomeBuffer,
}

impl OutcomeWriter {
    /// A writer of the outcomes of these measures.
    pub fn new(pack: &RulePack, measures: &[MeasureId]) -> OutcomeWriter {
        let key = |id: &MeasureId| (*id, string(&pack.measures[*id].id).to_text());
        OutcomeWriter {
            measures: measures.iter().map(key).collect(),
            topics: Vec::new(),
            wanted: Wanted::all(pack),
            buffer: OutcomeBuffer::default(),
        }
    }

    /// Appends the reply to a case: `{"format", "id", "outcomes"}`. `id` is JSON text.
    pub fn write(
        &mut self,
        id: &str,
        rules: &CompiledPack,
        context: &EvalContext<'_>,
        topics: &[TopicId],
        text: &mut String,
    ) {
        if self.topics != topics {
            self.topics = topics.to_vec();
            self.wanted = Wanted::new(context.pack, topics);
        }
        let OutcomeWriter { measures, wanted, buffer, .. } = self;
        let answers = wanted.with_preset(context.answers);
        let included = || measures.iter().filter(|(measure, _)| wanted.includes(*measure));
        let ids = included().map(|(measure, _)| *measure);
        let outcomes = rules.outcomes_of(context.pack, &answers, ids, buffer);
        text.push_str(&format!("{{\"format\":{FORMAT},\"id\":{id},\"outcomes\":{{"));
        for (index, ((_, key), outcome)) in included().zip(outcomes).enumerate() {
            if index > 0 {
                text.push(',');
            }
            for part in [key, ":\"", outcome.name(), "\""] {
                text.push_str(part);
            }
        }
        text.push_str("}}");
    }
}
