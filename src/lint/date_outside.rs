//! `date-outside`: a date outside the period of the policy.

use crate::rulebook::{Period, When, format_date};

use super::walk::{each_condition, each_part};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "date-outside", description: "a date outside the period of the policy", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let policy = &context.pack.in_force;
    let mut findings = Vec::new();
    let mut add = |pointer: String, message: String| {
        findings.push(
            Finding::new(LINT.name, pointer, message)
                .related("/in-force".to_owned(), "the period of the policy")
                .help("correct the date: compare year, month and day with the text"),
        );
    };
    for (id, measure) in context.pack.measures.iter() {
        let at = context.measure_pointer(id);
        let Period { from, to } = &measure.in_force;
        if let Some(from) = from.filter(|from| !policy.contains(*from)) {
            let message = format!(
                "`{}` begins on {}, when the policy is not in force",
                measure.id,
                format_date(from)
            );
            add(format!("{at}/in-force/from"), message);
        }
        if let Some(to) = to.filter(|to| !policy.contains(*to)) {
            let message = format!(
                "`{}` ends on {}, when the policy is not in force",
                measure.id,
                format_date(to)
            );
            add(format!("{at}/in-force/to"), message);
        }
        for (index, window) in measure.windows.iter().enumerate() {
            if let Some(from) = window.period.from.filter(|from| policy.is_before(*from)) {
                let message = format!(
                    "a window of `{}` opens on {}, after the end of the policy",
                    measure.id,
                    format_date(from)
                );
                add(format!("{at}/windows/{index}/from"), message);
            } else if let Some(from) =
                window.period.from.filter(|from| measure.in_force.is_before(*from))
            {
                let message = format!(
                    "a window of `{}` opens on {}, after the end of the measure",
                    measure.id,
                    format_date(from)
                );
                add(format!("{at}/windows/{index}/from"), message);
            }
        }
    }
    each_condition(context.pack, &mut |pointer, when| {
        each_part(when, &mut |part| {
            if let When::CompareDate(fact, _, day) = part
                && policy.is_before(*day)
            {
                let fact = &context.pack.facts[*fact].id;
                let message = format!(
                    "`{fact}` is compared with {}, after the end of the policy",
                    format_date(*day)
                );
                add(pointer.clone(), message);
            }
        });
    });
    findings
}
