//! The interview: the choice of the next question.
//!
//! # Why
//!
//! A form asks everyone everything. An interview asks the most decisive question first and omits
//! the rest: for a firm that is not a bank, no question about banks matters. The score of a
//! question is the expected value of the measures that its answer decides, with all options equally
//! likely. This is one-step lookahead, as in the diagnosis of J. de Kleer and B. C. Williams
//! (1987).
//!
//! Only measures that can still be met are decided this way. Whether a lost measure is "not met" or
//! "not applicable" is not worth a question, and neither is the exact amount of a measure that is
//! met: [`detail_facts`] lists those facts, so that the results can offer them. Whether a measure
//! can be applied for this year is worth one: after everything else, the interview asks which
//! windows are meant for the applicant.

use crate::rulebook::{FactId, FactSet, Id, MeasureId, RulePack};

use super::amount::{amount, missing_amount_facts};
use super::answers::Answers;
use super::applications::{Applications, applications, window_facts};
use super::askable::{Askable, AskableFacts};
use super::assess::Assessment;
use super::compiled::{CompiledPack, Representation, Split, UNKNOWN};
use super::evaluate::EvalContext;
use super::measure_assessment::MeasureAssessment;
use super::outcome::Outcome;
use super::probability::DecisionEstimator;
use super::truth::Truth;
use super::wanted::Wanted;

/// The next question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// The most decisive fact to ask about
    pub fact: FactId,
    /// The facts to ask about on the same screen, in the order of the screen: `fact`, and those
    /// that the pack asks together with it and that can still change an outcome
    pub screen: Vec<FactId>,
    /// The wanted measures that depend on `fact` and can still be met, in the pack's order
    pub measures: Vec<MeasureId>,
    /// All facts that can still change an outcome and can be asked, in the pack's order
    pub questions: Vec<FactId>,
    /// Upper bound on the number of remaining questions, this one included
    pub max_remaining: usize,
    /// Upper bound on the number of remaining screens, this one included
    pub max_screens: usize,
}

/// A fact to find out: the applicant answered 不清楚, and an answer can still change an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactToFindOut {
    /// The fact
    pub fact: FactId,
    /// The facts that are asked only after it, in the pack's order
    pub waiting: Vec<FactId>,
    /// The wanted measures that depend on it or on a waiting fact and can still be met, in the
    /// pack's order
    pub measures: Vec<MeasureId>,
}

/// The unanswered fact with the highest score; ties go to the first in the order of the chosen
/// topics, then in the pack's order. `None` if no answer can change the outcome of a wanted measure
/// that can still be met.
///
/// A fact answered 不清楚 is not asked again. A fact whose `ask-when` is false, or depends on a fact
/// answered 不清楚, is not asked.
pub fn next_question(
    rules: &CompiledPack,
    pack: &RulePack,
    answers: &Answers,
    assessment: &Assessment,
    wanted: &Wanted,
) -> Option<NextQuestion> {
    let context = EvalContext { pack, answers, as_of: assessment.as_of };
    let interview = Interview::new(rules, context, assessment, wanted);
    let mut estimator = DecisionEstimator::new(rules, assessment);
    let group = |fact: FactId| pack.group_of(fact);
    let mut scores = vec![Score::default(); pack.facts.len()];
    for (measure, fact) in &interview.questions {
        if let Some(score) = scores.get_mut(fact.index()) {
            let together = group(*fact).map_or(&[][..], |group| &group.facts);
            let probability = estimator.probability_decided(&context, *measure, *fact, together);
            score.add(probability * wanted.weight(*measure), wanted.rank(*measure));
        }
    }
    // Last, the questions that decide whether something can be applied for this year.
    for (measure, fact) in &interview.window_questions {
        if let Some(score) = scores.get_mut(fact.index()) {
            score.add(1, wanted.rank(*measure));
        }
    }
    // A question that may not concern the applicant waits for the questions that decide it.
    let mut certain = scores.clone();
    for ((_, fact), score) in pack.facts.iter().zip(&mut certain) {
        let may_concern = fact.ask_when.as_ref().map(|when| context.truth(when));
        if may_concern == Some(Truth::Unknown) {
            *score = Score::default();
        }
    }
    let fact = FactId::from_index(best(&certain).or_else(|| best(&scores))?);
    let is_question = |fact: &FactId| scores.get(fact.index()).is_some_and(|score| score.value > 0);
    let screen = match group(fact) {
        Some(group) => group.facts.iter().copied().filter(is_question).collect(),
        None => vec![fact],
    };
    let is_askable = |fact: &FactId| interview.askable.of(*fact) == Askable::Yes;
    let is_left = |fact: &FactId| is_question(fact) || interview.later.contains(fact);
    let remaining: Vec<FactId> = pack.facts.iter().map(|(fact, _)| fact).filter(is_left).collect();
    let alone = remaining.iter().filter(|fact| group(**fact).is_none()).count();
    let groups = pack.ask_together.iter().filter(|group| group.facts.iter().any(is_left));
    let questions = interview.questions.iter().chain(&interview.window_questions);
    let questions = questions.filter(|(_, other)| *other == fact);
    let mut measures: Vec<MeasureId> = questions.map(|(measure, _)| *measure).collect();
    measures.sort_unstable();
    measures.dedup();
    Some(NextQuestion {
        fact,
        screen,
        measures,
        max_remaining: remaining.len(),
        questions: remaining.into_iter().filter(is_askable).collect(),
        max_screens: alone + groups.count(),
    })
}

