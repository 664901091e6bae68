//! Conditions restricted to facts whose questions are asked.
//!
//! A question is not asked while its `ask-when` is false, and then its fact has no answer. To let
//! the engine decide whether answers can be entered, conditions are rewritten: each test of a fact
//! is combined with the `ask-when` of the fact.
//!
//! Negations are moved to the tests first. An unknown fact makes neither a test nor its negation
//! true, so both need the `ask-when`.

use std::cell::Cell;

use crate::engine::{Answers, EvalContext, Truth};
use crate::rulebook::{Date, FactId, RulePack, When};

/// The largest number of `ask-when` conditions expanded for one condition. Deeper ones are assumed
/// to hold.
const MAX_EXPANDED: usize = 300;

/// A condition that also requires the questions of its facts to be asked, transitively.
pub(super) fn require_asked(pack: &RulePack, when: &When) -> When {
    let expanded = Cell::new(0);
    require_asked_within(pack, when, true, &expanded)
}

fn require_asked_within(
    pack: &RulePack,
    when: &When,
    expected: bool,
    expanded: &Cell<usize>,
) -> When {
    rewrite_tests(pack, when, expected, &|test, expected| {
        with_ask_conditions(pack, test, expected, &|_, ask| {
            expanded.set(expanded.get() + 1);
            if expanded.get() > MAX_EXPANDED {
                always_true()
            } else {
                require_asked_within(pack, ask, true, expanded)
            }
        })
    })
}

/// Conditions that also require that none of their answers hides a question of another.
///
/// A question that depends on other facts is asked as long as those are unknown. So only the parts
/// of an `ask-when` that read facts of these conditions are required.
pub(super) fn require_mutually_asked(pack: &RulePack, conditions: &[&When]) -> Vec<When> {
    let read: Vec<FactId> = conditions.iter().flat_map(|when| pack.facts_in(when)).collect();
    let own_tests = |test: &When, expected: bool| {
        let mut is_read = true;
        pack.each_fact(test, &mut |fact| is_read &= read.contains(&fact));
        if is_read { literal(test, expected) } else { always_true() }
    };
    let asked = |test: &When, expected: bool| {
        with_ask_conditions(pack, test, expected, &|_, ask| {
            rewrite_tests(pack, ask, true, &own_tests)
        })
    };
    conditions.iter().map(|when| rewrite_tests(pack, when, true, &asked)).collect()
}

/// Removes answers to questions that are not asked, as long as the conditions hold without them.
pub(super) fn remove_unasked(
    pack: &RulePack,
    as_of: Date,
    mut answers: Answers,
    conditions: &[&When],
) -> Answers {
    for (fact, definition) in pack.facts.iter() {
        let Some(ask) = &definition.ask_when else { continue };
        let mut fewer = answers.clone();
        fewer.set(fact, None);
        let truth =
            |answers: &Answers, when: &When| EvalContext { pack, answers, as_of }.truth(when);
        if truth(&answers, ask) == Truth::False
            && conditions.iter().all(|when| truth(&fewer, when) == Truth::True)
        {
            answers = fewer;
        }
    }
    answers
}

/// A test combined with a condition for the `ask-when` of each of its facts.
fn with_ask_conditions(
    pack: &RulePack,
    test: &When,
    expected: bool,
    condition: &dyn Fn(FactId, &When) -> When,
) -> When {
    let mut parts = vec![literal(test, expected)];
    pack.each_fact(test, &mut |fact| {
        parts.extend(pack.facts[fact].ask_when.as_ref().map(|ask| condition(fact, ask)));
    });
    When::All(parts)
}

/// A condition, or its negation if not `expected`, with its tests replaced. Terms are expanded.
fn rewrite_tests(
    pack: &RulePack,
    when: &When,
    expected: bool,
    test: &dyn Fn(&When, bool) -> When,
) -> When {
    let all = |parts: &[When]| {
        parts.iter().map(|part| rewrite_tests(pack, part, expected, test)).collect::<Vec<_>>()
    };
    match when {
        When::All(parts) if expected => When::All(all(parts)),
        When::Any(parts) if !expected => When::All(all(parts)),
        When::All(parts) | When::Any(parts) => When::Any(all(parts)),
        When::Not(part) => rewrite_tests(pack, part, !expected, test),
        When::AtLeastOf(count, parts) if expected => When::AtLeastOf(*count, all(parts)),
        // Fewer than `count` of n parts hold if at least n + 1 − `count` do not hold.
        When::AtLeastOf(count, parts) => {
            When::AtLeastOf((parts.len() + 1).saturating_sub(*count), all(parts))
        }
        When::Term(term) => rewrite_tests(pack, &pack.terms[*term].when, expected, test),
        When::Class(class, wanted) => {
            rewrite_tests(pack, &pack.classes[*class].condition(*wanted), expected, test)
        }
        When::Met(measure) => {
            let mut parts = Vec::new();
            pack.measures[*measure].each_condition(&mut |when| parts.push(when.clone()));
            rewrite_tests(pack, &When::All(parts), expected, test)
        }
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => test(when, expected),
    }
}

fn literal(test: &When, expected: bool) -> When {
    if expected { test.clone() } else { When::Not(Box::new(test.clone())) }
}

fn always_true() -> When {
    When::All(Vec::new())
}
