//! `always-holds`: a criterion that cannot fail, so that asking about it decides nothing.
//!
//! `applies-when` has no label and no provision of its own. So a criterion that repeats it, or one of its parts, word for
//! word is no finding: it is how an author says and cites why the measure concerns somebody.

use crate::rulebook::{Measure, MeasureId, When};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "always-holds", about: "a criterion that can never fail", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    measures.flat_map(|(id, measure)| findings(context, id, measure)).collect()
}

fn findings(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, criterion) in measure.criteria.iter().enumerate() {
        let Some(when) = criterion.when.as_ref().filter(|when| !repeats(measure, when)) else {
            continue;
        };
        let fails = When::Not(Box::new(when.clone()));
        let concerned: Vec<&When> = measure.applies_when.iter().collect();
        let with = |more| concerned.iter().copied().chain([more]).collect::<Vec<_>>();
        // Of a measure that concerns nobody anything may be said; that is another finding.
        if !context.is_never(measure, &with(&fails)) || context.is_never(measure, &concerned) {
            continue;
        }
        let alone = context.is_never(measure, &[&fails]);
        let message = if alone {
            format!("the criterion `{}` of `{}` always holds", criterion.id, measure.id)
        } else {
            format!(
                "the criterion `{}` of `{}` holds for everybody whom the measure concerns",
                criterion.id, measure.id
            )
        };
        let mut finding =
            Finding::new(LINT.name, context.criterion(id, place), message).label("can never fail");
        if !alone {
            finding =
                finding.related(format!("{}/applies-when", context.measure(id)), "says so already");
        }
        findings.push(finding.help("correct the condition: as it stands, it decides nothing"));
    }
    findings
}

/// Whether a condition is that of `applies-when`, or one of those which must all hold there.
fn repeats(measure: &Measure, when: &When) -> bool {
    match &measure.applies_when {
        Some(When::All(parts)) => {
            parts.contains(when) || measure.applies_when.as_ref() == Some(when)
        }
        other => other.as_ref() == Some(when),
    }
}
