//! What a person wants on paper: everything in the language shown, unless something else was chosen.

use crate::rulebook::{Id, MeasureId, RuleBook};

/// What was chosen for the sheet, and for what is saved of it.
///
/// A list of places in the order in which they were chosen: a struct of its own for each choice would be several times the
/// code in the first module of a page, which has only to remember them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    chosen: Vec<usize>,
}

/// What the ids of the boxes begin with in which it is chosen; the place follows.
pub(super) const PAPER_ID: &str = "ec-paper-";

/// Place of what can be chosen itself: whether it is unfolded.
pub(super) const UNFOLDED: usize = 0;

/// Place of the choice of two languages side by side.
pub(super) const BOTH_LANGUAGES: usize = 1;

/// Place of the choice to leave out the answers, and all that follows from them.
pub(super) const WITHOUT_ANSWERS: usize = 2;

/// Place of the choice to name open measures only, without a block for each.
pub(super) const WITHOUT_OPEN: usize = 3;

/// Place of the choice of the pack's first measure; those of the others follow. Without any of them, all are wanted.
pub(super) const FIRST_MEASURE: usize = 4;

impl Paper {
    /// With the choice at this place made, or taken back.
    pub(super) fn change(&mut self, place: usize) {
        match self.chosen.iter().position(|chosen| *chosen == place) {
            Some(index) => drop(self.chosen.remove(index)),
            None => self.chosen.push(place),
        }
    }

    /// How many choices were made.
    pub(super) fn count(&self) -> usize {
        self.chosen.len()
    }

    /// Whether the choice at this place was made.
    pub(super) fn has(&self, place: usize) -> bool {
        self.chosen.contains(&place)
    }

    /// Whether a measure was chosen.
    pub(super) fn names(&self, measure: MeasureId) -> bool {
        self.has(FIRST_MEASURE + measure.place())
    }

    /// As it is handed to another module of the page.
    pub(super) fn written(&self) -> String {
        let places: Vec<String> = self.chosen.iter().map(usize::to_string).collect();
        places.join(" ")
    }

    /// Reads what [`Paper::written`] wrote with the same rules.
    pub(super) fn read(book: &RuleBook, text: &str) -> Option<Paper> {
        let mut paper = Paper::default();
        for place in text.split_ascii_whitespace() {
            let place = place.parse().ok()?;
            if place >= FIRST_MEASURE + book.measures.len() || paper.has(place) {
                return None;
            }
            paper.change(place);
        }
        Some(paper)
    }
}

/// What is chosen elsewhere than on a page.
#[cfg(feature = "cli")]
impl Paper {
    /// Two languages side by side, no answers, open measures named only.
    pub fn of(both_languages: bool, without_answers: bool, without_open: bool) -> Paper {
        let choices = [
            (both_languages, BOTH_LANGUAGES),
            (without_answers, WITHOUT_ANSWERS),
            (without_open, WITHOUT_OPEN),
        ];
        Paper { chosen: choices.into_iter().filter(|(is, _)| *is).map(|(_, place)| place).collect() }
    }

    /// With this measure and no other that is not named, too.
    #[must_use]
    pub fn with(mut self, measure: MeasureId) -> Paper {
        if !self.names(measure) {
            self.change(FIRST_MEASURE + measure.place());
        }
        self
    }
}
