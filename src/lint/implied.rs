//! `implied-criterion`: a criterion that holds whenever the others do, so that it can change no outcome.

use crate::rulebook::{Measure, MeasureId, When};

use super::context::fewest;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "implied-criterion", about: "a criterion that follows from the others", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    measures.flat_map(|(id, measure)| findings(context, id, measure)).collect()
}

fn findings(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, criterion) in measure.criteria.iter().enumerate() {
        let Some(when) = &criterion.when else { continue };
        // Of a criterion that stands there twice, the later one is too many.
        if measure.criteria.iter().skip(place + 1).any(|later| later.when.as_ref() == Some(when)) {
            continue;
        }
        let fails = When::Not(Box::new(when.clone()));
        let concerns = measure
            .applies_when
            .iter()
            .map(|when| (format!("{}/applies-when", context.measure(id)), when));
        let others = measure.criteria.iter().enumerate().filter(|(other, _)| *other != place);
        let others = others.filter_map(|(other, criterion)| {
            Some((context.criterion(id, other), criterion.when.as_ref()?))
        });
        let all: Vec<(String, &When)> = concerns.chain(others).collect();
        let never = |kept: &[(String, &When)], more: Option<&When>| {
            let whens: Vec<&When> = kept.iter().map(|(_, when)| *when).chain(more).collect();
            context.is_never(measure, &whens)
        };
        // What always holds, or can never be met, are findings of their own.
        let apart = measure.applies_when.iter().chain([&fails]).collect::<Vec<_>>();
        if !never(&all, Some(&fails)) || never(&all, None) || context.is_never(measure, &apart) {
            continue;
        }
        let kept = fewest(all, |fewer| never(fewer, Some(&fails)));
        let message =
            format!("the criterion `{}` of `{}` follows from the others", criterion.id, measure.id);
        let mut finding = Finding::new(LINT.name, context.criterion(id, place), message)
            .label("holds whenever the others do");
        for (pointer, _) in kept {
            finding = finding.related(pointer, "it follows from this");
        }
        findings
            .push(finding.help("correct the condition, or leave it out: it can change no outcome"));
    }
    findings
}
