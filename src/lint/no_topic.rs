//! `no-topic`: a measure that is in no topic of a pack with topics.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "no-topic", description: "a measure that no topic contains", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let topics = &context.pack.topics;
    if topics.is_empty() {
        return Vec::new();
    }
    let is_in_topic = |id| topics.iter().any(|(_, topic)| topic.measures.contains(&id));
    let lost = context.pack.measures.iter().filter(|(id, _)| !is_in_topic(*id));
    let findings = lost.map(|(id, measure)| {
        let message = format!("no topic contains the measure `{}`", measure.id);
        Finding::new(LINT.name, format!("/measures/{}/id", id.index()), message)
            .help("add it to the `measures` of a topic; applicants choose topics first")
    });
    findings.collect()
}
