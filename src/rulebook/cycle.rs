//! Cycles of definitions and of questions, and definitions that are too deep or too large.

use super::RulePack;
use super::fault::{Fault, FaultCode};
use super::json::Json;
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
pub(super) fn check_references(pack: &RulePack, document: &Json, faults: &mut Vec<Fault>) {
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
                Visit::InProgress => {
                    // The definitions in progress are the path to this one.
                    let path =
                        stack.iter().filter(|(_, leaving)| *leaving).map(|(other, _)| *other);
                    let cycle: Vec<usize> = path.skip_while(|other| *other != index).collect();
                    faults.push(reference_cycle(pack, document, &cycle));
                }
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
        cycle.iter().chain([&start]).map(|fact| pack.facts[*fact].id.to_string()).collect();
    Fault {
        code: FaultCode::Cycle,
        pointer: format!("/facts/{}/ask-when", start.index()),
        expected: "a condition that does not depend on its own question".into(),
        found: cycle_text(&names).into(),
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

/// The fault of a cycle of definitions, at the reference of the first to the next.
fn reference_cycle(pack: &RulePack, document: &Json, cycle: &[usize]) -> Fault {
    let first = cycle.first().copied().unwrap_or_default();
    let next = cycle.get(1).copied().unwrap_or(first);
    let (pointer, _, noun) = described(pack, first);
    let (definition, id, _) = described(pack, next);
    let key = match pack.reference(next) {
        Reference::Term(_) => "term",
        Reference::Class(_) => "class",
        Reference::Measure(_) => "met",
    };
    let found = pointer_to(value_at(document, &pointer), key, id).unwrap_or_default();
    let ids = cycle.iter().chain([&first]).map(|index| described(pack, *index).1.to_owned());
    let owner = definition.split('/').take(3).collect::<Vec<_>>().join("/");
    Fault {
        code: FaultCode::Cycle,
        pointer: pointer + &found,
        expected: format!("a {noun} that does not depend on itself").into(),
        found: cycle_text(&ids.collect::<Vec<_>>()).into(),
        suggestion: None,
        related: (next != first).then(|| format!("{owner}/id")),
    }
}

/// The ids of a cycle, the first of which is also the last.
pub(super) fn cycle_text(ids: &[String]) -> String {
    let ids = ids.iter().map(|id| format!("`{id}`"));
    format!("cycle {}", ids.collect::<Vec<_>>().join(" → "))
}

fn value_at<'a>(json: &'a Json, pointer: &str) -> &'a Json {
    let found = pointer.split('/').skip(1).try_fold(json, |json, token| match json {
        Json::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => json.get(token),
    });
    found.unwrap_or(&Json::Null)
}

/// The pointer, inside a value, to the first reference to a definition.
fn pointer_to(json: &Json, key: &str, id: &str) -> Option<String> {
    match json {
        Json::Object(entries) => entries.iter().find_map(|(name, value)| {
            let named = value.as_str().or_else(|| value.items().first().and_then(Json::as_str));
            if name == key && named == Some(id) {
                return Some(format!("/{name}"));
            }
            Some(format!("/{name}{}", pointer_to(value, key, id)?))
        }),
        Json::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, value)| Some(format!("/{index}{}", pointer_to(value, key, id)?))),
        _ => None,
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
