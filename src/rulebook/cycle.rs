//! Terms that are defined by themselves, directly or round about, or by a tower of others.

use super::RuleBook;
use super::fault::{Fault, FaultCode};
use super::table::{Id, TermId};

/// Most terms on top of each other. Policies need two or three; evaluating a term evaluates all below it, so a
/// tower of hundreds would take for ever or exhaust the stack.
pub(super) const MOST_DEEP: usize = 8;

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    /// How many terms stand on top of each other, this one included
    Done(usize),
}

/// Reports each term that comes back to itself (depth-first search; a term met while open closes a circle).
pub(super) fn check_terms(book: &RuleBook, faults: &mut Vec<Fault>) {
    let mut marks = vec![Mark::New; book.terms.len()];
    // Its own stack, so that a long chain of terms cannot exhaust the program's.
    for (start, _) in book.terms.iter() {
        let mut stack = vec![(start, false)];
        while let Some((term, leaving)) = stack.pop() {
            if leaving {
                let depth = 1 + deepest(book, term, &marks);
                if depth == MOST_DEEP + 1 {
                    faults.push(tower(book, term));
                }
                set(&mut marks, term, Mark::Done(depth));
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

fn deepest(book: &RuleBook, term: TermId, marks: &[Mark]) -> usize {
    let mut deepest = 0;
    book.terms[term].when.each_term(&mut |next| {
        if let Some(Mark::Done(depth)) = marks.get(next.place()) {
            deepest = deepest.max(*depth);
        }
    });
    deepest
}

fn set(marks: &mut [Mark], term: TermId, mark: Mark) {
    if let Some(place) = marks.get_mut(term.place()) {
        *place = mark;
    }
}

fn tower(book: &RuleBook, term: TermId) -> Fault {
    Fault {
        code: FaultCode::BadRange,
        pointer: format!("/terms/{}/when", term.place()),
        expected: format!("at most {MOST_DEEP} terms on top of each other").into(),
        found: format!("more below `{}`", book.terms[term].id).into(),
        near: None,
        related: None,
    }
}

fn circle(book: &RuleBook, term: TermId) -> Fault {
    Fault {
        code: FaultCode::Cycle,
        pointer: format!("/terms/{}/when", term.place()),
        expected: "a condition that does not come back to its own term".into(),
        found: format!("a circle through `{}`", book.terms[term].id).into(),
        near: None,
        related: None,
    }
}
