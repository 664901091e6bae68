//! The problems of a text by their places.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::author::checks::{Checks, Problem};

/// The problems of a text, by JSON Pointer.
#[derive(Clone, Debug, Default)]
pub(super) struct ProblemsByPlace {
    checks: Option<Rc<Checks>>,
    /// The indices of problems in [`Checks::problems`]
    places: BTreeMap<String, Vec<usize>>,
}

impl ProblemsByPlace {
    /// The problems that the checks of a text found.
    pub(super) fn new(checks: Option<Rc<Checks>>) -> ProblemsByPlace {
        let mut places = BTreeMap::<String, Vec<usize>>::new();
        for (index, problem) in checks.iter().flat_map(|checks| checks.problems.iter().enumerate())
        {
            places.entry(problem.place.pointer.clone()).or_default().push(index);
        }
        ProblemsByPlace { checks, places }
    }

    /// The problems at a pointer, with their indices.
    pub(super) fn at(&self, pointer: &str) -> impl Iterator<Item = (usize, &Problem)> {
        let indices = self.places.get(pointer).into_iter().flatten();
        indices.filter_map(|index| self.problem(*index))
    }

    /// The problems at a pointer and inside its value, with their indices.
    pub(super) fn inside(&self, pointer: &str) -> impl Iterator<Item = (usize, &Problem)> {
        let inside = format!("{pointer}/");
        let nested = self.places.range(inside.clone()..);
        let nested = nested.take_while(move |(place, _)| place.starts_with(&inside));
        let nested = nested.flat_map(|(_, indices)| indices);
        self.at(pointer).chain(nested.filter_map(|index| self.problem(*index)))
    }

    fn problem(&self, index: usize) -> Option<(usize, &Problem)> {
        Some((index, self.checks.as_ref()?.problems.get(index)?))
    }
}
