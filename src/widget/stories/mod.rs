//! Stories: every part of the widget in every state that matters, each with a name. One file per folder of the widget.
//!
//! # Why
//!
//! A whole screen shows a part in one state at a time, and seldom in the worst ones: the longest title, every outcome, an
//! error. Stories are made from an invented pack that has the worst of everything. Snapshots, the gallery (`make gallery`) and
//! the accessibility checks use them. Nothing depends on a clock: each story has its own day.

mod app;
mod checklist;
mod question;
mod restore;
mod results;
mod results_details;
mod scene;
mod stage;
mod start;
mod typed;
mod ui;

use crate::rulebook::Locale;

use stage::Stage;

/// A part in a state.
#[derive(Clone, Debug)]
pub struct Story {
    /// The component's label, a folder and a name, for example `start/banner`. It does not depend on source files.
    pub component: &'static str,
    /// The state, as a phrase
    pub name: &'static str,
    /// The markup, within the root element that the stylesheet expects
    pub html: String,
}

/// Every story in a language, in the order in which people meet the parts.
pub fn stories(locale: Locale) -> Vec<Story> {
    let mut stage = Stage::new(locale);
    for add in [
        ui::add,
        start::add,
        restore::add,
        app::add,
        question::add,
        typed::add,
        results::add,
        results_details::add,
        checklist::add,
    ] {
        add(&mut stage);
    }
    stage.finish()
}
