//! `never-met`: a measure that no answers can meet, or that can concern nobody.

use crate::rulebook::{Measure, MeasureId, When};

use super::context::{conditions, fewest};
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "never-met", about: "a measure that nobody can ever meet", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let measures = context.pack.measures.iter();
    measures.filter_map(|(id, measure)| finding(context, id, measure)).collect()
}

fn finding(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Option<Finding> {
    let all = conditions(measure);
    if !context.is_never(measure, &all) {
        return None;
    }
    if !context.is_never(measure, &[]) || all.is_empty() {
        return Some(contradiction(context, id, measure));
    }
    // No day is left on which anything could hold.
    let message = format!("the measure `{}` is never in force while the policy is", measure.id);
    let finding = Finding::new(LINT.name, format!("{}/in-force", context.measure(id)), message);
    Some(
        finding
            .related("/in-force".to_owned(), "the policy is in force here")
            .help("correct one of the periods"),
    )
}

/// Says which conditions exclude each other: some of which none can be left out.
fn contradiction(context: &Context<'_>, id: MeasureId, measure: &Measure) -> Finding {
    let places = measure.criteria.iter().enumerate();
    let criteria = places.filter_map(|(place, criterion)| {
        let when = criterion.when.as_ref()?;
        Some((context.criterion(id, place), format!("`{}`", criterion.id), when))
    });
    let concerns = measure.applies_when.iter().map(|when| {
        (format!("{}/applies-when", context.measure(id)), "`applies-when`".to_owned(), when)
    });
    let kept = fewest(concerns.chain(criteria).collect(), |fewer: &[(String, String, &When)]| {
        let whens: Vec<&When> = fewer.iter().map(|(_, _, when)| *when).collect();
        context.is_never(measure, &whens)
    });
    let names: Vec<String> = kept.iter().map(|(_, name, _)| name.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (message, help) = match names.as_slice() {
        ["`applies-when`"] => {
            (format!("the measure `{}` can concern nobody", measure.id), "correct the condition")
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
            "correct one of these conditions: without any one of them there would be answers that meet the measure",
        ),
    };
    // The last is shown first: what stands before it in the text had its say already.
    let mut pointers = kept.into_iter().rev().map(|(pointer, _, _)| pointer);
    let pointer = pointers.next().unwrap_or_else(|| context.measure(id));
    let label =
        if names.len() > 1 { "cannot hold together with the rest" } else { "can never hold" };
    let finding = Finding::new(LINT.name, pointer, message).label(label).help(help);
    pointers.fold(finding, |finding, pointer| finding.related(pointer, "excluded by it"))
}
