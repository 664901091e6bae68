//! The number of questions that a firm is asked, in the engine's order and in the author's order,
//! over all scenarios.
//!
//! The figures are counts and the same in every run, so this does not use Criterion. Each scenario
//! is a firm. Facts that its file leaves unanswered are filled in two ways: with no, and at random.
#![expect(clippy::expect_used, reason = "a benchmark cannot run without its pack")]

#[expect(dead_code, reason = "other benches use the rest")]
mod packs;

use eligibility_check::engine::{
    Answer, Answers, CompiledPack, EvalContext, Outcome, Truth, Wanted, answers_from_json,
    next_question,
};
use eligibility_check::rulebook::{
    Date, FactId, FactKind, Json, Options, RulePack, Value, parse_date,
};
use packs::{PUBLISHED, Random};

/// Fills in the answer to a fact that the scenario leaves unanswered.
type FillIn = fn(&FactKind, &mut Random) -> Value;

/// The order of questions.
#[derive(Clone, Copy)]
enum Order {
    /// Every question, in the author's order
    Form,
    /// Every question that `ask-when` shows, in the author's order
    Shown,
    /// Every question that can still decide a measure that can be met, in the author's order
    Relevant,
    /// The engine's order
    Interview,
}

fn main() {
    let pack = RulePack::from_json(PUBLISHED).expect("a pack without faults");
    let firms = scenarios(&pack);
    let facts = pack.facts.len() as f64;
    println!(
        "questions, mean of {} firms; {facts} facts, {} measures",
        firms.len(),
        pack.measures.len()
    );
    let fill_ins: [(&str, FillIn); 2] = [
        ("unanswered facts filled in with no", no),
        ("unanswered facts filled in at random", packs::value),
    ];
    for (name, fill_in) in fill_ins {
        let people: Vec<(Answers, Date)> = firms
            .iter()
            .map(|(answers, as_of)| (complete(&pack, answers, fill_in), *as_of))
            .collect();
        println!("\n{name:<48}          until the end     until 90 % are decided");
        let [form, shown, relevant, interview] =
            [Order::Form, Order::Shown, Order::Relevant, Order::Interview].map(|order| {
                let runs: Vec<Run> = people
                    .iter()
                    .map(|(person, as_of)| interview(&pack, person, *as_of, order))
                    .collect();
                let mean = |count: fn(&Run) -> usize| {
                    runs.iter().map(count).sum::<usize>() as f64 / runs.len() as f64
                };
                let (asked, most) = (mean(|run| run.asked), mean(|run| run.until_most_decided));
                println!("  {:<46} {asked:>21.1}   {most:>25.1}", order.name());
                (asked, most)
            });
        let needed: usize =
            people.iter().map(|(person, as_of)| needed(&pack, person, *as_of)).sum();
        println!(
            "  {:<46} {:>21.1}",
            "lower bound of every order",
            needed as f64 / people.len() as f64
        );
        for (what, of) in
            [("every question", form), ("questions shown", shown), ("relevant questions", relevant)]
        {
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
            Order::Shown => "author's order, shown by `ask-when`",
            Order::Relevant => "author's order, still relevant",
            Order::Interview => "the engine's order",
        }
    }
}

/// The number of questions in an interview.
struct Run {
    /// In total
    asked: usize,
    /// Until 90 % of the measures are decided
    until_most_decided: usize,
}

/// Asks until no question is left.
fn interview(pack: &RulePack, person: &Answers, as_of: Date, order: Order) -> Run {
    let rules = CompiledPack::new(pack, as_of);
    let mut answers = Answers::none(pack);
    let mut run = Run { asked: 0, until_most_decided: 0 };
    loop {
        let open = rules.assess(pack, &answers).count(Outcome::Open);
        let Some(fact) = next(&rules, pack, &answers, order) else { return run };
        answers.set(fact, person.get(fact));
        run.asked += 1;
        if open * 10 > pack.measures.len() {
            run.until_most_decided = run.asked;
        }
    }
}

/// Fills in the unanswered facts.
fn complete(pack: &RulePack, answers: &Answers, fill_in: FillIn) -> Answers {
    let mut random = Random::new(52);
    let mut complete = answers.clone();
    for (id, fact) in pack.facts.iter() {
        let value = fill_in(&fact.kind, &mut random);
        if answers.get(id).is_none() {
            complete.set(id, Some(Answer::Value(value)));
        }
    }
    complete
}

/// The number of facts that every order must ask: without the fact, and with all others known, a
/// measure is open.
fn needed(pack: &RulePack, person: &Answers, as_of: Date) -> usize {
    let rules = CompiledPack::new(pack, as_of);
    let is_needed = |fact: &FactId| {
        let mut others = person.clone();
        others.set(*fact, None);
        rules.assess(pack, &others).count(Outcome::Open) > 0
    };
    pack.facts.iter().map(|(fact, _)| fact).filter(is_needed).count()
}

fn next(rules: &CompiledPack, pack: &RulePack, answers: &Answers, order: Order) -> Option<FactId> {
    let assessment = rules.assess(pack, answers);
    let context = EvalContext { pack, answers, as_of: rules.as_of };
    let is_unanswered = |fact: &FactId| answers.get(*fact).is_none();
    let is_shown = |fact: &FactId| {
        let when = pack.facts[*fact].ask_when.as_ref();
        when.is_none_or(|when| context.truth(when) != Truth::False)
    };
    let is_relevant = |fact: &FactId| {
        let mut possible = assessment.iter().filter(|(_, assessed)| assessed.can_be_met);
        possible.any(|(_, assessed)| assessed.missing.contains(fact))
    };
    let wanted = Wanted::all(pack);
    let best = || next_question(rules, pack, answers, &assessment, &wanted).map(|next| next.fact);
    let mut facts = pack.facts.iter().map(|(fact, _)| fact).filter(is_unanswered);
    match order {
        Order::Form => facts.next(),
        Order::Shown => facts.find(is_shown),
        Order::Relevant => facts.find(|fact| is_shown(fact) && is_relevant(fact)),
        Order::Interview => best(),
    }
}

fn no(kind: &FactKind, _chance: &mut Random) -> Value {
    match kind {
        FactKind::YesNo => Value::YesNo(false),
        FactKind::Choice(options) => {
            Value::Options(Options::single(options.len().saturating_sub(1)))
        }
        FactKind::Choices(_) => Value::Options(Options::EMPTY),
        FactKind::Number(kind) => Value::Number(kind.min.unwrap_or_default()),
        FactKind::Date => Value::Date(parse_date("2010-01-01").expect("a valid date")),
    }
}

fn scenarios(pack: &RulePack) -> Vec<(Answers, Date)> {
    let folder = std::fs::read_dir("tests/scenarios").expect("the folder of scenarios");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut firms = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("a scenario file");
        for scenario in Json::parse(&text).expect("JSON").items() {
            let none = Json::Object(Vec::new());
            let answers =
                answers_from_json(pack, scenario.get("answers").unwrap_or(&none)).expect("answers");
            let as_of =
                scenario.get("as-of").and_then(Json::as_str).and_then(parse_date).expect("a date");
            if pack.in_force.contains(as_of) {
                firms.push((answers, as_of));
            }
        }
    }
    firms
}
