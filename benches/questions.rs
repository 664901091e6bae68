//! How many questions a firm is asked: the engine's interview against the author's order, over all scenarios.
//!
//! Not a time, so not Criterion: the same figures in every run. Each scenario is a firm; what its file leaves unsaid it
//! answers in two ways: no to everything, and by chance.
#![expect(clippy::expect_used, reason = "a benchmark without its pack should stop")]

#[expect(dead_code, reason = "other benches use the rest of it")]
mod packs;

use eligibility_check::engine::{
    Answer, Answers, CompiledPack, EvalContext, Outcome, Truth, answers_from_json, next_question,
};
use eligibility_check::rulebook::{
    Date, FactId, FactKind, Json, Options, RulePack, Value, parse_date,
};
use packs::{Chance, PUBLISHED};

/// What a firm says about a fact that its scenario leaves unsaid.
type Unsaid = fn(&FactKind, &mut Chance) -> Value;

/// Which question comes next.
#[derive(Clone, Copy)]
enum Order {
    /// Every question, in the author's order
    Form,
    /// Every question that `ask-when` shows, in the author's order
    Shown,
    /// Of those the ones that can still change something, in the author's order
    Mattering,
    /// The engine's
    Interview,
}

fn main() {
    let book = RulePack::from_json(PUBLISHED).expect("the pack is sound");
    let firms = scenarios(&book);
    let facts = book.facts.len() as f64;
    println!(
        "questions, mean of {} firms; {facts} facts, {} measures",
        firms.len(),
        book.measures.len()
    );
    let ways: [(&str, Unsaid); 2] = [
        ("no to what the file leaves unsaid", no),
        ("by chance what the file leaves unsaid", packs::value),
    ];
    for (name, unsaid) in ways {
        let people: Vec<(Answers, Date)> =
            firms.iter().map(|(said, as_of)| (complete(&book, said, unsaid), *as_of)).collect();
        println!("\n{name:<48} until nothing is left   until 9 in 10 are decided");
        let [form, shown, mattering, interview] =
            [Order::Form, Order::Shown, Order::Mattering, Order::Interview].map(|order| {
                let runs: Vec<Run> = people
                    .iter()
                    .map(|(person, as_of)| ask(&book, person, *as_of, order))
                    .collect();
                let mean = |count: fn(&Run) -> usize| {
                    runs.iter().map(count).sum::<usize>() as f64 / runs.len() as f64
                };
                let (asked, most) = (mean(|run| run.asked), mean(|run| run.until_most_decided));
                println!("  {:<46} {asked:>21.1}   {most:>25.1}", order.name());
                (asked, most)
            });
        let needed: usize =
            people.iter().map(|(person, as_of)| needed(&book, person, *as_of)).sum();
        println!(
            "  {:<46} {:>21.1}",
            "no order can do with fewer than",
            needed as f64 / people.len() as f64
        );
        for (what, of) in [
            ("every question", form),
            ("questions shown", shown),
            ("questions that matter", mattering),
        ] {
            let fewer = |interview: f64, of: f64| 100.0 * (1.0 - interview / of);
            let (asked, most) = (fewer(interview.0, of.0), fewer(interview.1, of.1));
            println!("  fewer than {what:<35} {asked:>20.0}%   {most:>24.0}%");
        }
    }
}

impl Order {
    fn name(self) -> &'static str {
        match self {
            Order::Form => "author's order, every question",
            Order::Shown => "author's order, those that `ask-when` shows",
            Order::Mattering => "author's order, those that still matter",
            Order::Interview => "the interview",
        }
    }
}

/// How an interview went.
struct Run {
    asked: usize,
    until_most_decided: usize,
}

/// Asks until nothing is left to ask.
fn ask(book: &RulePack, person: &Answers, as_of: Date, order: Order) -> Run {
    let rules = CompiledPack::new(book, as_of);
    let mut answers = Answers::none(book);
    let mut run = Run { asked: 0, until_most_decided: 0 };
    loop {
        let open = rules.assess(book, &answers).count(Outcome::Open);
        let Some(fact) = next(&rules, book, &answers, order) else { return run };
        answers.set(fact, person.get(fact));
        run.asked += 1;
        if open * 10 > book.measures.len() {
            run.until_most_decided = run.asked;
        }
    }
}

/// What a firm says about everything.
fn complete(book: &RulePack, said: &Answers, unsaid: Unsaid) -> Answers {
    let mut chance = Chance::new(52);
    let mut complete = said.clone();
    for (id, fact) in book.facts.iter() {
        let value = unsaid(&fact.kind, &mut chance);
        if said.get(id).is_none() {
            complete.set(id, Some(Answer::Value(value)));
        }
    }
    complete
}

/// No order can do with fewer questions than there are facts without which, all others known, something is open.
fn needed(book: &RulePack, person: &Answers, as_of: Date) -> usize {
    let rules = CompiledPack::new(book, as_of);
    let is_needed = |fact: &FactId| {
        let mut others = person.clone();
        others.set(*fact, None);
        rules.assess(book, &others).count(Outcome::Open) > 0
    };
    book.facts.iter().map(|(fact, _)| fact).filter(is_needed).count()
}

fn next(rules: &CompiledPack, book: &RulePack, answers: &Answers, order: Order) -> Option<FactId> {
    let assessment = rules.assess(book, answers);
    let context = EvalContext { pack: book, answers, as_of: rules.as_of };
    let unsaid = |fact: &FactId| answers.get(*fact).is_none();
    let shown = |fact: &FactId| {
        let when = book.facts[*fact].ask_when.as_ref();
        when.is_none_or(|when| context.truth(when) != Truth::False)
    };
    let matters =
        |fact: &FactId| assessment.iter().any(|(_, assessed)| assessed.missing.contains(fact));
    let best = || next_question(rules, book, answers, &assessment).map(|ask| ask.fact);
    let mut facts = book.facts.iter().map(|(fact, _)| fact).filter(unsaid);
    match order {
        Order::Form => facts.next(),
        Order::Shown => facts.find(shown),
        // What amounts and papers hang on comes last in either order.
        Order::Mattering => facts.find(|fact| shown(fact) && matters(fact)).or_else(best),
        Order::Interview => best(),
    }
}

fn no(kind: &FactKind, _chance: &mut Chance) -> Value {
    match kind {
        FactKind::YesNo => Value::YesNo(false),
        FactKind::Choice(options) => {
            Value::Options(Options::single(options.len().saturating_sub(1)))
        }
        FactKind::Choices(_) => Value::Options(Options::EMPTY),
        FactKind::Number(kind) => Value::Number(kind.min.unwrap_or_default()),
        FactKind::Date => Value::Date(parse_date("2010-01-01").expect("a day that exists")),
    }
}

fn scenarios(book: &RulePack) -> Vec<(Answers, Date)> {
    let folder = std::fs::read_dir("tests/scenarios").expect("the scenarios");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut firms = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("a scenario file");
        for scenario in Json::parse(&text).expect("JSON").items() {
            let nothing = Json::Object(Vec::new());
            let answers = answers_from_json(book, scenario.get("answers").unwrap_or(&nothing))
                .expect("answers");
            let as_of =
                scenario.get("as-of").and_then(Json::as_str).and_then(parse_date).expect("a day");
            if book.in_force.contains(as_of) {
                firms.push((answers, as_of));
            }
        }
    }
    firms
}
