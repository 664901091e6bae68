//! `unneeded-material`: a paper that no measure asks for, or one asked for only when that cannot be.

use crate::rulebook::{Id, When};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "unneeded-material", about: "a paper that nobody ever has to bring", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_used = |place: usize| {
        let mut uses = context.pack.measures.iter().flat_map(|(_, measure)| &measure.materials);
        uses.any(|used| used.material.index() == place)
    };
    for (id, material) in context.pack.materials.iter().filter(|(id, _)| !is_used(id.index())) {
        let message = format!("no measure asks for the material `{}`", material.id);
        let finding = Finding::new(LINT.name, format!("/materials/{}/id", id.index()), message);
        findings.push(finding.help("name it in the `materials` of a measure, or remove it"));
    }
    for (id, measure) in context.pack.measures.iter() {
        for (place, used) in measure.materials.iter().enumerate() {
            let Some(when) = &used.when else { continue };
            let concerned: Vec<&When> = measure.applies_when.iter().chain([when]).collect();
            if !context.is_never(measure, &concerned) {
                continue;
            }
            let material = &context.pack.materials[used.material].id;
            let message =
                format!("`{}` never asks anybody for the material `{material}`", measure.id);
            let pointer = format!("{}/materials/{place}/when", context.measure(id));
            let mut finding =
                Finding::new(LINT.name, pointer, message).label("can never hold here");
            if measure.applies_when.is_some() {
                finding = finding.related(
                    format!("{}/applies-when", context.measure(id)),
                    "for those concerned",
                );
            }
            findings.push(
                finding.help("correct the condition, or remove the material from the measure"),
            );
        }
    }
    findings
}
