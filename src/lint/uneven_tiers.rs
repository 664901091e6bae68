//! `uneven-tiers`: tiers of an amount that overlap, or leave out values between them.

use crate::rulebook::{Benefit, Decimal, FactKind, Quantity, RuleBook, Tier};

use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "uneven-tiers", about: "tiers that overlap, or leave a gap between them", check };

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in pack.book.measures.iter() {
        let Benefit::Tiers(tiers) = &measure.grants.benefit else { continue };
        let step = step(pack.book, &tiers.by);
        let mut sorted: Vec<(usize, &Tier)> = tiers.tiers.iter().enumerate().collect();
        sorted.sort_by_key(|(_, tier)| (tier.from, tier.to));
        let at = |place: usize, key: &str| format!("{}/grants/tiers/tiers/{place}/{key}", pack.measure(id));
        for pair in sorted.windows(2) {
            let [(low_place, low), (place, tier)] = pair else { continue };
            let next = low.to.millionths().saturating_add(step.unwrap_or(0));
            // Without a step, tiers that touch are as close as they can be; the first of them decides there.
            let overlaps = if step.is_some() { tier.from <= low.to } else { tier.from < low.to };
            let what = if overlaps {
                let shared = tier.from;
                format!("two tiers of `{}` overlap: {shared} is in both", measure.id)
            } else if tier.from.millionths() > next {
                let between =
                    Decimal::of_millionths(if step.is_some() { next } else { low.to.millionths() + 1 });
                format!("between two tiers of `{}` there is a gap: {between} is in neither", measure.id)
            } else {
                continue;
            };
            let suggested = Decimal::of_millionths(next);
            let mut finding = Finding::new(LINT.name, at(*place, "from"), what)
                .label(if overlaps { "begins before the other ends" } else { "begins too late" })
                .related(at(*low_place, "to"), "the tier before it ends here");
            if suggested <= tier.to {
                finding = finding.suggest(at(*place, "from"), format!("\"{suggested}\""));
            }
            findings.push(finding.help(if overlaps {
                "let each number be in one tier only"
            } else {
                "close the gap, or say in a note that nothing is granted there"
            }));
        }
    }
    findings
}

/// How far apart the values of a quantity are, in millionths; nothing if they can be as close as one likes.
fn step(book: &RuleBook, by: &Quantity) -> Option<i64> {
    match by {
        Quantity::Fact(fact) => match &book.facts[*fact].kind {
            FactKind::Number(kind) => Some(10_i64.pow(u32::from(6_u8.saturating_sub(kind.decimals)))),
            FactKind::YesNo | FactKind::Choice(_) | FactKind::Choices(_) | FactKind::Date => None,
        },
        Quantity::MonthsSince(_) | Quantity::DaysSince(_) => Some(1_000_000),
        Quantity::Difference(left, right) => finer(step(book, left), step(book, right)),
        Quantity::Sum(parts) => parts.iter().map(|part| step(book, part)).reduce(finer).flatten(),
        Quantity::Constant(_) | Quantity::Percent(..) | Quantity::Ratio(..) | Quantity::Growth(..) => None,
    }
}

fn finer(left: Option<i64>, right: Option<i64>) -> Option<i64> {
    Some(left?.min(right?))
}
