//! Options of the checklist. By default it contains everything in the current language.

use crate::rulebook::MeasureId;

/// Options of a checklist and of the files saved of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintOptions {
    /// Whether the panel shows the options
    pub is_expanded: bool,
    /// Whether the checklist is shown on the screen
    pub is_sheet_shown: bool,
    /// Whether each text is followed by its translation
    pub is_bilingual: bool,
    /// Whether answers, outcomes and amounts are left out
    pub without_answers: bool,
    /// The selected measures; if empty, all are included
    pub measures: Vec<MeasureId>,
}

impl PrintOptions {
    /// Whether a measure is selected.
    pub fn is_selected(&self, measure: MeasureId) -> bool {
        self.measures.contains(&measure)
    }

    /// Selects a measure, or removes it from the selection.
    pub(in crate::widget) fn toggle_measure(&mut self, measure: MeasureId) {
        match self.measures.iter().position(|selected| *selected == measure) {
            Some(index) => drop(self.measures.remove(index)),
            None => self.measures.push(measure),
        }
    }

    /// The same options with this measure selected.
    #[must_use]
    pub fn with_measure(mut self, measure: MeasureId) -> PrintOptions {
        if !self.is_selected(measure) {
            self.measures.push(measure);
        }
        self
    }
}
