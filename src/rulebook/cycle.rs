//! Cycles of definitions and of questions, and definitions that are too deep or too large.

use super::RulePack;
use super::fault::{Fault, FaultCode};
use super::table::{FactId, Id};
use super::when::Reference;

/// The maximum depth of nested definitions: terms, classes, and measures named by `met`.
///
/// Policies need a handful of levels. Evaluating a definition evaluates all below it, so hundreds
/// of levels would take too long or exhaust the stack.
pub(super) const MAX_DEPTH: usize = 8;

/// The maximum number of definitions that one expands to, itself included, counting repetitions.
///
/// A few levels of terms that each refer to the next one ten times take as long as many levels.
pub(super) const MAX_EXPANDED: usize = 100;

/// The state of a definition in the depth-first search.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    Unvisited,
    InProgress,
    Done(Size),
}

/// The size of a definition with all definitions below it.
#[derive(Clone, Copy, PartialEq)]
struct Size {
    /// The number of levels
    depth: usize,
    /// The number of definitions it expands to, counting repetitions
    expanded: usize,
    /// Whether a definition below is too large
    has_too_large_part: bool,
}

impl Size {
    /// The size of a definition whose parts are done.
    fn of(named: &[usize], visits: &[Visit]) -> Size {
        let mut size = Size { depth: 1, expanded: 1, has_too_large_part: false };
        for part in named {
            if let Some(Visit::Done(part)) = visits.get(*part) {
                size.depth = size.depth.max(1 + part.depth);
                size.expanded = size.expanded.saturating_add(part.expanded);
                size.has_too_large_part |= part.is_too_large();
            }
        }
        size
    }

    fn is_too_large(self) -> bool {
        self.depth > MAX_DEPTH || self.expanded > MAX_EXPANDED
    }
}

/// Reports cyclic and too large definitions, by depth-first search. A graph library would find the
/// cycles, but not the sizes.
pub(super) fn check_references(pack: &RulePack, faults: &mut Vec<Fault>) {
    let references = pack.references();
    let named = RulePack::named(&references);
    let mut visits = vec![Visit::Unvisited; references.len()];
    // An explicit stack, so that a long chain of terms cannot overflow the call stack.
    for start in 0..references.len() {
        let mut stack = vec![(start, false)];
        while let Some((index, leaving)) = stack.pop() {
            let parts = references.get(index).map(Vec::as_slice).unwrap_or_default();
            if leaving {
                let size = Size::of(parts, &visits);
                // Reported only for the lowest definition that is too large. A measure that no
                // condition names has the limits of its diagram instead.
                let is_limited = named.get(index) == Some(&true)
                    || !matches!(pack.reference(index), Reference::Measure(_));
                if size.is_too_large() && !size.has_too_large_part && is_limited {
                    faults.push(too_large(pack, index, size));
                }
                if let Some(visit) = visits.get_mut(index) {
                    *visit = Visit::Done(size);
                }
                continue;
            }
            let Some(visit) = visits.get_mut(index) else { continue };
            match visit {
                Visit::Done(_) => {}
                Visit::InProgress => faults.push(reference_cycle(pack, index)),
                Visit::Unvisited => {
                    *visit = Visit::InProgress;
                    stack.push((index, true));
                    stack.extend(parts.iter().map(|part| (*part, false)));
                }
            }
        }
    }
}

/// Reports questions whose `ask-when` depends on their own answers. No order could ask them.
///
/// The definitions must be acyclic.
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

fn too_large(pack: &RulePack, index: usize, size: Size) -> Fault {
    let expected = if size.depth > MAX_DEPTH {
        format!("at most {MAX_DEPTH} levels of nested definitions")
    } else {
        format!("at most {MAX_EXPANDED} nested definitions, counting repetitions")
    };
    let (pointer, id, _) = described(pack, index);
    Fault {
        code: FaultCode::BadRange,
        pointer,
        expected: expected.into(),
        found: format!("more in `{id}`").into(),
        suggestion: None,
        related: None,
    }
}

fn reference_cycle(pack: &RulePack, index: usize) -> Fault {
    let (pointer, id, noun) = described(pack, index);
    Fault {
        code: FaultCode::Cycle,
        pointer,
        expected: format!("a condition that does not depend on its own {noun}").into(),
        found: format!("cycle through `{id}`").into(),
        suggestion: None,
        related: None,
    }
}

/// The pointer to a definition, its id and its noun.
fn described(pack: &RulePack, index: usize) -> (String, &str, &'static str) {
    match pack.reference(index) {
        Reference::Term(term) => {
            (format!("/terms/{}/when", term.index()), &pack.terms[term].id, "term")
        }
        Reference::Class(class) => {
            (format!("/classes/{}/cases", class.index()), &pack.classes[class].id, "class")
        }
        Reference::Measure(measure) => {
            (format!("/measures/{}", measure.index()), &pack.measures[measure].id, "measure")
        }
    }
}
