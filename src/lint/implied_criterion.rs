//! `implied-criterion`: a criterion that follows from the others, and so does not affect any
//! outcome.

use crate::rulebook::{Measure, MeasureId, When};

use super::context::minimal_subset;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "implied-criterion",
    description: "a criterion that follows from the others",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    measures.flat_map(|(id, measure)| findings(context, id, measure)).collect()
}

fn findings(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, criterion) in measure.criteria.iter().enumerate() {
        let Some(when) = &criterion.when else { continue };
        // Of two equal criteria, only the later one is reported.
        if measure.criteria.iter().skip(index + 1).any(|later| later.when.as_ref() == Some(when)) {
            continue;
        }
        let fails = When::Not(Box::new(when.clone()));
        let concerns = measure
            .applies_when
            .iter()
            .map(|when| (format!("{}/applies-when", context.measure_pointer(id)), when));
        let others = measure.criteria.iter().enumerate().filter(|(other, _)| *other != index);
        let others = others.filter_map(|(other, criterion)| {
            Some((context.criterion_pointer(id, other), criterion.when.as_ref()?))
        });
        let all: Vec<(String, &When)> = concerns.chain(others).collect();
        let never = |kept: &[(String, &When)], more: Option<&When>| {
            let whens: Vec<&When> = kept.iter().map(|(_, when)| *when).chain(more).collect();
            context.is_unsatisfiable(measure, &whens)
        };
        // `always-holds` and `never-met` report the other cases.
        let alone = measure.applies_when.iter().chain([&fails]).collect::<Vec<_>>();
        if !never(&all, Some(&fails))
            || never(&all, None)
            || context.is_unsatisfiable(measure, &alone)
        {
            continue;
        }
        let kept = minimal_subset(all, |fewer| never(fewer, Some(&fails)));
        let message =
            format!("the criterion `{}` of `{}` follows from the others", criterion.id, measure.id);
        let mut finding = Finding::new(LINT.name, context.criterion_pointer(id, index), message)
            .label("holds whenever the others hold");
        for (pointer, _) in kept {
            finding = finding.related(pointer, "it follows from this");
        }
        findings.push(finding.help(
            "correct the condition, or remove the criterion: it does not affect the outcome",
        ));
    }
    findings
}
