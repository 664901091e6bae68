//! `past-window`: a time for applications that was over before the policy began.

use crate::rulebook::format_date;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "past-window", about: "a window that closed before the policy began", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in context.pack.measures.iter() {
        // A measure that begins later than its policy has windows only from then on.
        let begins =
            [context.pack.in_force.from, measure.in_force.from].into_iter().flatten().max();
        for (place, window) in measure.windows.iter().enumerate() {
            let Some((to, begins)) =
                window.period.to.zip(begins).filter(|(to, begins)| to < begins)
            else {
                continue;
            };
            let message = format!(
                "a window of `{}` closed on {}, before the measure began on {}",
                measure.id,
                format_date(to),
                format_date(begins)
            );
            findings.push(
                Finding::new(
                    LINT.name,
                    format!("{}/windows/{place}/to", context.measure(id)),
                    message,
                )
                .label("nobody could apply then")
                .help("correct the year, or remove the window"),
            );
        }
    }
    findings
}
