//! Simulated interviews of the scenario firms, in each topic of the published pack.

use std::collections::BTreeMap;
use std::rc::Rc;

use eligibility_check::engine::{Answers, CompiledPack, Simulation, Wanted, simulate};
use eligibility_check::rulebook::{RulePack, TopicId};

use crate::engine::receipt::scenarios;
use crate::support::{PUBLISHED, parse_pack};

/// The simulated interviews about a topic: of the firms that it concerns.
fn interviews(
    pack: &RulePack,
    firms: &[(Rc<CompiledPack>, Answers)],
    topic: TopicId,
) -> Vec<Simulation> {
    let wanted = Wanted::new(pack, &[topic]);
    firms.iter().filter_map(|(rules, known)| simulate(rules, pack, known, &wanted)).collect()
}

/// The scenario firms, with the pack compiled for their dates.
fn firms(pack: &RulePack) -> Vec<(Rc<CompiledPack>, Answers)> {
    let mut compiled = BTreeMap::new();
    let firms = scenarios(pack).into_iter();
    firms
        .map(|firm| {
            let rules = compiled
                .entry(firm.as_of)
                .or_insert_with(|| Rc::new(CompiledPack::new(pack, firm.as_of)));
            (Rc::clone(rules), firm.answers)
        })
        .collect()
}

/// Maximum median of screens up to the first measure with a figure that is met. Most topics need
/// six or fewer; those for talents ask for position, start and industry first.
const MAX_SCREENS_TO_MONEY: usize = 6;

fn median(mut numbers: Vec<usize>) -> Option<usize> {
    numbers.sort_unstable();
    numbers.get(numbers.len().checked_sub(1)? / 2).copied()
}

#[test]
fn an_interview_about_a_topic_of_the_published_pack_is_short() {
    let pack = parse_pack(PUBLISHED);
    let firms = firms(&pack);
    for (id, topic) in pack.topics.iter() {
        let interviews = interviews(&pack, &firms, id);
        let most = |numbers: Vec<usize>| median(numbers).unwrap_or_default();
        let questions = most(interviews.iter().map(|run| run.questions).collect());
        assert!(questions <= 12, "{}: {questions} questions", topic.id);
        let screens = most(interviews.iter().map(|run| run.screens).collect());
        assert!(screens <= 8, "{}: {screens} screens", topic.id);
        let screens = most(interviews.iter().filter_map(|run| run.screens_to_money).collect());
        assert!(screens <= MAX_SCREENS_TO_MONEY, "{}: money after {screens} screens", topic.id);
        if !topic.ask {
            assert!(interviews.iter().all(|run| run.questions == 0), "{} asks", topic.id);
        }
    }
}
