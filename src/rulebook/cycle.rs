//! Cycles of terms and of questions, and terms that are too deep or too large.

use super::RulePack;
use super::fault::{Fault, FaultCode};
use super::table::{FactId, Id, TermId};

/// The maximum depth of nested terms.
///
/// Policies need two or three levels. Evaluating a term evaluates all terms below it, so hundreds
/// of levels would take too long or exhaust the stack.
pub(super) const MAX_TERM_DEPTH: usize = 8;

/// The maximum number of terms that one expands to, itself included, counting repetitions.
///
/// A few levels of terms that each refer to the next one ten times take as long as many levels.
pub(super) const MAX_EXPANDED_TERMS: usize = 100;

/// The state of a term in the depth-first search.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    Unvisited,
    InProgress,
    Done(TermSize),
}

/// The size of a term with all terms below it.
#[derive(Clone, Copy, PartialEq)]
struct TermSize {
    /// The number of levels
    depth: usize,
    /// The number of terms it expands to, counting repetitions
    expanded: usize,
    /// Whether a term below is too large
    has_too_large_part: bool,
}

impl TermSize {
    /// The size of a term whose parts are done.
    fn of(pack: &RulePack, term: TermId, visits: &[Visit]) -> TermSize {
        let mut size = TermSize { depth: 1, expanded: 1, has_too_large_part: false };
        pack.terms[term].when.each_term(&mut |part| {
            if let Some(Visit::Done(part)) = visits.get(part.index()) {
                size.depth = size.depth.max(1 + part.depth);
                size.expanded = size.expanded.saturating_add(part.expanded);
                size.has_too_large_part |= part.is_too_large();
            }
        });
        size
    }

    fn is_too_large(self) -> bool {
        self.depth > MAX_TERM_DEPTH || self.expanded > MAX_EXPANDED_TERMS
    }
}

/// Reports cyclic and too large terms, by depth-first search. A graph library would find the
/// cycles, but not the sizes.
pub(super) fn check_terms(pack: &RulePack, faults: &mut Vec<Fault>) {
    let mut visits = vec![Visit::Unvisited; pack.terms.len()];
    // An explicit stack, so that a long chain of terms cannot overflow the call stack.
    for (start, _) in pack.terms.iter() {
        let mut stack = vec![(start, false)];
        while let Some((term, leaving)) = stack.pop() {
            if leaving {
                let size = TermSize::of(pack, term, &visits);
                // Reported only for the lowest term that is too large.
                if size.is_too_large() && !size.has_too_large_part {
                    faults.push(too_large(pack, term, size));
                }
                if let Some(visit) = visits.get_mut(term.index()) {
                    *visit = Visit::Done(size);
                }
                continue;
            }
            let Some(visit) = visits.get_mut(term.index()) else { continue };
            match visit {
                Visit::Done(_) => {}
                Visit::InProgress => faults.push(term_cycle(pack, term)),
                Visit::Unvisited => {
                    *visit = Visit::InProgress;
                    stack.push((term, true));
                    pack.terms[term].when.each_term(&mut |next| stack.push((next, false)));
                }
            }
        }
    }
}

/// Reports questions whose `ask-when` depends on their own answers. No order could ask them.
///
/// The terms must be acyclic.
pub(super) fn check_questions(pack: &RulePack, faults: &mut Vec<Fault>) {
    let depends_on: Vec<Vec<FactId>> = pack
        .facts
        .iter()
        .map(|(_, fact)| fact.ask_when.as_ref().map(|when| pack.facts_in(when)).unwrap_or_default())
        .collect();
    let mut reported: Vec<FactId> = Vec::new();
    for (start, _) in pack.facts.iter() {
        // Breadth-first search, so that the cycle found is the shortest.
        let mut visited: Vec<(FactId, Option<usize>)> = vec![(start, None)];
        let mut index = 0;
        while let Some((from, _)) = visited.get(index).copied() {
            let next = depends_on.get(from.index()).map(Vec::as_slice).unwrap_or_default();
            if next.contains(&start) {
                let cycle = path_to(&visited, index);
                // Each cycle is reported once, at its first question.
                if !cycle.iter().any(|fact| reported.contains(fact)) {
                    faults.push(question_cycle(pack, start, &cycle));
                }
                reported.extend(cycle);
                break;
            }
            for fact in next {
                if !visited.iter().any(|(known, _)| known == fact) {
                    visited.push((*fact, Some(index)));
                }
            }
            index += 1;
        }
    }
}

/// The path from the start to a visited question, each with the index of its predecessor.
fn path_to(visited: &[(FactId, Option<usize>)], index: usize) -> Vec<FactId> {
    let mut path = Vec::new();
    let mut next = Some(index);
    while let Some((fact, predecessor)) = next.and_then(|index| visited.get(index)) {
        path.push(*fact);
        next = *predecessor;
    }
    path.reverse();
    path
}

fn question_cycle(pack: &RulePack, start: FactId, cycle: &[FactId]) -> Fault {
    let names: Vec<String> =
        cycle.iter().map(|fact| format!("`{}`", pack.facts[*fact].id)).collect();
    Fault {
        code: FaultCode::Cycle,
        pointer: format!("/facts/{}/ask-when", start.index()),
        expected: "a condition that does not depend on its own question".into(),
        found: format!("cycle through {}", names.join(", ")).into(),
        suggestion: None,
        related: None,
    }
}

fn too_large(pack: &RulePack, term: TermId, size: TermSize) -> Fault {
    let expected = if size.depth > MAX_TERM_DEPTH {
        format!("at most {MAX_TERM_DEPTH} levels of nested terms")
    } else {
        format!("at most {MAX_EXPANDED_TERMS} nested terms, counting repetitions")
    };
    Fault {
        code: FaultCode::BadRange,
        pointer: format!("/terms/{}/when", term.index()),
        expected: expected.into(),
        found: format!("more in `{}`", pack.terms[term].id).into(),
        suggestion: None,
        related: None,
    }
}

fn term_cycle(pack: &RulePack, term: TermId) -> Fault {
    Fault {
        code: FaultCode::Cycle,
        pointer: format!("/terms/{}/when", term.index()),
        expected: "a condition that does not depend on its own term".into(),
        found: format!("cycle through `{}`", pack.terms[term].id).into(),
        suggestion: None,
        related: None,
    }
}
