//! `unneeded-material`: a material that no measure requires, or only under a condition that cannot
//! hold.

use crate::rulebook::{Id, When};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unneeded-material", description: "a material that is never required", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_used = |index: usize| {
        let mut uses = context.pack.measures.iter().flat_map(|(_, measure)| &measure.materials);
        uses.any(|used| used.material.index() == index)
    };
    for (id, material) in context.pack.materials.iter().filter(|(id, _)| !is_used(id.index())) {
        let message = format!("no measure requires the material `{}`", material.id);
        let finding = Finding::new(LINT.name, format!("/materials/{}/id", id.index()), message);
        findings.push(finding.help("add it to the `materials` of a measure, or remove it"));
    }
    for (id, measure) in context.pack.measures.iter() {
        for (index, used) in measure.materials.iter().enumerate() {
            let Some(when) = &used.when else { continue };
            let concerned: Vec<&When> = measure.applies_when.iter().chain([when]).collect();
            if !context.is_unsatisfiable(measure, &concerned) {
                continue;
            }
            let material = &context.pack.materials[used.material].id;
            let message = format!("`{}` never requires the material `{material}`", measure.id);
            let pointer = format!("{}/materials/{index}/when", context.measure_pointer(id));
            let mut finding =
                Finding::new(LINT.name, pointer, message).label("can never hold here");
            if measure.applies_when.is_some() {
                finding = finding.related(
                    format!("{}/applies-when", context.measure_pointer(id)),
                    "together with this condition",
                );
            }
            findings.push(
                finding.help("correct the condition, or remove the material from the measure"),
            );
        }
    }
    findings
}
