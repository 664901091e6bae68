//! What a checklist contains: everything in the current language, unless the person chose otherwise.

use crate::rulebook::MeasureId;

/// The options of a checklist, and of the files saved of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintOptions {
    /// Whether the options themselves are shown
    pub is_expanded: bool,
    /// Two languages, one after the other
    pub is_bilingual: bool,
    /// No answers, and nothing that follows from them
    pub without_answers: bool,
    /// Open measures are only named, without a block for each
    pub without_open: bool,
    /// The measures that were chosen; all, if none was
    pub measures: Vec<MeasureId>,
}

impl PrintOptions {
    /// Whether a measure was chosen.
    pub fn names(&self, measure: MeasureId) -> bool {
        self.measures.contains(&measure)
    }

    /// Chooses a measure, or not any more.
    pub(in crate::widget) fn toggle_measure(&mut self, measure: MeasureId) {
        match self.measures.iter().position(|chosen| *chosen == measure) {
            Some(index) => drop(self.measures.remove(index)),
            None => self.measures.push(measure),
        }
    }

    /// The same options with this measure chosen.
    #[must_use]
    pub fn with_measure(mut self, measure: MeasureId) -> PrintOptions {
        if !self.names(measure) {
            self.measures.push(measure);
        }
        self
    }
}
