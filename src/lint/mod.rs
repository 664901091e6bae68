//! Lints: checks of a valid pack for rules that are probably unintended.
//!
//! A fault makes a pack unusable, and parsing finds it (`rulebook`). A finding concerns a valid
//! pack: a fact that nothing uses, a measure that no answers can meet. Each lint has its own file,
//! sees the whole pack and knows no other lint. `docs/reference/lints.md` explains each lint with
//! an example. Whether conditions can be satisfied is decided by the engine, which returns an
//! example or a proof that there is none.

// The input and the output of a lint.
mod context; // The pack under check, and queries about its conditions.
mod finding; // Findings.
mod source; // Texts of documents, for comparison with quotes.

// Shared by several lints.
mod walk; // Visitors for the conditions and quantities of a pack.
mod asked_facts; // Conditions restricted to facts whose questions are asked.
mod date_thresholds; // Thresholds of date facts that move with the as-of date.
mod pointed; // Visitors with the JSON Pointer of every part of a condition.
mod catch_all; // Options for the rest of a list.
mod sample_days; // Days that represent all days of a period.

// Definitions that nothing uses.
mod unused_fact; // A fact whose answer is never used.
mod unused_option; // An option that no condition distinguishes.
mod unused_term; // A term that no condition uses.
mod unused_section; // A section without questions.
mod unused_office; // An office that no measure uses.
mod unneeded_material; // A material that is never required.
mod uncited_provision; // A provision or document that is not cited.
mod empty_provision; // A provision with neither quote nor summary.

// Conditions and limits that have no effect.
mod impossible_relation; // A relation that no answers satisfy.
mod never_met; // A measure that no answers can meet.
mod always_holds; // A criterion that can never fail.
mod implied_criterion; // A criterion that follows from the others.
mod zero_holds; // A condition that holds only by a zero.
mod fixed_comparison; // A comparison that the bounds of its facts decide.
mod unreached_band; // A band of points or a case of a class that nobody reaches.
mod open_list; // Options that close an open list.
mod never_chosen; // A measure that another one always excludes.
mod idle_limit; // A limit that has no effect.

// Questions.
mod never_asked; // A question that is never asked, or never matters.
mod hidden_question; // A measure that needs the answer to a hidden question.
mod no_true_option; // A choice without an option for everybody else.
mod no_direction; // A compared number without `changeable`.
mod same_question; // Two facts with the same question.
mod no_topic; // A measure that no topic contains.

// Figures and dates.
mod uneven_tiers; // Tiers that overlap, leave gaps or grant nothing.
mod unsure_figure; // A figure with more evidence than its provisions.
mod date_outside; // A date outside the period of the policy.
mod past_window; // A window that closes before the measure begins.

// Texts.
mod same_translation; // A text that is copied instead of translated.
mod invisible_character; // A character that readers do not see.
mod long_quote; // A quote of more than 60 characters.
mod absent_quote; // A quote or clause that is not in the text.

pub use context::{Context, conditions};
pub use finding::{Finding, Related, Suggestion};
pub use pointed::{WrittenCondition, written_conditions};
pub use source::{Source, SourceIndex};

/// One check.
#[derive(Debug)]
pub struct Lint {
    /// The stable name
    pub name: &'static str,
    /// The reported problem
    pub description: &'static str,
    check: fn(&Context<'_>) -> Vec<Finding>,
}

/// All lints. Findings with the same position are shown in this order.
pub const LINTS: &[Lint] = &[
    unused_fact::LINT,
    unused_option::LINT,
    unused_term::LINT,
    unused_section::LINT,
    unused_office::LINT,
    unneeded_material::LINT,
    uncited_provision::LINT,
    empty_provision::LINT,
    impossible_relation::LINT,
    never_met::LINT,
    always_holds::LINT,
    implied_criterion::LINT,
    zero_holds::LINT,
    fixed_comparison::LINT,
    unreached_band::LINT,
    open_list::LINT,
    never_chosen::LINT,
    idle_limit::LINT,
    never_asked::LINT,
    hidden_question::LINT,
    no_true_option::LINT,
    no_direction::LINT,
    same_question::LINT,
    no_topic::LINT,
    uneven_tiers::LINT,
    unsure_figure::LINT,
    date_outside::LINT,
    past_window::LINT,
    same_translation::LINT,
    invisible_character::LINT,
    long_quote::LINT,
    absent_quote::LINT,
];

/// Runs all lints.
pub fn lint(context: &Context<'_>) -> Vec<Finding> {
    LINTS.iter().flat_map(|lint| (lint.check)(context)).collect()
}
