//! What a person can enter: a question is not put while its `ask-when` is false, and then has no answer.
//!
//! Conditions are rewritten so that the engine decides about it: wherever a fact is read, it is read and asked for. The
//! negation is moved inwards first, since a fact that is not known makes neither a condition nor its negation true.

use std::cell::Cell;

use crate::engine::{Answers, EvalContext, Truth};
use crate::rulebook::{Date, FactId, RulePack, When};

/// Most times that an `ask-when` is followed for one condition; what lies beyond is taken to be asked.
const MOST_FOLLOWED: usize = 300;

/// A condition that holds only with answers whose questions have come up, and so on to those that always do.
pub(super) fn come_up(pack: &RulePack, when: &When) -> When {
    let followed = Cell::new(0);
    strictly(pack, when, true, &followed)
}

fn strictly(pack: &RulePack, when: &When, wanted: bool, followed: &Cell<usize>) -> When {
    rewrite(pack, when, wanted, &|test, wanted| {
        with_questions(pack, test, wanted, &|_, ask| {
            followed.set(followed.get() + 1);
            if followed.get() > MOST_FOLLOWED {
                sure()
            } else {
                strictly(pack, ask, true, followed)
            }
        })
    })
}

/// Conditions that hold together only with answers that hide none of each other's questions. A question that hangs on
/// something else is put as long as that is not known.
pub(super) fn enterable(pack: &RulePack, conditions: &[&When]) -> Vec<When> {
    let read: Vec<FactId> = conditions.iter().flat_map(|when| pack.facts_in(when)).collect();
    let hides = |test: &When, wanted: bool| {
        let mut is_read = true;
        test.each_fact(&mut |fact| is_read &= read.contains(&fact));
        if is_read { literal(test, wanted) } else { sure() }
    };
    let asked = |test: &When, wanted: bool| {
        with_questions(pack, test, wanted, &|_, ask| rewrite(pack, ask, true, &hides))
    };
    conditions.iter().map(|when| rewrite(pack, when, true, &asked)).collect()
}

/// Answers less those to questions that are not put, as far as the conditions hold without them.
pub(super) fn without_hidden(
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
            |answers: &Answers, when: &When| EvalContext { pack: pack, answers, as_of }.truth(when);
        if truth(&answers, ask) == Truth::False
            && conditions.iter().all(|when| truth(&fewer, when) == Truth::True)
        {
            answers = fewer;
        }
    }
    answers
}

/// A test, together with what must hold for the questions of its facts.
fn with_questions(
    pack: &RulePack,
    test: &When,
    wanted: bool,
    question: &dyn Fn(FactId, &When) -> When,
) -> When {
    let mut parts = vec![literal(test, wanted)];
    test.each_fact(&mut |fact| {
        parts.extend(pack.facts[fact].ask_when.as_ref().map(|ask| question(fact, ask)));
    });
    When::All(parts)
}

/// A condition, or its negation, with its tests replaced; terms are written out.
fn rewrite(pack: &RulePack, when: &When, wanted: bool, test: &dyn Fn(&When, bool) -> When) -> When {
    let all = |parts: &[When]| {
        parts.iter().map(|part| rewrite(pack, part, wanted, test)).collect::<Vec<_>>()
    };
    match when {
        When::All(parts) if wanted => When::All(all(parts)),
        When::Any(parts) if !wanted => When::All(all(parts)),
        When::All(parts) | When::Any(parts) => When::Any(all(parts)),
        When::Not(part) => rewrite(pack, part, !wanted, test),
        When::AtLeastOf(count, parts) if wanted => When::AtLeastOf(*count, all(parts)),
        // So few hold that too many do not.
        When::AtLeastOf(count, parts) => {
            When::AtLeastOf((parts.len() + 1).saturating_sub(*count), all(parts))
        }
        When::Term(term) => rewrite(pack, &pack.terms[*term].when, wanted, test),
        When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..) => test(when, wanted),
    }
}

fn literal(test: &When, wanted: bool) -> When {
    if wanted { test.clone() } else { When::Not(Box::new(test.clone())) }
}

fn sure() -> When {
    When::All(Vec::new())
}
