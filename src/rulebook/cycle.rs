//! Terms that are defined by themselves, directly or round about, or by too many others; and questions that are asked only
//! if they have been answered.

use super::RulePack;
use super::fault::{Fault, FaultCode};
use super::table::{FactId, Id, TermId};

/// Most terms on top of each other. Policies need two or three; evaluating a term evaluates all below it, so a
/// tower of hundreds would take for ever or exhaust the stack.
pub(super) const MOST_DEEP: usize = 8;

/// Most terms that one comes to, itself included, each as often as it is named: a low tower whose every term names the
/// one below it ten times takes as long as a high one.
pub(super) const MOST_FOLLOWED: usize = 100;

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done(Tower),
}

/// What stands below a term, itself included.
#[derive(Clone, Copy, PartialEq)]
struct Tower {
    /// How many terms stand on top of each other
    depth: usize,
    /// How many terms there are, each as often as it is named
    followed: usize,
    /// Whether one below comes to too much already
    stands_on_too_much: bool,
}

impl Tower {
    /// The tower of a term whose parts are done.
    fn on(book: &RulePack, term: TermId, marks: &[Mark]) -> Tower {
        let mut tower = Tower { depth: 1, followed: 1, stands_on_too_much: false };
        book.terms[term].when.each_term(&mut |below| {
            if let Some(Mark::Done(below)) = marks.get(below.place()) {
                tower.depth = tower.depth.max(1 + below.depth);
                tower.followed = tower.followed.saturating_add(below.followed);
                tower.stands_on_too_much |= below.is_too_much();
            }
        });
        tower
    }

    fn is_too_much(self) -> bool {
        self.depth > MOST_DEEP || self.followed > MOST_FOLLOWED
    }
}

/// Reports each term that comes back to itself (depth-first search; a term met while open closes a circle).
pub(super) fn check_terms(book: &RulePack, faults: &mut Vec<Fault>) {
    let mut marks = vec![Mark::New; book.terms.len()];
    // Its own stack, so that a long chain of terms cannot exhaust the program's.
    for (start, _) in book.terms.iter() {
        let mut stack = vec![(start, false)];
        while let Some((term, leaving)) = stack.pop() {
            if leaving {
                let tower = Tower::on(book, term, &marks);
                // Reported once, at the lowest term that comes to too much.
                if tower.is_too_much() && !tower.stands_on_too_much {
                    faults.push(too_much(book, term, tower));
                }
                set(&mut marks, term, Mark::Done(tower));
                continue;
            }
            let Some(mark) = marks.get_mut(term.place()) else { continue };
            match mark {
                Mark::Done(_) => {}
                Mark::Open => faults.push(circle(book, term)),
                Mark::New => {
                    *mark = Mark::Open;
                    stack.push((term, true));
                    book.terms[term].when.each_term(&mut |next| stack.push((next, false)));
                }
            }
        }
    }
}

/// Reports questions that hang on their own answers: in no order could they be put. The terms must be sound.
pub(super) fn check_questions(book: &RulePack, faults: &mut Vec<Fault>) {
    let hangs_on: Vec<Vec<FactId>> = book
        .facts
        .iter()
        .map(|(_, fact)| fact.ask_when.as_ref().map(|when| book.facts_in(when)).unwrap_or_default())
        .collect();
    let mut reported: Vec<FactId> = Vec::new();
    for (start, _) in book.facts.iter() {
        // Breadth first, and so back to the start by the shortest way.
        let mut ways: Vec<(FactId, Option<usize>)> = vec![(start, None)];
        let mut place = 0;
        while let Some((from, _)) = ways.get(place).copied() {
            let next = hangs_on.get(from.place()).map(Vec::as_slice).unwrap_or_default();
            if next.contains(&start) {
                let circle = way_to(&ways, place);
                // A circle is reported once, at its first question.
                if !circle.iter().any(|fact| reported.contains(fact)) {
                    faults.push(circle_of_questions(book, start, &circle));
                }
                reported.extend(circle);
                break;
            }
            for fact in next {
                if !ways.iter().any(|(known, _)| known == fact) {
                    ways.push((*fact, Some(place)));
                }
            }
            place += 1;
        }
    }
}

/// The questions from a place back to the start.
fn way_to(ways: &[(FactId, Option<usize>)], place: usize) -> Vec<FactId> {
    let mut way = Vec::new();
    let mut at = Some(place);
    while let Some((fact, before)) = at.and_then(|place| ways.get(place)) {
        way.push(*fact);
        at = *before;
    }
    way.reverse();
    way
}

fn circle_of_questions(book: &RulePack, start: FactId, circle: &[FactId]) -> Fault {
    let names: Vec<String> =
        circle.iter().map(|fact| format!("`{}`", book.facts[*fact].id)).collect();
    Fault {
        code: FaultCode::Cycle,
        pointer: format!("/facts/{}/ask-when", start.place()),
        expected: "a condition that does not come back to its own question".into(),
        found: format!("a circle through {}", names.join(", ")).into(),
        near: None,
        related: None,
    }
}

fn set(marks: &mut [Mark], term: TermId, mark: Mark) {
    if let Some(place) = marks.get_mut(term.place()) {
        *place = mark;
    }
}

fn too_much(book: &RulePack, term: TermId, tower: Tower) -> Fault {
    let (expected, found) = if tower.depth > MOST_DEEP {
        (format!("at most {MOST_DEEP} terms on top of each other"), "more below")
    } else {
        (format!("at most {MOST_FOLLOWED} terms, each as often as it is named"), "more in")
    };
    Fault {
        code: FaultCode::BadRange,
        pointer: format!("/terms/{}/when", term.place()),
        expected: expected.into(),
        found: format!("{found} `{}`", book.terms[term].id).into(),
        near: None,
        related: None,
    }
}

fn circle(book: &RulePack, term: TermId) -> Fault {
    Fault {
        code: FaultCode::Cycle,
        pointer: format!("/terms/{}/when", term.place()),
        expected: "a condition that does not come back to its own term".into(),
        found: format!("a circle through `{}`", book.terms[term].id).into(),
        near: None,
        related: None,
    }
}
