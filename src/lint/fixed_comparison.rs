//! `fixed-comparison`: a comparison that the bounds of its facts decide, such as more than 0 for a
//! fact with a `min` of 1.
//!
//! If a whole criterion is such a comparison, `always-holds` or `never-met` reports it.

use crate::engine::{Answers, EvalContext, Truth};
use crate::rulebook::{Date, When};

use super::pointed::{Part, each_pointed};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "fixed-comparison",
    description: "a comparison that the bounds of its facts decide",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let answers = Answers::none(context.pack);
    let unanswered = EvalContext { pack: context.pack, answers: &answers, as_of: Date::default() };
    let mut findings = Vec::new();
    each_pointed(context, &mut |pointer, part| {
        let Part::When(when @ When::Compare(..)) = part else { return };
        let is_whole = pointer.starts_with("/measures/")
            && (pointer.ends_with("/when") || pointer.ends_with("/applies-when"));
        let (always, label) = match unanswered.truth(when) {
            _ if is_whole => return,
            // `impossible-relation` reports it.
            Truth::False if pointer.starts_with("/relations/") && pointer.ends_with("/holds") => {
                return;
            }
            Truth::True => ("always holds", "every possible answer satisfies it"),
            Truth::False => ("never holds", "no possible answer satisfies it"),
            Truth::Unknown => return,
        };
        let message = format!("this comparison {always}, because of the bounds of its facts");
        findings.push(
            Finding::new(LINT.name, pointer.to_owned(), message)
                .label(label)
                .help("correct the comparison, or `min` and `max` of the fact"),
        );
    });
    findings
}
