//! Terms that are defined by themselves, directly or round about.

use super::RuleBook;
use super::fault::{Fault, FaultCode};
use super::table::{Id, TermId};

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Reports each term that comes back to itself (depth-first search; a term met while open closes a circle).
pub(super) fn check_terms(book: &RuleBook, faults: &mut Vec<Fault>) {
    let mut marks = vec![Mark::New; book.terms.len()];
    // Its own stack, so that a long chain of terms cannot exhaust the program's.
    for (start, _) in book.terms.iter() {
        let mut stack = vec![(start, false)];
        while let Some((term, leaving)) = stack.pop() {
            let Some(mark) = marks.get_mut(term.place()) else { continue };
            if leaving {
                *mark = Mark::Done;
                continue;
            }
            match mark {
                Mark::Done => {}
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
