//! Answers to the facts of a generated pack, and all completions of partial answers.

use eligibility_check::engine::{Answer, Answers};
use eligibility_check::rulebook::{
    Date, Decimal, FactId, FactKind, Id, Options, RulePack, Value, parse_date,
};
use proptest::prelude::*;

/// The as-of date of generated packs.
pub(crate) const AS_OF: &str = "2019-06-30";

/// The values of a date fact: before, at, between and after [`CUTS`], and 17 months before
/// [`AS_OF`].
pub(crate) const DAYS: [&str; 7] = [
    "2017-12-31",
    "2018-01-30",
    "2018-01-31",
    "2019-05-31",
    "2019-06-29",
    "2019-06-30",
    "2019-07-01",
];

/// The dates that generated conditions compare with.
pub(crate) const CUTS: [&str; 2] = ["2018-01-31", "2019-06-30"];

/// All values of a generated fact.
pub(crate) fn domain(kind: &FactKind) -> Vec<Value> {
    let date = |text: &&str| -> Date { parse_date(text).unwrap() };
    match kind {
        FactKind::YesNo => vec![Value::YesNo(false), Value::YesNo(true)],
        FactKind::Choice(options) => {
            (0..options.len()).map(|index| Value::Options(Options::single(index))).collect()
        }
        FactKind::Choices(_) => {
            let (a, b) = (Options::single(0), Options::single(1));
            [Options::EMPTY, a, b, a.union(b)].map(Value::Options).to_vec()
        }
        FactKind::Number(_) => {
            (0..=3).map(|number| Value::Number(Decimal::from_integer(number))).collect()
        }
        FactKind::Date => DAYS.iter().map(|text| Value::Date(date(text))).collect(),
    }
}

/// A code for the answer to each fact: 0 for none, 1 for not sure, 2 or more for a value.
/// Codes without a fact are ignored.
pub(crate) fn codes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop_oneof![3 => Just(0), 1 => Just(1), 4 => 2..=8_u8], 6)
}

/// Decodes the answer to a fact.
pub(crate) fn answer(pack: &RulePack, fact: FactId, code: u8) -> Option<Answer> {
    let domain = domain(&pack.facts[fact].kind);
    match code {
        0 => None,
        1 => Some(Answer::NotSure),
        _ => Some(Answer::Value(domain[usize::from(code - 2) % domain.len()])),
    }
}

/// Decodes the answers to all facts.
pub(crate) fn answers(pack: &RulePack, codes: &[u8]) -> Answers {
    let mut answers = Answers::none(pack);
    for ((fact, _), code) in pack.facts.iter().zip(codes) {
        answers.set(fact, answer(pack, fact, *code));
    }
    answers
}

/// Calls `visit` with every completion of the answers.
pub(crate) fn completions(pack: &RulePack, answers: &Answers, visit: &mut dyn FnMut(&Answers)) {
    let unknown =
        pack.facts.iter().map(|(fact, _)| fact).find(|fact| answers.value(*fact).is_none());
    let Some(fact) = unknown else { return visit(answers) };
    for value in domain(&pack.facts[fact].kind) {
        let mut more = answers.clone();
        more.set(fact, Some(Answer::Value(value)));
        completions(pack, &more, visit);
    }
}

/// The number of completions.
pub(crate) fn completion_count(pack: &RulePack, answers: &Answers) -> usize {
    let unknown = pack.facts.iter().filter(|(fact, _)| answers.value(*fact).is_none());
    unknown.map(|(_, fact)| domain(&fact.kind).len()).product()
}

/// The indices of the facts without a value.
pub(crate) fn unknown_facts(pack: &RulePack, answers: &Answers) -> Vec<usize> {
    let facts = pack.facts.iter().map(|(fact, _)| fact);
    facts.filter(|fact| answers.value(*fact).is_none()).map(Id::index).collect()
}
