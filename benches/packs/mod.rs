//! Packs and firms to measure with; natively (`assess.rs`) and in the browser (`www/bench`).

pub(crate) mod large;
pub(crate) mod tee;

use eligibility_check::engine::{Answer, Answers};
use eligibility_check::rulebook::{
    Date, Decimal, FactKind, Options, RulePack, Value, date_from_day_number,
};

/// The published pack.
pub(crate) const PUBLISHED: &str = include_str!("../../rules.json");

/// A small generator of numbers: the same firms in every run and on every machine.
/// (D. E. Knuth's linear congruential generator for MMIX.)
pub(crate) struct Chance(u64);

impl Chance {
    /// Begins a sequence.
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound.max(1)
    }
}

/// Firms that have answered so many percent of the questions.
pub(crate) fn firms(book: &RulePack, count: usize, percent: u64) -> Vec<Answers> {
    let mut chance = Chance::new(2017);
    let mut firms = Vec::new();
    for _ in 0..count {
        let mut answers = Answers::none(book);
        for (id, fact) in book.facts.iter() {
            if chance.below(100) < percent {
                answers.set(id, Some(Answer::Value(value(&fact.kind, &mut chance))));
            }
        }
        firms.push(answers);
    }
    firms
}

/// A value of a fact, each about as likely.
pub(crate) fn value(kind: &FactKind, chance: &mut Chance) -> Value {
    match kind {
        FactKind::YesNo => Value::YesNo(chance.below(2) == 1),
        FactKind::Choice(options) => {
            Value::Options(Options::single(chance.below(options.len() as u64) as usize))
        }
        FactKind::Choices(options) => {
            let mut set = Options::EMPTY;
            for place in 0..options.len() {
                if chance.below(4) == 0 {
                    set = set.union(Options::single(place));
                }
            }
            Value::Options(set)
        }
        FactKind::Number(kind) => {
            let least = kind.min.unwrap_or_default();
            Value::Number(least + Decimal::from_integer(chance.below(500) as i64))
        }
        // Days of 2017 to 2020.
        FactKind::Date => Value::Date(
            date_from_day_number(17_167 + chance.below(1_461) as i64).unwrap_or(Date::ZERO),
        ),
    }
}
