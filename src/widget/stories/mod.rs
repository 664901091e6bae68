//! Stories: every part of the widget in every state that matters, each with a name.
//!
//! # Why
//!
//! A whole screen shows a part in one state at a time, and the worst of them (the longest title, every outcome, an error) seldom. Stories
//! are made from an invented pack that has the worst of everything. Snapshots, the gallery (`make gallery`) and
//! the checks of accessibility take them from here. Nothing depends on a clock: each story says its day.

mod about_amounts;
mod about_answers;
mod about_criteria;
mod about_details;
mod about_measures;
mod about_options;
mod about_paper;
mod about_results;
mod about_start;
mod about_steps;
mod about_time;
mod about_typing;
mod scene;
mod stage;

use crate::rulebook::Locale;

use stage::Stage;

/// A part in a state.
#[derive(Clone, Debug)]
pub struct Story {
    /// The component's label, a folder and a name, for example `start/banner`. It does not depend on
    /// source files.
    pub component: &'static str,
    /// The state, as a piece of a sentence
    pub name: &'static str,
    /// What it looks like, within the element that the stylesheet begins with
    pub html: String,
}

/// Every story, those of one part together, in the order in which people meet the parts.
pub fn stories(locale: Locale) -> Vec<Story> {
    let mut stage = Stage::new(locale);
    for tell in [
        about_start::tell,
        about_steps::tell,
        about_options::tell,
        about_typing::tell,
        about_answers::tell,
        about_results::tell,
        about_measures::tell,
        about_details::tell,
        about_criteria::tell,
        about_amounts::tell,
        about_time::tell,
        about_paper::tell,
    ] {
        tell(&mut stage);
    }
    stage.told()
}
