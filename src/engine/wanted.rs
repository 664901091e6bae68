//! The topics that an applicant has chosen, and what they mean for the interview.

use crate::rulebook::{Benefit, FactId, Id, Measure, MeasureId, RulePack, TopicId, Value};

use super::answers::{Answer, Answers};

/// The measures that an applicant wants: those of the chosen topics, or all if none is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    topics: Vec<TopicId>,
    /// Per measure: whether it is wanted, its value in the interview, and its rank among the
    /// chosen topics
    measures: Vec<(bool, u8, usize)>,
    /// Answers that follow from the topics
    preset: Vec<(FactId, Value)>,
}

impl Wanted {
    /// All measures.
    pub fn all(pack: &RulePack) -> Wanted {
        Wanted::new(pack, &[])
    }

    /// The measures of these topics; all measures if there are none.
    ///
    /// The interview asks about a measure if one of the topics asks: with no topic chosen, if it is
    /// in a topic that asks or in none. Two topics that preset different answers to a fact preset
    /// none.
    pub fn new(pack: &RulePack, topics: &[TopicId]) -> Wanted {
        // Each topic once, in the pack's order.
        let mut topics = topics.to_vec();
        topics.sort_unstable();
        topics.dedup();
        let chosen = |topic: &TopicId| topics.is_empty() || topics.contains(topic);
        let mut measures: Vec<(bool, bool, usize)> =
            vec![(topics.is_empty(), false, 0); pack.measures.len()];
        let mut is_in_topic = vec![false; measures.len()];
        let mut rank = 0;
        for (_, topic) in pack.topics.iter().filter(|(id, _)| chosen(id)) {
            for measure in topic.measures.iter().map(|measure| measure.index()) {
                rank += 1;
                if let (Some((wanted, asks, first)), Some(is_in_topic)) =
                    (measures.get_mut(measure), is_in_topic.get_mut(measure))
                {
                    *is_in_topic = true;
                    *wanted = true;
                    *asks |= topic.ask;
                    // Without a choice, the order is that of the pack.
                    if *first == 0 && !topics.is_empty() {
                        *first = rank;
                    }
                }
            }
        }
        let measures = pack.measures.iter().zip(measures).zip(is_in_topic);
        let measures = measures.map(|(((_, measure), (wanted, asks, rank)), is_in_topic)| {
            let asks = wanted && (asks || !is_in_topic);
            (wanted, if asks { weight(measure) } else { 0 }, rank)
        });
        let measures = measures.collect();
        let preset = preset(pack, &topics);
        Wanted { topics, measures, preset }
    }

    /// The chosen topics, in the pack's order.
    pub fn topics(&self) -> &[TopicId] {
        &self.topics
    }

    /// Whether a measure is wanted.
    pub fn includes(&self, measure: MeasureId) -> bool {
        self.measures.get(measure.index()).is_some_and(|(wanted, ..)| *wanted)
    }

    /// The value of deciding a measure: 0 if the interview asks nothing for it.
    pub fn weight(&self, measure: MeasureId) -> u64 {
        self.measures.get(measure.index()).map_or(0, |(_, weight, _)| u64::from(*weight))
    }

    /// The position of a measure in the chosen topics.
    pub(super) fn rank(&self, measure: MeasureId) -> usize {
        self.measures.get(measure.index()).map_or(0, |(.., rank)| *rank)
    }

    /// The answers that follow from the topics, for facts that the applicant has not answered.
    pub fn preset(&self) -> &[(FactId, Value)] {
        &self.preset
    }

    /// The answers of an applicant, and those that follow from the topics where there are none.
    pub fn with_preset(&self, answers: &Answers) -> Answers {
        let mut all = answers.clone();
        for (fact, value) in &self.preset {
            if answers.get(*fact).is_none() {
                all.set(*fact, Some(Answer::Value(*value)));
            }
        }
        all
    }
}

/// The value of deciding a measure that is asked about.
fn weight(measure: &Measure) -> u8 {
    measure.weight.unwrap_or(if has_figure(measure) { 3 } else { 1 })
}

/// Whether a measure grants an amount of money with a published figure.
pub(super) fn has_figure(measure: &Measure) -> bool {
    match measure.grants.benefit {
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_) => true,
        Benefit::InKind(_) | Benefit::Unspecified => false,
    }
}

/// The preset answers of the topics. The answer of one topic says nothing about the measures of
/// another: if they depend on the fact, it is asked.
fn preset(pack: &RulePack, topics: &[TopicId]) -> Vec<(FactId, Value)> {
    let mut preset: Vec<(FactId, Value)> = Vec::new();
    for topic in topics {
        for answer in &pack.topics[*topic].preset {
            let agrees = |other: &TopicId| {
                let other = &pack.topics[*other];
                let mut measures = other.measures.iter();
                other.preset.contains(answer)
                    || !other.ask
                    || !measures.any(|measure| pack.facts_of(*measure).contains(&answer.0))
            };
            if !preset.contains(answer) && topics.iter().all(agrees) {
                preset.push(*answer);
            }
        }
    }
    preset
}
