//! A case for each gap, as a suggestion for a scenario.

use crate::engine::{Answers, EvalContext, Example, Outcome, Truth, assess, check_relations};
use crate::lint::conditions;
use crate::rulebook::{Date, Id, Measure, MeasureId, When};

use super::atomic_conditions::ConditionOwner;
use super::gap::{GapKind, GapSubject, Lack, PolicyDays};
use super::limits::exercised_limits;
use super::{Coverage, Gap, Tested, repeats_applicability};

/// Most pairs of measures that are tried for a limit.
const MOST_PAIRS: usize = 60;

/// A case that fills a gap, if a scenario expects its outcome of the measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapCase {
    /// The as-of date
    pub day: Date,
    /// The answers
    pub answers: Answers,
    /// The measure
    pub measure: MeasureId,
}

impl Coverage<'_> {
    /// A case that fills a gap of this coverage. `None` if none was found: the search is not
    /// complete.
    pub fn case_for(&self, gap: &Gap) -> Option<GapCase> {
        match (gap.subject, gap.kind) {
            (_, GapKind::Criterion(lack) | GapKind::AtomicCondition(lack)) => {
                let (owner, when) = self.condition_of(gap)?;
                self.condition_case(owner, when, lack)
            }
            (_, GapKind::Outcome(measure, outcome)) => self.outcome_case(measure, outcome),
            (GapSubject::Limit(index), _) => self.limit_case(index),
            (GapSubject::Days(days), _) => self.day_case(days),
            _ => None,
        }
    }

    /// A case in which a condition has the truth that no scenario shows. The case meets the
    /// measure, or differs from one that does as little as possible.
    fn condition_case(&self, owner: ConditionOwner, when: &When, lack: Lack) -> Option<GapCase> {
        let criterion = match owner {
            ConditionOwner::Criterion(_, index) => Some(index),
            ConditionOwner::Definition(_) | ConditionOwner::Applicability(_) => None,
        };
        let is_true = lack != Lack::False;
        let wanted = if is_true { when.clone() } else { negated(when) };
        let measures: Vec<MeasureId> = match owner {
            ConditionOwner::Criterion(measure, _) | ConditionOwner::Applicability(measure) => {
                vec![measure]
            }
            ConditionOwner::Definition(reference) => {
                let index = self.context.pack.reference_index(reference);
                let using = self.context.pack.measures.iter().zip(&self.definitions_used);
                let using = using.filter(|(_, used)| used.contains(index, Tested::Everything));
                using.map(|((id, _), _)| id).collect()
            }
        };
        measures.into_iter().find_map(|id| {
            let measure = &self.context.pack.measures[id];
            let truth = if is_true { Truth::True } else { Truth::False };
            self.attempts(measure, criterion, &wanted, is_true).iter().find_map(|attempt| {
                let case = self.example(id, &attempt.iter().collect::<Vec<_>>())?;
                let context = self.eval(&case);
                let is_shown = context.truth(when) == truth && self.is_tested(owner, when, &case);
                is_shown.then_some(case)
            })
        })
    }

    /// Lists of conditions, the best first.
    fn attempts(
        &self,
        measure: &Measure,
        criterion: Option<usize>,
        wanted: &When,
        is_true: bool,
    ) -> Vec<Vec<When>> {
        let applies = measure.applies_when.iter().cloned();
        let of_criteria = |without: Option<usize>| {
            let criteria = measure.criteria.iter().enumerate();
            let others = criteria.filter(move |(index, _)| Some(*index) != without);
            others.filter_map(|(_, criterion)| criterion.when.clone())
        };
        let own = criterion.and_then(|index| measure.criteria.get(index)?.when.as_ref());
        let with = |conditions: Vec<When>| {
            let mut conditions = conditions;
            conditions.push(wanted.clone());
            conditions
        };
        let all = with(applies.clone().chain(of_criteria(None)).collect());
        let others = with(applies.clone().chain(of_criteria(criterion)).collect());
        let failing = own.map(|own| {
            let mut conditions = others.clone();
            conditions.push(negated(own));
            conditions
        });
        let mut attempts = Vec::new();
        if !is_true {
            attempts.extend(failing);
        }
        attempts.extend([all, others, with(applies.collect()), with(Vec::new())]);
        attempts
    }

    /// Whether a scenario with this case tests a condition.
    fn is_tested(&self, owner: ConditionOwner, when: &When, case: &GapCase) -> bool {
        let pack = self.context.pack;
        let outcome = assess(pack, &case.answers, case.day).of(case.measure).outcome;
        let tested = Tested::by_outcome(outcome);
        match owner {
            ConditionOwner::Applicability(_) => tested >= Tested::Applicability,
            ConditionOwner::Criterion(id, _) => {
                let measure = &pack.measures[id];
                tested.includes_criterion(false)
                    || tested.includes_criterion(repeats_applicability(
                        &self.context,
                        measure,
                        when,
                    ))
            }
            ConditionOwner::Definition(reference) => {
                let index = pack.reference_index(reference);
                let used = self.definitions_used.get(case.measure.index());
                used.is_some_and(|used| used.contains(index, tested))
            }
        }
    }

    fn outcome_case(&self, id: MeasureId, outcome: Outcome) -> Option<GapCase> {
        let measure = &self.context.pack.measures[id];
        match outcome {
            Outcome::NotMet => {
                (0..measure.criteria.len()).find_map(|index| self.failing_case(id, index))
            }
            Outcome::Open => {
                let met = self.met_case(id)?;
                let facts = met.answers.iter().map(|(fact, _)| fact);
                let without = facts.map(|fact| {
                    let mut case = met.clone();
                    case.answers.set(fact, None);
                    case
                });
                let answers = Answers::none(self.context.pack);
                let unanswered = GapCase { answers, ..met.clone() };
                without.chain([unanswered]).find(|case| self.has_outcome(case, Outcome::Open))
            }
            _ => self.met_case(id),
        }
    }

    /// A case that meets a measure.
    pub fn met_case(&self, measure: MeasureId) -> Option<GapCase> {
        match self.context.example_met(measure) {
            Example::Answers(day, answers) => Some(GapCase { day, answers, measure }),
            Example::Unsatisfiable | Example::Unknown => None,
        }
    }

    /// A case that fails a measure by the criterion with this index, and if possible by no other.
    pub fn failing_case(&self, id: MeasureId, index: usize) -> Option<GapCase> {
        let measure = &self.context.pack.measures[id];
        let when = measure.criteria.get(index)?.when.as_ref()?;
        let attempts = self.attempts(measure, Some(index), &negated(when), false);
        // The second one is the whole measure, which the criterion contradicts.
        attempts.iter().take(4).find_map(|attempt| {
            let case = self.example(id, &attempt.iter().collect::<Vec<_>>())?;
            self.has_outcome(&case, Outcome::NotMet).then_some(case)
        })
    }

    /// A case to which a measure does not apply.
    pub fn inapplicable_case(&self, id: MeasureId) -> Option<GapCase> {
        let applies = self.context.pack.measures[id].applies_when.as_ref()?;
        let case = self.example(id, &[&negated(applies)])?;
        self.has_outcome(&case, Outcome::NotApplicable).then_some(case)
    }

    /// Whether no answers can meet a measure. False if this cannot be decided.
    pub fn is_never_met(&self, measure: MeasureId) -> bool {
        self.context.example_met(measure) == Example::Unsatisfiable
    }

    fn limit_case(&self, index: usize) -> Option<GapCase> {
        let pack = self.context.pack;
        let measures = &pack.limits.get(index)?.measures;
        let pairs = measures.iter().enumerate().flat_map(|(first, one)| {
            measures.iter().skip(first + 1).map(move |other| (*one, *other))
        });
        pairs.take(MOST_PAIRS).find_map(|(one, other)| {
            let both = conditions(&pack.measures[one]).into_iter();
            let both: Vec<&When> = both.chain(conditions(&pack.measures[other])).collect();
            let case = self.example(one, &both)?;
            let assessment = assess(pack, &case.answers, case.day);
            let exercised = exercised_limits(&self.eval(&case), &assessment);
            exercised.get(index).copied().unwrap_or_default().then_some(case)
        })
    }

    /// A case before, within or after the policy.
    fn day_case(&self, days: PolicyDays) -> Option<GapCase> {
        let pack = self.context.pack;
        let period = &pack.in_force;
        let met = pack.measures.iter().find_map(|(id, _)| self.met_case(id));
        let mut case = met.or_else(|| {
            let (measure, _) = pack.measures.iter().next()?;
            let day = period.from.or(period.to)?;
            Some(GapCase { day, answers: Answers::none(pack), measure })
        })?;
        match days {
            PolicyDays::Before => case.day = period.from?.yesterday().ok()?,
            PolicyDays::Within => {}
            PolicyDays::After => case.day = period.to?.tomorrow().ok()?,
        }
        // On another day, dates of the case may contradict each other.
        if !check_relations(pack, &case.answers, case.day).is_empty() {
            case.answers = Answers::none(pack);
        }
        Some(case)
    }

    fn example(&self, measure: MeasureId, conditions: &[&When]) -> Option<GapCase> {
        let found = self.context.example_of(&self.context.pack.measures[measure], conditions);
        match found {
            Example::Answers(day, answers) => Some(GapCase { day, answers, measure }),
            Example::Unsatisfiable | Example::Unknown => None,
        }
    }

    fn eval<'c>(&'c self, case: &'c GapCase) -> EvalContext<'c> {
        EvalContext { pack: self.context.pack, answers: &case.answers, as_of: case.day }
    }

    fn has_outcome(&self, case: &GapCase, outcome: Outcome) -> bool {
        assess(self.context.pack, &case.answers, case.day).of(case.measure).outcome == outcome
    }
}

fn negated(when: &When) -> When {
    When::Not(Box::new(when.clone()))
}
