//! `past-window`: a time for applications that was over before the policy began.

use crate::rulebook::date_text;

use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "past-window", about: "a window that closed before the policy began", check };

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in pack.book.measures.iter() {
        // A measure that begins later than its policy has windows only from then on.
        let begins = [pack.book.in_force.from, measure.in_force.from].into_iter().flatten().max();
        for (place, window) in measure.windows.iter().enumerate() {
            let Some((to, begins)) =
                window.period.to.zip(begins).filter(|(to, begins)| to < begins)
            else {
                continue;
            };
            let message = format!(
                "a window of `{}` closed on {}, before the measure began on {}",
                measure.id,
                date_text(to),
                date_text(begins)
            );
            findings.push(
                Finding::new(
                    LINT.name,
                    format!("{}/windows/{place}/to", pack.measure(id)),
                    message,
                )
                .label("nobody could apply then")
                .help("correct the year, or remove the window"),
            );
        }
    }
    findings
}
