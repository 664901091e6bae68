//! Terms that are defined by themselves, directly or round about, or by too many others.

use super::RuleBook;
use super::fault::{Fault, FaultCode};
use super::table::{Id, TermId};

/// Most terms on top of each other. Policies need two or three; evaluating a term evaluates all below it, so a
/// tower of hundreds would take for ever or exhaust the stack.
pub(super) const MOST_DEEP: usize = 8;

/// Most terms that one comes to, itself included, each as often as it is named: a low tower whose every term names the
/// one below it ten times takes as long as a high one.
pub(super) const MOST_FOLLOWED: usize = 1_000;

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
    /// Whether one below has too many already
    stands_on_wider: bool,
}

impl Tower {
    /// The tower of a term whose parts are done.
    fn on(book: &RuleBook, term: TermId, marks: &[Mark]) -> Tower {
        let mut tower = Tower { depth: 1, followed: 1, stands_on_wider: false };
        book.terms[term].when.each_term(&mut |below| {
            if let Some(Mark::Done(below)) = marks.get(below.place()) {
                tower.depth = tower.depth.max(1 + below.depth);
                tower.followed = tower.followed.saturating_add(below.followed);
                tower.stands_on_wider |= below.is_too_wide();
            }
        });
        tower
    }

    fn is_too_wide(self) -> bool {
        self.followed > MOST_FOLLOWED
    }
}

/// Reports each term that comes back to itself (depth-first search; a term met while open closes a circle).
pub(super) fn check_terms(book: &RuleBook, faults: &mut Vec<Fault>) {
    let mut marks = vec![Mark::New; book.terms.len()];
    // Its own stack, so that a long chain of terms cannot exhaust the program's.
    for (start, _) in book.terms.iter() {
        let mut stack = vec![(start, false)];
        while let Some((term, leaving)) = stack.pop() {
            if leaving {
                let tower = Tower::on(book, term, &marks);
                // Reported once, at the lowest term that has too much below it.
                if tower.depth == MOST_DEEP + 1 {
                    faults.push(too_high(book, term));
                } else if tower.depth <= MOST_DEEP && tower.is_too_wide() && !tower.stands_on_wider {
                    faults.push(too_wide(book, term));
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

fn set(marks: &mut [Mark], term: TermId, mark: Mark) {
    if let Some(place) = marks.get_mut(term.place()) {
        *place = mark;
    }
}

fn too_high(book: &RuleBook, term: TermId) -> Fault {
    Fault {
        code: FaultCode::BadRange,
        pointer: format!("/terms/{}/when", term.place()),
        expected: format!("at most {MOST_DEEP} terms on top of each other").into(),
        found: format!("more below `{}`", book.terms[term].id).into(),
        near: None,
        related: None,
    }
}

fn too_wide(book: &RuleBook, term: TermId) -> Fault {
    Fault {
        code: FaultCode::BadRange,
        pointer: format!("/terms/{}/when", term.place()),
        expected: format!("at most {MOST_FOLLOWED} terms, each as often as it is named").into(),
        found: format!("more in `{}`", book.terms[term].id).into(),
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