/// The facts answered 不清楚 that can still change the outcome of a wanted measure, directly or
/// because another question waits for them; in the pack's order.
pub fn facts_to_find_out(
    rules: &CompiledPack,
    pack: &RulePack,
    answers: &Answers,
    assessment: &Assessment,
    wanted: &Wanted,
) -> Vec<FactToFindOut> {
    let context = EvalContext { pack, answers, as_of: assessment.as_of };
    let interview = Interview::new(rules, context, assessment, wanted);
    let mut found: Vec<FactToFindOut> = Vec::new();
    let mut add = |fact: FactId, waiting: Option<FactId>, measure: MeasureId| {
        let index = found.iter().position(|known| known.fact == fact).unwrap_or_else(|| {
            found.push(FactToFindOut { fact, waiting: Vec::new(), measures: Vec::new() });
            found.len() - 1
        });
        if let Some(known) = found.get_mut(index) {
            if !known.measures.contains(&measure) {
                known.measures.push(measure);
            }
            known.waiting.extend(waiting.filter(|fact| !known.waiting.contains(fact)));
        }
    };
    for (measure, assessed) in interview.measures() {
        for fact in &assessed.missing {
            match interview.askable.of(*fact) {
                Askable::NotSure => add(*fact, None, measure),
                Askable::Waits => {
                    for parent in interview.askable.awaited(&context, *fact) {
                        add(parent, Some(*fact), measure);
                    }
                }
                Askable::Yes | Askable::Known | Askable::Hidden => {}
            }
        }
    }
    found.sort_unstable_by_key(|known| known.fact);
    found.iter_mut().for_each(|known| known.waiting.sort_unstable());
    found
}

/// The unanswered facts on which only the amount, the materials and the windows of a measure
/// depend, in the pack's order. Empty unless the measure is met, in direction or not.
pub fn detail_facts(
    context: &EvalContext<'_>,
    id: MeasureId,
    assessed: &MeasureAssessment,
) -> Vec<FactId> {
    let measure = &context.pack.measures[id];
    let mut facts = FactSet::default();
    if assessed.outcome != Outcome::Open && assessed.outcome.is_possible() {
        measure.each_detail_condition(&mut |when| context.missing(when, &mut facts));
        if amount(context, id, assessed).is_some_and(|amount| amount.max != Some(amount.min)) {
            missing_amount_facts(context, &measure.grants, &mut facts);
        }
    }
    let mut facts = facts.into_vec();
    facts.retain(|fact| {
        let when = context.pack.facts[*fact].ask_when.as_ref();
        context.answers.get(*fact).is_none()
            && when.is_none_or(|when| context.truth(when) != Truth::False)
    });
    facts
}

/// The questions that can still change an outcome.
struct Interview<'a> {
    assessment: &'a Assessment,
    wanted: &'a Wanted,
    askable: AskableFacts,
    /// Measures that can still be met, each with a fact that can change its outcome; in the pack's
    /// order
    questions: Vec<(MeasureId, FactId)>,
    /// Measures that are met, each with a fact that decides which windows are meant for the
    /// applicant; in the pack's order
    window_questions: Vec<(MeasureId, FactId)>,
    /// The facts that decide the windows of measures that are met or can still be decided, and that
    /// are or may become questions
    later: Vec<FactId>,
}

