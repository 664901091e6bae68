//! Stories: each component of the widget in every relevant state, with a name. One file per folder
//! of the widget.
//!
//! # Why
//!
//! A screen shows each component in one state, and rarely in the extreme ones: the longest title,
//! every outcome, an error. Stories render an invented pack with extreme texts. Snapshots, the
//! gallery (`make gallery`) and the accessibility tests use them. No story depends on a clock: each
//! has a fixed day.

// The pack and the list of stories; the as-of date, answers and actions of one story.
mod collection;
mod fixture;

// The stories: one file per folder of the widget, or per group of components of a large one.
mod app;
mod checklist;
mod plan;
mod policies;
mod question;
mod question_groups;
mod restore;
mod results;
mod results_details;
mod start;
mod text_fields;
mod topics;
mod ui;

use crate::rulebook::Locale;

use collection::Collection;
#[cfg(test)]
pub(in crate::widget) use collection::PACK;

/// A component in one state.
#[derive(Clone, Debug)]
pub struct Story {
    /// Label of the component: a folder and a name, for example `start/banner`. It does not depend
    /// on source files.
    pub component: &'static str,
    /// The state, as a phrase
    pub name: &'static str,
    /// The HTML, within the root element that the stylesheet expects
    pub html: String,
}

/// All stories in one language, in the order of the screens.
pub fn stories(locale: Locale) -> Vec<Story> {
    let mut stories = Collection::new(locale);
    for add in [
        ui::add,
        policies::add,
        start::add,
        restore::add,
        topics::add,
        app::add,
        question::add,
        question_groups::add,
        text_fields::add,
        results::add,
        results_details::add,
        plan::add,
        checklist::add,
    ] {
        add(&mut stories);
    }
    stories.finish()
}
