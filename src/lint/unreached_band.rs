//! `unreached-band`: a band of points, or a case of a class, that nobody reaches, because earlier
//! ones cover it or because its own condition cannot hold.

use crate::rulebook::{BandTest, Decimal, Id, Points, When};

use super::pointed::{Part, each_case, each_pointed};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "unreached-band",
    description: "a band of points or a case of a class that nobody reaches",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_pointed(context, &mut |pointer, part| {
        let Part::Points(points) = part else { return };
        for index in 0..points.bands.len() {
            if !is_reached(context, points, index) {
                let message = "no number reaches this band".to_owned();
                findings.push(finding(format!("{pointer}/bands/{index}"), message));
            }
        }
    });
    for (id, class) in context.pack.classes.iter() {
        let at = format!("/classes/{}/cases", id.index());
        each_case(&class.cases, &at, &mut |pointer, case, earlier| {
            let holds = case.when.iter().cloned();
            let not_earlier = earlier.iter().map(|when| When::Not(Box::new((*when).clone())));
            let conditions: Vec<When> = not_earlier.chain(holds).collect();
            if !earlier.is_empty() && context.can_never_hold(&conditions) {
                let message = format!("nobody reaches this case of `{}`", class.id);
                findings.push(finding(pointer.to_owned(), message));
            }
        });
    }
    findings
}

fn finding(pointer: String, message: String) -> Finding {
    Finding::new(LINT.name, pointer, message)
        .label("the earlier ones cover it, or it cannot hold")
        .help("correct the order or the bounds: the first one that holds counts")
}

/// Whether some applicant may reach a band.
fn is_reached(context: &Context<'_>, points: &Points, index: usize) -> bool {
    let Some(band) = points.bands.get(index) else { return true };
    let earlier = points.bands.get(..index).unwrap_or_default();
    if let BandTest::By(comparison, bound) = &band.test {
        // Between the bounds of all bands, the tests do not change.
        let bounds = points.bands.iter().filter_map(|band| match &band.test {
            BandTest::By(_, bound) => Some(bound.millionths()),
            BandTest::When(_) => None,
        });
        let near = |bound: i64| [bound.saturating_sub(1), bound, bound.saturating_add(1)];
        let reaches = |millionths: i64| {
            let value = Decimal::from_millionths(millionths);
            comparison.holds(value, *bound)
                && !earlier.iter().any(|band| match &band.test {
                    BandTest::By(comparison, bound) => comparison.holds(value, *bound),
                    BandTest::When(_) => false,
                })
        };
        if !bounds.flat_map(near).any(reaches) {
            return false;
        }
    }
    let mut conditions: Vec<When> =
        points.conditions().take(index).map(|(when, _)| When::Not(Box::new(when))).collect();
    conditions.extend(points.conditions().nth(index).map(|(when, _)| when));
    !context.can_never_hold(&conditions)
}
