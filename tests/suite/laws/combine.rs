//! The best combination under limits, compared with all sets of measures; and adversarial packs.

use eligibility_check::engine::{BestSet, Candidate, Combination, Outcome, Truth, combine};
use eligibility_check::rulebook::{Decimal, Evidence, Id, LimitKind, RulePack};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

use crate::laws::combine_cases::{
    self, BruteForce, Given, UNBOUNDED, bits, candidates, id, limit, limits, measures, pack_with,
    totals,
};
use crate::support::cases;

/// Each side with its brute force.
fn sides<'a>(
    brute: &'a [BruteForce<'a>; 2],
    combination: &'a Combination<'a>,
) -> [(&'a BruteForce<'a>, &'a BestSet<'a>); 2] {
    [(&brute[0], &combination.guaranteed), (&brute[1], &combination.possible)]
}

fn split_unbounded(sum: i64) -> (bool, Decimal) {
    (sum >= UNBOUNDED, Decimal::from_integer(sum % UNBOUNDED))
}

/// The measure after more answers: decided, with a narrower amount, or unchanged.
fn narrowed(given: &Given, how: u8) -> Given {
    let mut given = given.clone();
    match (how % 6, given.outcome, given.amount) {
        (4, ..) if given.closed == Truth::Unknown => given.closed = Truth::False,
        (5, ..) if given.closed == Truth::Unknown => given.closed = Truth::True,
        (0, Outcome::Open, _) => given.outcome = Outcome::Met,
        (1, Outcome::Open, _) => given.outcome = Outcome::NotMet,
        (2, _, Some((least, Some(more)))) if more > 0 => {
            given.amount = Some((least + 1, Some(more - 1)))
        }
        (3, _, Some((least, more))) => given.amount = Some((least, Some(more.unwrap_or(2) / 2))),
        _ => {}
    }
    given
}

