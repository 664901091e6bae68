//! Packs and firms for the benchmarks, native (`assess.rs`) and in the browser (`www/bench`).

pub(crate) mod large;
pub(crate) mod tee;

use eligibility_check::engine::{Answer, Answers};
use eligibility_check::rulebook::{
    Date, Decimal, FactKind, Options, RulePack, Value, date_from_day_number,
};

/// The published pack.
pub(crate) const PUBLISHED: &str = include_str!("../../rules.json");

/// A pseudo-random number generator: the same firms in every run and on every machine.
///
/// Knuth's linear congruential generator for MMIX.
pub(crate) struct Random(u64);

impl Random {
    /// The generator with a seed.
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound.max(1)
    }
}

/// Firms that answer this percentage of the questions.
pub(crate) fn firms(pack: &RulePack, count: usize, percent: u64) -> Vec<Answers> {
    let mut random = Random::new(2017);
    let mut firms = Vec::new();
    for _ in 0..count {
        let mut answers = Answers::none(pack);
        for (id, fact) in pack.facts.iter() {
            if random.below(100) < percent {
                answers.set(id, Some(Answer::Value(value(&fact.kind, &mut random))));
            }
        }
        firms.push(answers);
    }
    firms
}

/// A random value of a fact.
pub(crate) fn value(kind: &FactKind, random: &mut Random) -> Value {
    match kind {
        FactKind::YesNo => Value::YesNo(random.below(2) == 1),
        FactKind::Choice(options) => {
            Value::Options(Options::single(random.below(options.len() as u64) as usize))
        }
        FactKind::Choices(options) => {
            let mut set = Options::EMPTY;
            for index in 0..options.len() {
                if random.below(4) == 0 {
                    set = set.union(Options::single(index));
                }
            }
            Value::Options(set)
        }
        FactKind::Number(kind) => {
            let min = kind.min.unwrap_or_default();
            Value::Number(min + Decimal::from_integer(random.below(500) as i64))
        }
        // A date from 2017 to 2020.
        FactKind::Date => Value::Date(
            date_from_day_number(17_167 + random.below(1_461) as i64).unwrap_or(Date::ZERO),
        ),
    }
}
