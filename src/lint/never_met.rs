//! `never-met`: a measure that no answers can meet, or that never applies.

use crate::rulebook::{Measure, MeasureId, When};

use super::context::{conditions, minimal_subset};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "never-met", description: "a measure that no answers can meet", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    measures.filter_map(|(id, measure)| finding(context, id, measure)).collect()
}

fn finding(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Option<Finding> {
    let all = conditions(measure);
    if !context.is_unsatisfiable(measure, &all) {
        return None;
    }
    if !context.is_unsatisfiable(measure, &[]) || all.is_empty() {
        return Some(contradiction(context, id, measure));
    }
    // The period is empty.
    let message =
        format!("the measure `{}` is never in force while the policy is in force", measure.id);
    let finding =
        Finding::new(LINT.name, format!("{}/in-force", context.measure_pointer(id)), message);
    Some(
        finding
            .related("/in-force".to_owned(), "the period of the policy")
            .help("correct one of the periods"),
    )
}

/// The finding for a minimal set of conditions that exclude each other.
fn contradiction(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Finding {
    let criteria = measure.criteria.iter().enumerate();
    let criteria = criteria.filter_map(|(index, criterion)| {
        let when = criterion.when.as_ref()?;
        Some((context.criterion_pointer(id, index), format!("`{}`", criterion.id), when))
    });
    let applies = measure.applies_when.iter().map(|when| {
        (format!("{}/applies-when", context.measure_pointer(id)), "`applies-when`".to_owned(), when)
    });
    let kept =
        minimal_subset(applies.chain(criteria).collect(), |fewer: &[(String, String, &When)]| {
            let whens: Vec<&When> = fewer.iter().map(|(_, _, when)| *when).collect();
            context.is_unsatisfiable(measure, &whens)
        });
    let names: Vec<String> = kept.iter().map(|(_, name, _)| name.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (message, help) = match names.as_slice() {
        ["`applies-when`"] => {
            (format!("the measure `{}` never applies", measure.id), "correct the condition")
        }
        [only] => (
            format!("the measure `{}` can never be met: {only} can never hold", measure.id),
            "correct the condition",
        ),
        several => (
            format!(
                "the measure `{}` can never be met: {} exclude each other",
                measure.id,
                several.join(", ")
            ),
            "correct one of these conditions: without any one of them, the measure can be met",
        ),
    };
    // The last condition is the primary position.
    let mut pointers = kept.into_iter().rev().map(|(pointer, _, _)| pointer);
    let pointer = pointers.next().unwrap_or_else(|| context.measure_pointer(id));
    let label =
        if names.len() > 1 { "cannot hold together with the others" } else { "can never hold" };
    let finding = Finding::new(LINT.name, pointer, message).label(label).help(help);
    pointers.fold(finding, |finding, pointer| finding.related(pointer, "conflicts with it"))
}
