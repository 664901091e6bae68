//! How long the engine takes on the real pack, natively: `make bench`.
#![expect(clippy::expect_used, reason = "a benchmark without its pack should stop")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eligibility_check::engine::{Answer, Answers, assess, next_fact};
use eligibility_check::rulebook::{Decimal, FactKind, Options, RuleBook, Value, parse_date};

const PACK: &str = include_str!("../rules.json");

/// A value for every fact: yes, the first option, one hundred, the first day of 2019.
fn everything_answered(book: &RuleBook) -> Answers {
    let mut answers = Answers::none(book);
    for (id, fact) in book.facts.iter() {
        let value = match fact.kind {
            FactKind::YesNo => Value::YesNo(true),
            FactKind::Choice(_) | FactKind::Choices(_) => Value::Options(Options::one(0)),
            FactKind::Number(_) => Value::Number(Decimal::whole(100)),
            FactKind::Date => Value::Date(parse_date("2019-01-01").expect("a day that exists")),
        };
        answers.set(id, Some(Answer::Value(value)));
    }
    answers
}

fn benches(criterion: &mut Criterion) {
    let book = RuleBook::from_json(PACK).expect("the pack is sound");
    let day = parse_date("2019-05-10").expect("a day that exists");
    let (none, all) = (Answers::none(&book), everything_answered(&book));
    criterion.bench_function("read the pack", |bench| bench.iter(|| RuleBook::from_json(black_box(PACK))));
    criterion.bench_function("assess, nothing answered", |bench| {
        bench.iter(|| assess(&book, black_box(&none), day));
    });
    criterion.bench_function("assess, everything answered", |bench| {
        bench.iter(|| assess(&book, black_box(&all), day));
    });
    let assessment = assess(&book, &none, day);
    criterion.bench_function("choose the next question", |bench| {
        bench.iter(|| next_fact(&book, black_box(&none), &assessment));
    });
}

criterion_group!(all, benches);
criterion_main!(all);
