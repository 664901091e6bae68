//! Benchmarks of the engine, compiled natively: `make bench`.
#![expect(clippy::expect_used, reason = "a benchmark cannot run without its pack")]

mod packs;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eligibility_check::engine::{
    Answer, Answers, CompiledPack, OutcomeBuffer, Wanted, next_question,
};
use eligibility_check::rulebook::{Date, FactId, Id, RulePack, Value, parse_date};
use packs::{PUBLISHED, firms, large::large, tee::tee};

fn day() -> Date {
    parse_date("2019-05-10").expect("a valid date")
}

fn parse(json: &str) -> RulePack {
    RulePack::from_json(json).expect("a pack without faults")
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
    let pack = parse(PUBLISHED);
    let mut group = criterion.benchmark_group("the published pack");
    group.bench_function("parse", |bench| bench.iter(|| RulePack::from_json(black_box(PUBLISHED))));
    group.bench_function("compile", |bench| {
        bench.iter(|| CompiledPack::new(black_box(&pack), day()))
    });
    let rules = CompiledPack::new(&pack, day());
    for (name, percent) in [("nothing", 0), ("half", 50), ("everything", 100)] {
        let firm = firms(&pack, 1, percent).pop().expect("one firm");
        group.bench_function(format!("assess, {name} answered"), |bench| {
            bench.iter(|| rules.assess(&pack, black_box(&firm)));
        });
    }
    let half = firms(&pack, 1, 50).pop().expect("one firm");
    let assessment = rules.assess(&pack, &half);
    group.bench_function("the next question, half answered", |bench| {
        let wanted = Wanted::all(&pack);
        bench.iter(|| next_question(&rules, &pack, black_box(&half), &assessment, &wanted));
    });
    let fact = pack.find_fact("key-enterprise").expect("a fact of the pack");
    one_answer_changed(&mut group, "one answer changed", &pack, fact);
    group.finish();
}

/// Measures a change of one answer, which alternates between two values.
fn one_answer_changed(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    name: &str,
    pack: &RulePack,
    fact: FactId,
) {
    let rules = CompiledPack::new(pack, day());
    let mut answers = firms(pack, 1, 50).pop().expect("one firm");
    let mut assessment = rules.assess(pack, &answers);
    let mut yes = false;
    group.throughput(Throughput::Elements(rules.measures_of(fact).len() as u64));
    group.bench_function(name, |bench| {
        bench.iter(|| {
            yes = !yes;
            answers.set(fact, Some(Answer::Value(Value::YesNo(yes))));
            rules.reassess(&mut assessment, pack, &answers, fact);
        });
    });
}

fn many_firms(criterion: &mut Criterion) {
    let Some((json, count)) = programmes().and_then(|text| tee(&text)) else { return };
    let pack = parse(&json);
    let rules = CompiledPack::new(&pack, day());
    let mut group = criterion.benchmark_group(format!("{count} programmes"));
    for percent in [80, 100] {
        let firms: Vec<Answers> = firms(&pack, 1_000, percent);
        group.throughput(Throughput::Elements((firms.len() * count) as u64));
        group.bench_function(format!("1 000 firms, {percent} % answered"), |bench| {
            let mut outcomes = OutcomeBuffer::default();
            bench.iter(|| {
                for firm in &firms {
                    black_box(rules.outcomes(&pack, firm, &mut outcomes));
                }
            });
        });
    }
    group.finish();
}

fn large_pack(criterion: &mut Criterion) {
    let pack = parse(&large(10_000));
    let mut group = criterion.benchmark_group("10 000 measures");
    group.sample_size(20);
    group.bench_function("compile", |bench| {
        bench.iter(|| CompiledPack::new(black_box(&pack), day()))
    });
    one_answer_changed(&mut group, "one answer changed", &pack, FactId::from_index(0));
    let rules = CompiledPack::new(&pack, day());
    let half = firms(&pack, 1, 50).pop().expect("one firm");
    group.bench_function("assess, half answered", |bench| {
        bench.iter(|| rules.assess(&pack, black_box(&half)))
    });
    group.finish();
}

criterion_group!(all, published, many_firms, large_pack);
criterion_main!(all);
