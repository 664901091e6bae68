//! `date-outside`: a date that lies where the policy is not in force any more, or not yet.

use crate::rulebook::{Period, When, date_text};

use super::walk::{each_condition, each_part};
use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint = Lint {
    name: "date-outside",
    about: "a date outside the days on which the policy is in force",
    check,
};

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let policy = &pack.book.in_force;
    let mut findings = Vec::new();
    let mut add = |pointer: String, message: String| {
        findings.push(
            Finding::new(LINT.name, pointer, message)
                .related("/in-force".to_owned(), "the policy is in force here")
                .help("correct the date: check year, month and day against the text"),
        );
    };
    for (id, measure) in pack.book.measures.iter() {
        let at = pack.measure(id);
        let Period { from, to } = &measure.in_force;
        if let Some(from) = from.filter(|from| !policy.contains(*from)) {
            let message = format!(
                "`{}` begins on {}, when the policy is not in force",
                measure.id,
                date_text(from)
            );
            add(format!("{at}/in-force/from"), message);
        }
        if let Some(to) = to.filter(|to| !policy.contains(*to)) {
            let message = format!(
                "`{}` ends on {}, when the policy is not in force",
                measure.id,
                date_text(to)
            );
            add(format!("{at}/in-force/to"), message);
        }
        for (place, window) in measure.windows.iter().enumerate() {
            if let Some(from) = window.period.from.filter(|from| policy.is_before(*from)) {
                let message = format!(
                    "a window of `{}` opens on {}, after the policy",
                    measure.id,
                    date_text(from)
                );
                add(format!("{at}/windows/{place}/from"), message);
            } else if let Some(from) =
                window.period.from.filter(|from| measure.in_force.is_before(*from))
            {
                let message = format!(
                    "a window of `{}` opens on {}, after the measure",
                    measure.id,
                    date_text(from)
                );
                add(format!("{at}/windows/{place}/from"), message);
            }
        }
    }
    each_condition(pack.book, &mut |pointer, when| {
        each_part(when, &mut |part| {
            if let When::CompareDate(fact, _, day) = part
                && policy.is_before(*day)
            {
                let fact = &pack.book.facts[*fact].id;
                let message = format!(
                    "`{fact}` is compared with {}, after the policy has ended",
                    date_text(*day)
                );
                add(pointer.clone(), message);
            }
        });
    });
    findings
}
