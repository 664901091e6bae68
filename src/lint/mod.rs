//! Findings: what a sound pack says that is probably not meant.
//!
//! A fault makes a pack unusable and is found while it is read (`rulebook`). A finding is legal but doubtful: a question
//! that nothing depends on, a measure that nobody can meet. One lint a file; each looks at the whole pack and knows no other.
//! Whether conditions can hold is asked of the engine, which answers with an example or with the proof that there is none.

mod absent_quote;
mod always_holds;
mod asked;
mod context;
mod date_outside;
mod days;
mod empty_provision;
mod finding;
mod hidden_question;
mod idle_limit;
mod implied;
mod long_quote;
mod moving;
mod never_asked;
mod never_chosen;
mod never_met;
mod past_window;
mod same_question;
mod same_translation;
mod source;
mod uncited_provision;
mod uneven_tiers;
mod unneeded_material;
mod unsure_figure;
mod unused_fact;
mod unused_office;
mod unused_option;
mod unused_section;
mod unused_term;
mod walk;

pub use context::{Context, conditions};
pub use finding::{Finding, Related, Suggestion};
pub use source::Source;

/// One thing that is looked for.
#[derive(Debug)]
pub struct Lint {
    /// Its stable name
    pub name: &'static str,
    /// What it finds
    pub about: &'static str,
    check: fn(&Context<'_>) -> Vec<Finding>,
}

/// Every lint, in the order in which findings at the same place are shown.
pub const LINTS: &[Lint] = &[
    unused_fact::LINT,
    unused_option::LINT,
    unused_term::LINT,
    unused_section::LINT,
    unused_office::LINT,
    unneeded_material::LINT,
    uncited_provision::LINT,
    empty_provision::LINT,
    never_met::LINT,
    always_holds::LINT,
    implied::LINT,
    never_chosen::LINT,
    idle_limit::LINT,
    never_asked::LINT,
    hidden_question::LINT,
    same_question::LINT,
    uneven_tiers::LINT,
    unsure_figure::LINT,
    date_outside::LINT,
    past_window::LINT,
    same_translation::LINT,
    long_quote::LINT,
    absent_quote::LINT,
];

/// Looks for everything.
pub fn lint(context: &Context<'_>) -> Vec<Finding> {
    LINTS.iter().flat_map(|lint| (lint.check)(context)).collect()
}
