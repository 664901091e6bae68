//! Simulated interviews: how many questions and screens an applicant sees.

use jiff::civil::Date;

use crate::rulebook::RulePack;

use super::answers::{Answer, Answers};
use super::askable::{Askable, AskableFacts};
use super::assess::Assessment;
use super::compiled::CompiledPack;
use super::compiled_cache::CompiledCache;
use super::evaluate::EvalContext;
use super::interview::next_question;
use super::outcome::Outcome;
use super::wanted::{Wanted, has_figure};

/// The interview of one applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Simulation {
    /// The number of questions answered, 不清楚 included
    pub questions: usize,
    /// The number of screens with questions
    pub screens: usize,
    /// The number of screens up to the first wanted measure with a figure that is met or met in
    /// direction; `None` if there is none
    pub screens_to_money: Option<usize>,
}

/// The medians of a topic, rounded down; `None` if it concerns no applicant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicMedians {
    /// The median number of questions
    pub questions: Option<u8>,
    /// The median number of screens
    pub screens: Option<u8>,
}

/// Simulates the interview of an applicant who answers what `known` contains, and 不清楚 otherwise.
///
/// `None` if the chosen topics are not for the applicant: with all known answers, no wanted measure
/// that the interview asks about is met, in direction or once settled. Somebody without a prospect
/// is not the person who chooses a topic, and would be asked almost nothing.
pub fn simulate(
    rules: &CompiledPack,
    pack: &RulePack,
    known: &Answers,
    wanted: &Wanted,
) -> Option<Simulation> {
    let concerns = rules.assess(pack, &wanted.with_preset(known)).iter().any(|(id, assessed)| {
        wanted.weight(id) > 0 && assessed.outcome != Outcome::Open && assessed.outcome.is_possible()
    });
    if !concerns {
        return None;
    }
    let mut answers = wanted.with_preset(&Answers::none(pack));
    let mut assessment = rules.assess(pack, &answers);
    let mut simulation = Simulation { questions: 0, screens: 0, screens_to_money: None };
    loop {
        if simulation.screens_to_money.is_none() && grants_money(pack, &assessment, wanted) {
            simulation.screens_to_money = Some(simulation.screens);
        }
        let Some(next) = next_question(rules, pack, &answers, &assessment, wanted) else {
            return Some(simulation);
        };
        simulation.screens += 1;
        for fact in next.screen {
            // An answer on the same screen may have hidden the question.
            let context = EvalContext { pack, answers: &answers, as_of: rules.as_of };
            if AskableFacts::new(&context).of(fact) == Askable::Yes {
                simulation.questions += 1;
                answers.set(fact, Some(known.get(fact).unwrap_or(Answer::NotSure)));
                rules.reassess(&mut assessment, pack, &answers, fact);
            }
        }
    }
}

fn grants_money(pack: &RulePack, assessment: &Assessment, wanted: &Wanted) -> bool {
    assessment.iter().any(|(id, assessed)| {
        assessed.outcome != Outcome::Open
            && assessed.outcome.is_possible()
            && wanted.includes(id)
            && has_figure(&pack.measures[id])
    })
}

/// The medians of each topic over these applicants, each with an as-of date.
pub fn topic_medians(pack: &RulePack, applicants: &[(Date, Answers)]) -> Vec<TopicMedians> {
    // By day, so that the pack is compiled once for each.
    let mut applicants: Vec<&(Date, Answers)> = applicants.iter().collect();
    applicants.sort_by_key(|(day, _)| *day);
    let mut compiled = CompiledCache::default();
    let mut topics: Vec<(Wanted, Vec<Simulation>)> =
        pack.topics.iter().map(|(id, _)| (Wanted::new(pack, &[id]), Vec::new())).collect();
    for (day, known) in applicants {
        let rules = compiled.get(pack, *day);
        for (wanted, runs) in &mut topics {
            runs.extend(simulate(&rules, pack, known, wanted));
        }
    }
    let medians = topics.iter().map(|(_, runs)| TopicMedians {
        questions: median(runs.iter().map(|run| run.questions)),
        screens: median(runs.iter().map(|run| run.screens)),
    });
    medians.collect()
}

/// The lower median; `None` of nothing.
fn median(numbers: impl Iterator<Item = usize>) -> Option<u8> {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    let middle = numbers.len().checked_sub(1)? / 2;
    numbers.get(middle).map(|number| u8::try_from(*number).unwrap_or(u8::MAX))
}
