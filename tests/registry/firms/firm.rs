//! One firm: a random mixture of a scenario, random values and holes.

use eligibility_check::engine::{Answer, Answers, CompiledPack, check_relations};
use eligibility_check::rulebook::{Fact, FactId};

use crate::bisect::bisect;
use crate::random::Random;
use crate::values::Values;

/// Everything that the firms are made from.
pub(crate) struct Maker<'a> {
    pub(crate) values: Values<'a>,
    pub(crate) rules: &'a CompiledPack,
    pub(crate) scenarios: &'a [Answers],
    pub(crate) seed: u64,
    /// Whether answers may violate relations
    pub(crate) is_contradictory: bool,
}

impl Maker<'_> {
    /// The firm with this index. Its answers violate no relation, unless they may.
    ///
    /// Uniformly random firms fail the first gate of nearly every measure. So most firms are
    /// scenarios in which few answers have changed.
    pub(crate) fn firm(&self, index: u64) -> Answers {
        let mut random = Random::of(self.seed, index);
        let random = &mut random;
        let mut answers = self.start(random);
        match random.below(100) {
            // Plausible and incomplete.
            0..35 => {
                let changes = 1 + random.below(3);
                self.change(&mut answers, changes, random);
            }
            // Nearly complete, as many measures as possible decided.
            35..50 => {
                self.fill(&mut answers, 100, random);
                let changes = random.below(3);
                self.change(&mut answers, changes, random);
            }
            // One answer, or two, missing.
            50..65 => {
                self.fill(&mut answers, 100, random);
                let holes = 1 + random.below(2);
                for _ in 0..holes {
                    let fact = self.any_fact(random);
                    answers.set(fact, self.no_answer(random));
                }
            }
            // Any share of the answers, from none to all.
            65..85 => {
                self.fill(&mut answers, 100, random);
                let percent = random.below(101);
                for (fact, _) in self.values.pack.facts.iter() {
                    if !random.percent(percent) {
                        answers.set(fact, self.no_answer(random));
                    }
                }
            }
            // Random values only, nearly all or nearly none.
            85..94 => {
                answers = Answers::none(self.values.pack);
                let percent = if random.percent(50) { 95 } else { 5 };
                self.fill(&mut answers, percent, random);
            }
            // At the exact bound of some comparison.
            _ => {
                let percent = random.below(101);
                self.fill(&mut answers, percent, random);
                let fact = self.number_or_date(random);
                bisect(&self.values, self.rules, &mut answers, fact, random);
            }
        }
        if self.is_contradictory { answers } else { self.without_contradictions(answers) }
    }

    fn start(&self, random: &mut Random) -> Answers {
        let scenario = random.pick(self.scenarios).cloned();
        scenario.unwrap_or_else(|| Answers::none(self.values.pack))
    }

    /// Answers this percentage of the unanswered facts.
    fn fill(&self, answers: &mut Answers, percent: u64, random: &mut Random) {
        for (id, fact) in self.values.pack.facts.iter() {
            if answers.get(id).is_none() && random.percent(percent) {
                answers.set(id, self.answer(fact, random));
            }
        }
    }

    /// Changes some answers, facts of the same measures more often than others.
    fn change(&self, answers: &mut Answers, count: u64, random: &mut Random) {
        let answered: Vec<FactId> = answers.iter().map(|(fact, _)| fact).collect();
        for _ in 0..count {
            let fact = match random.percent(60) {
                true => random.pick(&answered).copied().unwrap_or_else(|| self.any_fact(random)),
                false => self.any_fact(random),
            };
            let answer = match random.percent(30) {
                true => self.no_answer(random),
                false => self.answer(&self.values.pack.facts[fact], random),
            };
            answers.set(fact, answer);
        }
    }

    fn answer(&self, fact: &Fact, random: &mut Random) -> Option<Answer> {
        Some(Answer::Value(self.values.value(fact, random)))
    }

    /// Unanswered, or 不清楚. A table has NULL for both.
    fn no_answer(&self, random: &mut Random) -> Option<Answer> {
        random.percent(20).then_some(Answer::NotSure)
    }

    fn any_fact(&self, random: &mut Random) -> FactId {
        let count = self.values.pack.facts.len() as u64;
        eligibility_check::rulebook::Id::from_index(random.below(count) as usize)
    }

    fn number_or_date(&self, random: &mut Random) -> FactId {
        let facts = self.values.pack.facts.iter();
        let facts: Vec<FactId> = facts
            .filter(|(_, fact)| matches!(fact.kind.name(), "number" | "date"))
            .map(|(id, _)| id)
            .collect();
        random.pick(&facts).copied().unwrap_or_else(|| self.any_fact(random))
    }

    /// Removes answers until no relation is violated: `assess` reports such firms as errors.
    fn without_contradictions(&self, mut answers: Answers) -> Answers {
        let pack = self.values.pack;
        for _ in 0..pack.facts.len() {
            let errors = check_relations(pack, &answers, self.values.as_of);
            if errors.is_empty() {
                break;
            }
            for error in errors {
                if let Some(fact) = pack.find_fact(&error.field) {
                    answers.set(fact, None);
                }
            }
        }
        answers
    }
}
