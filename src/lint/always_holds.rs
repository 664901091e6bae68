//! `always-holds`: a criterion that cannot fail, and so does not affect any outcome.
//!
//! A criterion that repeats `applies-when` or one of its parts literally is not reported.
//! `applies-when` has no label and no provisions, so authors repeat it to explain and cite it.

use crate::rulebook::{Measure, MeasureId, When};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "always-holds", description: "a criterion that can never fail", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    measures.flat_map(|(id, measure)| findings(context, id, measure)).collect()
}

fn findings(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, criterion) in measure.criteria.iter().enumerate() {
        let Some(when) = criterion.when.as_ref().filter(|when| !repeats(measure, when)) else {
            continue;
        };
        let fails = When::Not(Box::new(when.clone()));
        let concerned: Vec<&When> = measure.applies_when.iter().collect();
        let with = |more| concerned.iter().copied().chain([more]).collect::<Vec<_>>();
        // If the measure never applies, `never-met` reports it.
        if !context.is_unsatisfiable(measure, &with(&fails))
            || context.is_unsatisfiable(measure, &concerned)
        {
            continue;
        }
        let alone = context.is_unsatisfiable(measure, &[&fails]);
        let message = if alone {
            format!("the criterion `{}` of `{}` always holds", criterion.id, measure.id)
        } else {
            format!(
                "the criterion `{}` of `{}` holds whenever the measure applies",
                criterion.id, measure.id
            )
        };
        let mut finding = Finding::new(LINT.name, context.criterion_pointer(id, index), message)
            .label("can never fail");
        if !alone {
            finding = finding.related(
                format!("{}/applies-when", context.measure_pointer(id)),
                "it follows from this",
            );
        }
        findings.push(finding.help("correct the condition: it does not affect the outcome"));
    }
    findings
}

/// Whether a condition equals `applies-when`, or one of its parts if it is an `all`.
fn repeats(measure: &Measure, when: &When) -> bool {
    match &measure.applies_when {
        Some(When::All(parts)) => {
            parts.contains(when) || measure.applies_when.as_ref() == Some(when)
        }
        other => other.as_ref() == Some(when),
    }
}
