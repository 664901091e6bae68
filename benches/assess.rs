//! How long the engine takes, natively: `make bench`.
#![expect(clippy::expect_used, reason = "a benchmark without its pack should stop")]

mod packs;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eligibility_check::engine::{Answer, Answers, CompiledPack, OutcomeBuffer, next_question};
use eligibility_check::rulebook::{Date, FactId, Id, RulePack, Value, parse_date};
use packs::{PUBLISHED, firms, large::large, tee::tee};

fn day() -> Date {
    parse_date("2019-05-10").expect("a day that exists")
}

fn read(pack: &str) -> RulePack {
    RulePack::from_json(pack).expect("the pack is sound")
}

/// The text of the file of programmes that `TEE_PROGRAMMES` names.
fn programmes() -> Option<String> {
    let Ok(path) = std::env::var("TEE_PROGRAMMES") else {
        eprintln!("bench: TEE_PROGRAMMES is not set; the programmes are not measured");
        return None;
    };
    Some(std::fs::read_to_string(path).expect("the file of programmes is readable"))
}

fn published(criterion: &mut Criterion) {
    let book = read(PUBLISHED);
    let mut group = criterion.benchmark_group("the published pack");
    group.bench_function("read", |bench| bench.iter(|| RulePack::from_json(black_box(PUBLISHED))));
    group.bench_function("compile", |bench| {
        bench.iter(|| CompiledPack::new(black_box(&book), day()))
    });
    let rules = CompiledPack::new(&book, day());
    for (name, percent) in [("nothing", 0), ("half", 50), ("everything", 100)] {
        let firm = firms(&book, 1, percent).pop().expect("one firm");
        group.bench_function(format!("assess, {name} answered"), |bench| {
            bench.iter(|| rules.assess(&book, black_box(&firm)));
        });
    }
    let half = firms(&book, 1, 50).pop().expect("one firm");
    let assessment = rules.assess(&book, &half);
    group.bench_function("the next question, half answered", |bench| {
        bench.iter(|| next_question(&rules, &book, black_box(&half), &assessment));
    });
    let registered = book.find_fact("key-enterprise").expect("a fact of the pack");
    again(&mut group, "one answer changed", &book, registered);
    group.finish();
}

/// Takes an answer back and gives it again; each is one change.
fn again(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    name: &str,
    book: &RulePack,
    fact: FactId,
) {
    let rules = CompiledPack::new(book, day());
    let mut answers = firms(book, 1, 50).pop().expect("one firm");
    let mut assessment = rules.assess(book, &answers);
    let mut yes = false;
    group.throughput(Throughput::Elements(rules.measures_of(fact).len() as u64));
    group.bench_function(name, |bench| {
        bench.iter(|| {
            yes = !yes;
            answers.set(fact, Some(Answer::Value(Value::YesNo(yes))));
            rules.reassess(&mut assessment, book, &answers, fact);
        });
    });
}

fn many_firms(criterion: &mut Criterion) {
    let Some((pack, count)) = programmes().and_then(|text| tee(&text)) else { return };
    let book = read(&pack);
    let rules = CompiledPack::new(&book, day());
    let mut group = criterion.benchmark_group(format!("{count} programmes"));
    for percent in [80, 100] {
        let firms: Vec<Answers> = firms(&book, 1_000, percent);
        group.throughput(Throughput::Elements((firms.len() * count) as u64));
        group.bench_function(format!("1 000 firms, {percent} % answered"), |bench| {
            let mut outcomes = OutcomeBuffer::default();
            bench.iter(|| {
                for firm in &firms {
                    black_box(rules.outcomes(&book, firm, &mut outcomes));
                }
            });
        });
    }
    group.finish();
}

fn large_pack(criterion: &mut Criterion) {
    let book = read(&large(10_000));
    let mut group = criterion.benchmark_group("10 000 measures");
    group.sample_size(20);
    group.bench_function("compile", |bench| {
        bench.iter(|| CompiledPack::new(black_box(&book), day()))
    });
    again(&mut group, "one answer changed", &book, FactId::from_index(0));
    let rules = CompiledPack::new(&book, day());
    let half = firms(&book, 1, 50).pop().expect("one firm");
    group.bench_function("assess, half answered", |bench| {
        bench.iter(|| rules.assess(&book, black_box(&half)))
    });
    group.finish();
}

criterion_group!(all, published, many_firms, large_pack);
criterion_main!(all);
