//! The replies to a batch of rows.

use jiff::civil::Date;

use crate::cli::registry::{Batch, Decoder, Layout};
use crate::engine::{
    Case, CompiledCache, EvalContext, OutcomeWriter, assess_json, assess_measures_json, reply_text,
};
use crate::rulebook::{MeasureId, RulePack, TopicId};

use super::summary::Summary;

/// What to evaluate, and how. Each worker parses the pack, because a parsed one cannot be shared
/// by threads; ids and columns can.
pub(super) struct Request<'a> {
    /// The text of a valid pack
    pub(super) pack: &'a str,
    /// The as-of date of cases without one
    pub(super) as_of: Date,
    /// The topics of cases without one
    pub(super) topics: Vec<TopicId>,
    /// The measures to evaluate, in the pack's order; all if empty
    pub(super) only: Vec<MeasureId>,
    pub(super) is_outcomes_only: bool,
    pub(super) layout: Layout,
}

/// The replies to a batch: lines of JSON, and what they say about unusable rows.
pub(super) struct Replies {
    pub(super) text: String,
    pub(super) summary: Summary,
}

impl Request<'_> {
    /// Answers batches until there are none, or nobody takes the replies.
    pub(super) fn answer(
        &self,
        batches: &mut dyn Iterator<Item = Batch>,
        send: &mut dyn FnMut(Replies) -> bool,
    ) {
        // OK because the command has parsed the same text.
        let Ok(pack) = RulePack::from_json(self.pack) else { return };
        let decoder = Decoder { pack: &pack, as_of: self.as_of, layout: self.layout.clone() };
        let mut evaluator = Evaluator::new(self, &pack);
        for batch in batches {
            let (mut text, mut summary) = (String::new(), Summary::default());
            decoder.each_row(&batch, &mut |row| {
                match &row.case {
                    Ok(case) => {
                        evaluator.reply(&row.id, case, &mut text);
                        summary.add_usable();
                    }
                    Err(error) => {
                        text.push_str(&reply_text(&row.id, &error.json(&pack, row.position)));
                        summary.add_unusable(row.position, error);
                    }
                }
                text.push('\n');
            });
            if !send(Replies { text, summary }) {
                return;
            }
        }
    }
}

/// Evaluates cases, and keeps the compiled packs.
struct Evaluator<'r> {
    request: &'r Request<'r>,
    pack: &'r RulePack,
    days: CompiledCache,
    outcomes: Option<OutcomeWriter>,
}

impl<'r> Evaluator<'r> {
    fn new(request: &'r Request<'r>, pack: &'r RulePack) -> Evaluator<'r> {
        let all = || pack.measures.iter().map(|(measure, _)| measure).collect();
        let measures = if request.only.is_empty() { all() } else { request.only.clone() };
        Evaluator {
            request,
            pack,
            days: CompiledCache::of_measures(&measures),
            outcomes: request.is_outcomes_only.then(|| OutcomeWriter::new(pack, &measures)),
        }
    }

    /// Appends the reply to a case.
    fn reply(&mut self, id: &str, case: &Case, text: &mut String) {
        let (request, pack) = (self.request, self.pack);
        let as_of = case.as_of.unwrap_or(request.as_of);
        let context = EvalContext { pack, answers: &case.answers, as_of };
        let topics = if case.topics.is_empty() { &request.topics } else { &case.topics };
        let rules = self.days.get(pack, as_of);
        match &mut self.outcomes {
            Some(outcomes) => outcomes.write(id, &rules, &context, topics, text),
            None => {
                let reply = match request.only.is_empty() {
                    true => assess_json(&rules, &context, topics),
                    false => assess_measures_json(&rules, &context, topics, &request.only),
                };
                text.push_str(&reply_text(id, &reply));
            }
        }
    }
}