/// Checks that each measure of a side is granted, excluded by a limit, or undecided.
fn assert_accounted_for(
    brute: &BruteForce<'_>,
    side: &BestSet<'_>,
    combination: &Combination<'_>,
) -> TestCaseResult {
    for index in (0..brute.measures.len()).filter(|index| brute.admits(*index)) {
        let measure = id(index);
        let excluded: Vec<_> = side.excluded.iter().filter(|one| one.measure == measure).collect();
        if side.granted.contains(&measure) {
            prop_assert!(excluded.is_empty(), "measure {} is granted and excluded", index);
        } else if excluded.is_empty() {
            let uncertain =
                combination.undecided.iter().any(|undecided| undecided.measures.contains(&measure));
            prop_assert!(brute.guaranteed && uncertain, "measure {} is not listed", index);
        }
        for one in excluded {
            prop_assert!(!one.because.is_empty(), "measure {} is excluded without a limit", index);
            for exclusion in &one.because {
                let under = &exclusion.limit.measures;
                prop_assert!(
                    under.contains(&measure)
                        && under.contains(&exclusion.preferred)
                        && measure != exclusion.preferred
                );
                let is_cap = matches!(exclusion.limit.kind, LimitKind::Cap(_));
                prop_assert!(!is_cap, "a cap excludes no measure");
                let forbids = side.granted.contains(&exclusion.preferred)
                    || exclusion.limit.kind == LimitKind::HighestOnly && brute.is_excluded(index);
                prop_assert!(forbids, "the limit does not exclude measure {}", index);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn the_granted_set_is_the_best_compatible_set_and_its_totals_are_correct(given in measures(), limits in limits()) {
        let pack = pack_with(&given, &limits);
        let combination = combine(&pack, &candidates(&given));
        let brute = [true, false].map(|guaranteed| BruteForce { pack: &pack, measures: &given, guaranteed });
        for (brute, side) in sides(&brute, &combination) {
            prop_assert!(side.exact, "the search exceeded its limit");
            prop_assert!(side.granted.is_sorted(), "the measures are not in pack order");
            let best = brute.best();
            prop_assert_eq!(bits(side), best, "{:?}", combination);
            let expected: Vec<_> = brute.score(best).0.into_iter().map(split_unbounded).collect();
            prop_assert_eq!(totals(side), expected);
        }
    }

    #[test]
    fn closed_measures_are_combined_apart_from_the_others(given in measures(), limits in limits()) {
        let pack = pack_with(&given, &limits);
        let mut other_year = given.clone();
        for given in &mut other_year {
            given.closed = if given.closed == Truth::True { Truth::False } else { Truth::True };
        }
        let brute = BruteForce { pack: &pack, measures: &other_year, guaranteed: true };
        let closed = combine(&pack, &candidates(&given)).closed;
        prop_assert_eq!(bits(&closed), brute.best());
        let expected: Vec<_> = brute.score(brute.best()).0.into_iter().map(split_unbounded).collect();
        prop_assert_eq!(totals(&closed), expected);
    }

    #[test]
    fn every_measure_left_out_names_the_limit_that_excludes_it(given in measures(), limits in limits()) {
        let pack = pack_with(&given, &limits);
        let combination = combine(&pack, &candidates(&given));
        let brute = [true, false].map(|guaranteed| BruteForce { pack: &pack, measures: &given, guaranteed });
        for (brute, side) in sides(&brute, &combination) {
            assert_accounted_for(brute, side, &combination)?;
        }
    }

    #[test]
    fn cap_reductions_equal_the_difference_from_the_uncapped_total(given in measures(), limits in limits()) {
        let pack = pack_with(&given, &limits);
        let combination = combine(&pack, &candidates(&given));
        let without_caps: Vec<_> = limits.iter().copied().filter(|(kind, ..)| *kind < 3).collect();
        let without_caps = pack_with(&given, &without_caps);
        for guaranteed in [true, false] {
            let side = if guaranteed { &combination.guaranteed } else { &combination.possible };
            let uncapped = BruteForce { pack: &without_caps, measures: &given, guaranteed }.score(bits(side)).0;
            let reductions = side.cap_reductions.iter().map(|reduction| reduction.amount);
            prop_assert!(reductions.clone().all(|amount| amount.is_none_or(|amount| amount > Decimal::ZERO)), "a reduction is not positive");
            match reductions.map(|amount| amount.map(Decimal::millionths)).sum::<Option<i64>>() {
                Some(sum) => {
                    let difference = uncapped.iter().sum::<i64>() % UNBOUNDED * 1_000_000
                        - totals(side).iter().map(|total| total.1.millionths()).sum::<i64>();
                    prop_assert_eq!(difference, sum);
                }
                None => prop_assert!(uncapped.iter().any(|sum| *sum >= UNBOUNDED), "no sum is unbounded"),
            }
        }
    }

    #[test]
    fn figures_from_secondary_sources_are_never_summed(given in measures(), limits in limits(), more in 1..9_i64) {
        let pack = pack_with(&given, &limits);
        let before = candidates(&given);
        let secondary = |candidate: &Candidate| {
            candidate.amount.as_ref().is_some_and(|amount| amount.evidence == Evidence::Secondary)
        };
        let mut after = before.clone();
        for candidate in after.iter_mut().filter(|candidate| secondary(candidate)) {
            candidate.amount.as_mut().unwrap().max = Some(Decimal::from_integer(more));
        }
        let (before, after) = (combine(&pack, &before), combine(&pack, &after));
        prop_assert_eq!(totals(&before.guaranteed), totals(&after.guaranteed));
        prop_assert_eq!(totals(&before.possible), totals(&after.possible));
        for candidate in candidates(&given).iter().filter(|candidate| secondary(candidate)) {
            let flagged = before.possible.unconfirmed.contains(&candidate.measure);
            prop_assert_eq!(flagged, before.possible.granted.contains(&candidate.measure));
        }
    }

    #[test]
    fn removing_a_limit_never_lowers_a_total(
        given in measures(), limits in limits(), index in any::<prop::sample::Index>(),
    ) {
        let all = pack_with(&given, &limits);
        let mut fewer = all.clone();
        if !all.limits.is_empty() {
            fewer.limits.remove(index.index(all.limits.len()));
        }
        let (all, fewer) = (combine(&all, &candidates(&given)), combine(&fewer, &candidates(&given)));
        prop_assert!(totals(&all.guaranteed) <= totals(&fewer.guaranteed));
        let (all, fewer) = (totals(&all.possible), totals(&fewer.possible));
        // Totals that are lower bounds cannot be compared.
        prop_assert!(all <= fewer || fewer.iter().any(|total| total.0));
    }

    #[test]
    fn more_answers_never_lower_what_is_guaranteed_nor_raise_what_is_possible(
        given in measures(), limits in limits(), how in prop::collection::vec(any::<u8>(), 8),
    ) {
        let pack = pack_with(&given, &limits);
        let more: Vec<Given> = given.iter().zip(how).map(|(given, how)| narrowed(given, how)).collect();
        let (before, after) = (combine(&pack, &candidates(&given)), combine(&pack, &candidates(&more)));
        prop_assert!(totals(&before.guaranteed)[0] <= totals(&after.guaranteed)[0], "{:?}\n{:?}", before, after);
        let (before, after) = (totals(&before.possible)[0], totals(&after.possible)[0]);
        prop_assert!(before.0 || after <= before);
    }
}

/// A pack whose measures are all met with exact amounts, under these limits.
fn met(amounts: &[i64], limits: &[Value]) -> (RulePack, Vec<Candidate>) {
    let given: Vec<Given> = amounts.iter().map(|amount| Given::met(*amount)).collect();
    (combine_cases::pack(&given, limits.iter().cloned().collect()), candidates(&given))
}

#[test]
fn equal_totals_are_resolved_in_favour_of_the_earliest_measure() {
    let around = [[0, 1], [1, 2], [2, 3], [3, 0]].map(|pair| limit("at-most-one", &pair));
    let (pack, candidates) = met(&[1, 2, 2, 1], &around);
    // A greedy search would take the second measure, and with it the last.
    assert_eq!(combine(&pack, &candidates).guaranteed.granted, [id(0), id(2)]);
}

#[test]
fn an_exhausted_cap_changes_the_best_choice_under_another_limit() {
    let mut cap = limit("cap", &[0, 2]);
    (cap["amount"], cap["unit"]) = (3.into(), "u".into());
    let (pack, candidates) =
        met(&[3, 2, 3, 0], &[limit("same-matter", &[0, 1]), limit("same-matter", &[2, 3]), cap]);
    let side = combine(&pack, &candidates).guaranteed;
    assert_eq!(
        (side.granted, side.totals[0].amount),
        (vec![id(1), id(2)], Decimal::from_integer(5))
    );
}

/// Pseudorandom numbers below a bound, the same in every run (Knuth's MMIX generator).
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    }
}

/// Asserts that a side violates no limit, and excludes measures only in favour of granted ones.
fn assert_limits_hold(pack: &RulePack, side: &BestSet<'_>) {
    let mut granted = vec![false; pack.measures.len()];
    side.granted.iter().for_each(|measure| granted[measure.index()] = true);
    for limit in pack.limits.iter().filter(|limit| limit.kind.is_exclusive()) {
        assert!(limit.measures.iter().filter(|measure| granted[measure.index()]).count() <= 1);
    }
    assert!(
        side.excluded
            .iter()
            .all(|one| one.because.iter().all(|because| granted[because.preferred.index()]))
    );
    assert!(side.excluded.iter().all(|one| !one.because.is_empty()));
}

#[test]
fn a_thousand_measures_with_pairwise_limits_get_a_compatible_set() {
    let mut number = numbers(7);
    let given: Vec<Given> =
        (0..1000).map(|_| Given::met(1 + i64::try_from(number(1000)).unwrap())).collect();
    let pairs = (0..5000).map(|_| [number(1000), number(1000)]).filter(|[one, other]| one != other);
    let pack = combine_cases::pack(&given, pairs.map(|pair| limit("at-most-one", &pair)).collect());
    let combination = combine(&pack, &candidates(&given));
    for side in [&combination.guaranteed, &combination.possible] {
        assert!(!side.exact);
        assert_limits_hold(&pack, side);
        assert_eq!(side.granted.len() + side.excluded.len(), 1000);
        // A greedy search, largest amount first, grants about a quarter of them.
        assert!(side.granted.len() > 200 && side.totals[0].amount > Decimal::from_integer(150_000));
    }
}

#[test]
fn of_a_thousand_exclusive_measures_the_largest_is_granted() {
    let given: Vec<Given> = (0..1000).map(|index| Given::met(index * 7 % 1000)).collect();
    let all: Vec<usize> = (0..1000).collect();
    let pack = combine_cases::pack(&given, [limit("same-matter", &all)].into_iter().collect());
    let side = combine(&pack, &candidates(&given)).guaranteed;
    assert!(side.exact);
    assert_eq!((side.granted, side.totals[0].amount), (vec![id(857)], Decimal::from_integer(999)));
}

#[test]
fn overlapping_limits_are_solved_exactly_at_the_size_of_the_published_pack() {
    for seed in 0..20 {
        let mut number = numbers(seed);
        let given: Vec<Given> =
            (0..83).map(|_| Given::met(i64::try_from(number(20)).unwrap())).collect();
        let mut limits: Vec<Value> = Vec::new();
        for _ in 0..12 {
            let mut under: Vec<usize> = (0..2 + number(8)).map(|_| number(83)).collect();
            under.sort_unstable();
            under.dedup();
            limits.push(limit("at-most-one", &under));
        }
        for third in 0..3 {
            let mut cap =
                limit("cap", &(0..83).filter(|index| index % 4 == third).collect::<Vec<_>>());
            (cap["amount"], cap["unit"]) = ((40 + number(80)).into(), "u".into());
            limits.push(cap);
        }
        let pack = combine_cases::pack(&given, limits.into_iter().collect());
        let side = combine(&pack, &candidates(&given)).guaranteed;
        assert!(side.exact, "seed {seed}");
        assert_limits_hold(&pack, &side);
    }
}
