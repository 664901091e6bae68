//! `past-window`: a window that closes before the measure begins.

use crate::rulebook::format_date;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "past-window",
    description: "a window that closes before the measure begins",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in context.pack.measures.iter() {
        // A measure may begin later than its policy.
        let begins =
            [context.pack.in_force.from, measure.in_force.from].into_iter().flatten().max();
        for (index, window) in measure.windows.iter().enumerate() {
            let Some((to, begins)) =
                window.period.to.zip(begins).filter(|(to, begins)| to < begins)
            else {
                continue;
            };
            let message = format!(
                "a window of `{}` closes on {}, before the measure begins on {}",
                measure.id,
                format_date(to),
                format_date(begins)
            );
            findings.push(
                Finding::new(
                    LINT.name,
                    format!("{}/windows/{index}/to", context.measure_pointer(id)),
                    message,
                )
                .label("not in force yet")
                .help("correct the year, or remove the window"),
            );
        }
    }
    findings
}
