//! Alternative values of a fact: for each other region, the value nearest to the current one.

use crate::rulebook::{FactId, Measure, Options, Value, When};

use crate::engine::evaluate::EvalContext;

use super::collect::collect_splits;
use super::split::{Split, position};
use super::thresholds::Domain;

/// Maximum number of groups of options to toggle in all combinations.
const MAX_GROUPS: usize = 5;

/// The other values of a fact that a measure distinguishes, nearest first, and whether further
/// values might make a difference.
///
/// Further values can matter if the measure compares the fact with other facts (then both ends of
/// each region are returned), if it divides by the fact and reads it again, or if it distinguishes
/// more than [`MAX_GROUPS`] groups of its options.
pub(in crate::engine) fn alternative_values(
    context: &EvalContext<'_>,
    measure: &Measure,
    fact: FactId,
) -> (Vec<Value>, bool) {
    let Some(own) = context.answers.value(fact) else { return (Vec::new(), false) };
    let mut answers = context.answers.clone();
    answers.set(fact, None);
    let open = EvalContext { answers: &answers, ..*context };
    let criteria = || measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    let conditions = || measure.applies_when.iter().chain(criteria());
    // Only splits of this fact are relevant; the other facts are known or stay unknown.
    let Some(splits) = collect_splits(open, conditions()) else { return (Vec::new(), false) };
    let is_compared_fact = conditions().any(|when| is_compared(context, when, fact));
    let mut sets = Vec::new();
    let mut values = Vec::new();
    for split in splits.iter().filter(|split| split.fact() == Some(fact)) {
        match (split, own) {
            (Split::YesNo(_), Value::YesNo(yes)) => values.push(Value::YesNo(!yes)),
            (Split::Choice(_, groups), Value::Options(chosen)) => {
                let others = groups.iter().filter(|group| !chosen.intersects(**group));
                values.extend(others.map(|group| Value::Options(group.lowest())));
            }
            (Split::Choices(_, group), Value::Options(_)) => sets.push(*group),
            (Split::Ordered(_, thresholds), _) => {
                values.extend(
                    Domain::of(context, fact)
                        .map(|domain| {
                            ordered_alternatives(domain, thresholds, own, is_compared_fact)
                        })
                        .unwrap_or_default(),
                );
            }
            _ => {}
        }
    }
    if let Value::Options(chosen) = own {
        values.extend(toggled_sets(chosen, &sets));
    }
    let is_in_comparison = splits.iter().any(|split| {
        let mut reads = false;
        if split.fact().is_none() {
            split.each_fact(&mut |other| reads |= other == fact);
        }
        reads
    });
    (values, is_compared_fact || is_in_comparison || sets.len() > MAX_GROUPS)
}

/// All sets that include other groups than `chosen`, those with the fewest changes first.
fn toggled_sets(chosen: Options, groups: &[Options]) -> Vec<Value> {
    let groups = groups.get(..MAX_GROUPS).unwrap_or(groups);
    let mut sets: Vec<(u32, Options)> = Vec::new();
    for changed in 1..1_u32 << groups.len() {
        let mut set = chosen;
        for (index, group) in groups.iter().enumerate() {
            if changed >> index & 1 == 1 {
                set = if set.intersects(*group) {
                    set.difference(*group)
                } else {
                    set.union(group.lowest())
                };
            }
        }
        sets.push((changed.count_ones(), set));
    }
    sets.sort_by_key(|(changes, _)| *changes);
    sets.into_iter().map(|(_, set)| Value::Options(set)).collect()
}

/// The value nearest to the current one in each other region; both ends of every region if
/// `both_ends`.
fn ordered_alternatives(
    domain: Domain,
    thresholds: &[i64],
    own: Value,
    both_ends: bool,
) -> Vec<Value> {
    let own = position(own);
    let mut positions = Vec::new();
    for region in 0..=thresholds.len() {
        let first = region
            .checked_sub(1)
            .and_then(|index| thresholds.get(index))
            .copied()
            .unwrap_or(domain.lower);
        let last = thresholds.get(region).map_or(domain.upper, |next| next - domain.step);
        if both_ends {
            positions.extend([first, last]);
        } else if own < first {
            positions.push(first);
        } else if own > last {
            positions.push(last);
        }
    }
    positions.retain(|position| *position != own);
    positions.sort_by_key(|position| own.abs_diff(*position));
    positions.dedup();
    positions.into_iter().map(|position| domain.value(position)).collect()
}

/// Whether a condition compares the fact with another fact.
fn is_compared(context: &EvalContext<'_>, when: &When, fact: FactId) -> bool {
    let mut compared = false;
    context.pack.each_test(when, &mut |test| {
        if let When::Compare(..) = test {
            let (mut reads, mut others) = (false, false);
            context.pack.each_fact(test, &mut |other| {
                reads |= other == fact;
                others |= other != fact;
            });
            compared |= reads && others;
        }
    });
    compared
}
