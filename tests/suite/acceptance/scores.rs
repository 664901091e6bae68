//! The score so far: the range that the engine gives for partial answers has exactly the lowest and
//! the highest score of all completions.

use eligibility_check::engine::{EvalContext, scores};
use eligibility_check::rulebook::Decimal;

use super::completions::Search;
use super::grid::Grid;
use super::innovative_sme_firms::INNOVATIVE_SME;
use super::judged::Score;
use super::policy::{Policy, answers, describe, measure, partial};
use super::rng::Rng;
use super::tech_sme_firms::TECH_SME;
use super::{innovative_sme, tech_sme};
use crate::support::{cases, date};

/// The usual number of partial cases per policy.
const CASES: u32 = 120;

/// The scores that the criterion `score` of the first measure compares, in its order.
fn tech_score(values: &[i64], index: usize) -> Score {
    let firm = tech_sme::Firm::new(values);
    if index == 0 { firm.score() } else { firm.staff_score() }
}

fn innovative_score(values: &[i64], index: usize) -> Score {
    let firm = innovative_sme::Firm::new(values);
    match index {
        0 => firm.score(),
        1 => firm.innovation(),
        2 => firm.growth(),
        _ => firm.specialisation(),
    }
}

/// The lowest and the highest merit of a search through completions.
fn extremes(policy: &Policy, known: &[Option<i64>], index: usize) -> [i64; 2] {
    let grid = Grid::new(policy);
    let mut search = Search::new(&grid, index, known, 5);
    search.run(6, usize::MAX);
    search.extremes
}

fn compare(policy: &Policy, count: usize, low: &Policy, high: &Policy) {
    let (pack, grid) = (policy.parse(), Grid::new(policy));
    let criteria = &pack.measures[measure(0)].criteria;
    let when = criteria.iter().find(|criterion| &*criterion.id == "score");
    let when = when.and_then(|criterion| criterion.when.as_ref()).unwrap();
    let mut rng = Rng::new(4);
    let mut wide = 0;
    for _ in 0..cases(CASES).cases {
        let known = partial(policy, &mut rng);
        let answers = answers(&pack, &grid.domains, &known);
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date(policy.as_of) };
        let found = scores(&pack, &context, when);
        assert_eq!(found.len(), count);
        for (index, found) in found.iter().enumerate() {
            let expected = [extremes(low, &known, index)[0], extremes(high, &known, index)[1]];
            assert_eq!(
                found.range,
                expected.map(Decimal::from_integer),
                "score {index}: {}",
                describe(policy, &known)
            );
            wide += u32::from(expected[0] < expected[1]);
        }
    }
    assert!(wide > cases(CASES).cases / 2, "{wide} scores are not decided");
}

#[test]
fn the_score_of_a_tech_sme_so_far_is_that_of_all_completions() {
    let low = Policy { merit: |values, index| tech_score(values, index).low, ..TECH_SME };
    let high = Policy { merit: |values, index| tech_score(values, index).high, ..TECH_SME };
    compare(&TECH_SME, 2, &low, &high);
}

#[test]
fn the_scores_of_an_innovative_sme_so_far_are_those_of_all_completions() {
    let low =
        Policy { merit: |values, index| innovative_score(values, index).low, ..INNOVATIVE_SME };
    let high =
        Policy { merit: |values, index| innovative_score(values, index).high, ..INNOVATIVE_SME };
    compare(&INNOVATIVE_SME, 4, &low, &high);
}