impl<'a> Interview<'a> {
    fn new(
        rules: &CompiledPack,
        context: EvalContext<'_>,
        assessment: &'a Assessment,
        wanted: &'a Wanted,
    ) -> Interview<'a> {
        let askable = AskableFacts::new(&context);
        let mut interview = Interview {
            assessment,
            wanted,
            askable,
            questions: Vec::new(),
            window_questions: Vec::new(),
            later: Vec::new(),
        };
        let (mut questions, mut window_questions) = (Vec::new(), Vec::new());
        let mut later = Vec::new();
        for (measure, assessed) in interview.measures() {
            let can_ask = |fact: &FactId| interview.askable.of(*fact) == Askable::Yes;
            let decisive = interview.decisive_facts(rules, &context, measure, assessed);
            let decides = |fact: &&FactId| {
                can_ask(fact) && decisive.as_ref().is_none_or(|facts| facts.contains(**fact))
            };
            let before = questions.len();
            questions.extend(assessed.missing.iter().filter(decides).map(|fact| (measure, *fact)));
            let facts = match applications(&context, measure) {
                Applications::Undecided => window_facts(&context, measure),
                _ => Vec::new(),
            };
            let is_decided = assessed.outcome != Outcome::Open;
            if is_decided {
                let facts = facts.iter().filter(|fact| can_ask(fact));
                window_questions.extend(facts.map(|fact| (measure, *fact)));
            }
            if is_decided || questions.len() > before {
                later.extend(facts.into_iter().filter(|fact| {
                    matches!(interview.askable.of(*fact), Askable::Yes | Askable::Waits)
                }));
            }
        }
        interview.questions = questions;
        interview.window_questions = window_questions;
        interview.later = later;
        interview
    }

    /// The measures that the interview asks about.
    fn measures(&self) -> impl Iterator<Item = (MeasureId, &'a MeasureAssessment)> {
        self.assessment
            .iter()
            .filter(|(measure, assessed)| assessed.can_be_met && self.wanted.weight(*measure) > 0)
    }

    /// The facts that can change an outcome although others stay unknown. `None` if all missing
    /// facts can.
    fn decisive_facts(
        &self,
        rules: &CompiledPack,
        context: &EvalContext<'_>,
        measure: MeasureId,
        assessed: &MeasureAssessment,
    ) -> Option<FactSet> {
        let can_ask = |fact: &FactId| self.askable.of(*fact) == Askable::Yes;
        if assessed.missing.iter().all(can_ask) {
            return None;
        }
        let Representation::Diagram(diagram) = rules.representation(measure) else { return None };
        let regions = self.assessment.regions();
        let (mut seen, mut fixed, mut facts) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_connected = false;
        rules.each_split(diagram, &mut |index, split| {
            if seen.contains(&index) {
                return;
            }
            seen.push(index);
            split.each_fact(&mut |fact| {
                is_connected |= facts.contains(&fact);
                facts.push(fact);
            });
            if regions.get(index as usize) == Some(&UNKNOWN) && self.stays_unknown(context, split) {
                fixed.push(index);
            }
        });
        // A fact in several splits connects them, and an approximate diagram does not show how.
        if diagram.is_approximate && is_connected {
            return None;
        }
        let mut facts = FactSet::default();
        for split in rules.decisive_splits(diagram, regions, &fixed)? {
            if let Some(split) = rules.splits.get(split as usize) {
                split.add_missing(context, &mut facts);
            }
        }
        Some(facts)
    }

    /// Whether no question that can be asked decides a split.
    fn stays_unknown(&self, context: &EvalContext<'_>, split: &Split) -> bool {
        let mut facts = FactSet::default();
        split.add_missing(context, &mut facts);
        let can_ask = |fact: &FactId| self.askable.of(*fact) == Askable::Yes;
        let facts = facts.into_vec();
        !facts.iter().any(can_ask)
            || !facts.iter().all(can_ask)
                && !split
                    .can_be_decided(context, &facts.into_iter().filter(can_ask).collect::<Vec<_>>())
    }
}

/// The value of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Score {
    /// The expected value of the measures that it decides
    value: u64,
    /// The position of the first of these measures in the chosen topics
    rank: usize,
}

impl Score {
    fn add(&mut self, value: u64, rank: usize) {
        self.rank = if self.value == 0 { rank } else { self.rank.min(rank) };
        self.value += value;
    }
}

/// The index of the best score, the first of equals. `None` if there is none above zero.
fn best(scores: &[Score]) -> Option<usize> {
    let scores = scores.iter().enumerate().filter(|(_, score)| score.value > 0);
    // The last of equal maxima is the first in the pack's order.
    scores
        .rev()
        .max_by_key(|(_, score)| (score.value, std::cmp::Reverse(score.rank)))
        .map(|(index, _)| index)
}
