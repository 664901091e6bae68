//! A policy as the tests see it: its pack, and its reading without the engine. The values of a firm
//! are integers, one per fact.

use std::rc::Rc;

use eligibility_check::engine::{Answer, Answers, Outcome};
use eligibility_check::rulebook::{Decimal, Id, MeasureId, Options, RulePack, Value};
use serde_json::Value as Tree;

use super::judged::Judged;
use super::rng::Rng;
use crate::support::parse_pack;

/// The result of a measure for a firm that has answered every question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Met,
    /// The office decides
    Office,
    NotMet,
}

impl From<Judged> for Verdict {
    fn from(judged: Judged) -> Verdict {
        match judged {
            Some(true) => Verdict::Met,
            None => Verdict::Office,
            Some(false) => Verdict::NotMet,
        }
    }
}

/// One integer per fact, in the order of [`Policy::facts`]: 0 or 1 for yes-no, the index of an
/// option, a bit per option of several, a number in its last decimal place.
pub(crate) type Values = Vec<i64>;

/// A policy: the pack under test, and what the texts decide.
pub(crate) struct Policy {
    /// The JSON of the pack
    pub(crate) json: &'static str,
    pub(crate) as_of: &'static str,
    /// The ids of the facts in [`Values`], in the order of the pack
    pub(crate) facts: &'static [&'static str],
    /// The ids of the measures, in the order of the pack
    pub(crate) measures: &'static [&'static str],
    /// The verdict on a measure, by its index
    pub(crate) verdict: fn(&[i64], usize) -> Verdict,
    /// A number that is larger the closer a firm is to meeting the measure. It guides the search
    /// for completions only.
    pub(crate) merit: fn(&[i64], usize) -> i64,
    /// A firm near the thresholds
    pub(crate) random: fn(&mut Rng) -> Values,
    /// Where the texts distinguish firms: linear functions of the values that change sign there
    pub(crate) cuts: &'static [Cut],
    /// More values at which a fact is compared, for a firm with these values
    pub(crate) figures: fn(&[i64], usize) -> Vec<i64>,
}

/// The firms with Σ factor × fact = constant.
pub(crate) struct Cut {
    pub(crate) terms: &'static [(&'static str, i64)],
    pub(crate) constant: i64,
}

impl Policy {
    pub(crate) fn parse(&self) -> Rc<RulePack> {
        let pack = parse_pack(self.json);
        let facts: Vec<&str> = pack.facts.iter().map(|(_, fact)| &*fact.id).collect();
        assert_eq!(facts, self.facts);
        let measures: Vec<&str> = pack.measures.iter().map(|(_, measure)| &*measure.id).collect();
        assert_eq!(measures, self.measures);
        pack
    }

    /// The index of a fact.
    pub(crate) fn fact(&self, id: &str) -> usize {
        self.facts.iter().position(|fact| *fact == id).unwrap()
    }
}

/// The values of a fact.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Domain {
    YesNo,
    /// One of so many options
    Choice(usize),
    /// Any of so many options
    Choices(usize),
    /// A number with so many decimal places
    Number(u32),
}

/// The values of each fact of a pack, from its JSON.
pub(crate) fn domains(policy: &Policy) -> Vec<Domain> {
    let pack: Tree = serde_json::from_str(policy.json).unwrap();
    let facts = pack["facts"].as_array().unwrap().iter();
    facts.map(|fact| domain(&fact["kind"])).collect()
}

fn domain(kind: &Tree) -> Domain {
    let count = |key: &str| kind.get(key).and_then(Tree::as_array).map(Vec::len);
    if let Some(count) = count("choice") {
        return Domain::Choice(count);
    }
    if let Some(count) = count("choices") {
        return Domain::Choices(count);
    }
    let Some(number) = kind.get("number") else { return Domain::YesNo };
    let decimals = number["decimals"].as_u64().unwrap_or_default();
    Domain::Number(u32::try_from(decimals).unwrap())
}

impl Domain {
    fn value(self, value: i64) -> Value {
        let index = usize::try_from(value).unwrap();
        match self {
            Domain::YesNo => Value::YesNo(value != 0),
            Domain::Choice(_) => Value::Options(Options::single(index)),
            Domain::Choices(count) => {
                let chosen = (0..count).filter(|bit| index >> bit & 1 == 1);
                let options = chosen.map(Options::single);
                Value::Options(options.fold(Options::EMPTY, Options::union))
            }
            Domain::Number(decimals) => {
                Value::Number(Decimal::from_millionths(value * 10_i64.pow(6 - decimals)))
            }
        }
    }
}

/// The answers with some values; `None` is unanswered.
pub(crate) fn answers(pack: &RulePack, domains: &[Domain], values: &[Option<i64>]) -> Answers {
    let mut answers = Answers::none(pack);
    for (((id, _), domain), value) in pack.facts.iter().zip(domains).zip(values) {
        answers.set(id, value.map(|value| Answer::Value(domain.value(value))));
    }
    answers
}

/// The merit of a condition.
pub(crate) fn worth(judged: Judged) -> i64 {
    match judged {
        Some(true) => 1_000,
        None => 500,
        Some(false) => 0,
    }
}

/// The outcome of the engine that a verdict corresponds to.
pub(crate) fn outcome(verdict: Verdict) -> Outcome {
    match verdict {
        Verdict::Met => Outcome::Met,
        Verdict::Office => Outcome::MetInDirection,
        Verdict::NotMet => Outcome::NotMet,
    }
}

/// A firm without some of its answers: each with one probability, or all but a few.
pub(crate) fn partial(policy: &Policy, rng: &mut Rng) -> Vec<Option<i64>> {
    let firm = (policy.random)(rng);
    let mut known: Vec<Option<i64>> = firm.into_iter().map(Some).collect();
    if rng.one_in(2) {
        for _ in 0..rng.between(1, 4) {
            let fact = rng.below(known.len());
            known[fact] = None;
        }
    } else {
        let times = rng.between(2, 6);
        for value in &mut known {
            if rng.one_in(usize::try_from(times).unwrap()) {
                *value = None;
            }
        }
    }
    known
}

/// A firm in words, for messages of failed tests.
pub(crate) fn describe(policy: &Policy, values: &[Option<i64>]) -> String {
    let parts = policy.facts.iter().zip(values).filter_map(|(id, value)| Some((id, (*value)?)));
    parts.map(|(id, value)| format!("{id} {value}")).collect::<Vec<_>>().join(", ")
}

/// The index of a measure in the pack.
pub(crate) fn measure(index: usize) -> MeasureId {
    Id::from_index(index)
}
