//! `unsure-figure`: a figure with a higher grade of evidence than the provisions it cites.
//!
//! A pack with an `evidence-note` states once that its figures are secondary, so its explicit
//! criteria are not reported.

use crate::rulebook::{Benefit, Evidence, Grade, ProvisionId, Quantity, RulePack, When};

use super::walk::each_part;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "unsure-figure",
    description: "a figure with more evidence than its provisions",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in context.pack.measures.iter() {
        let grants = &measure.grants;
        let best = best_evidence(context.pack, &grants.provision);
        if has_figure(&grants.benefit) && grants.evidence < best {
            let message =
                format!("the figure of `{}` has more evidence than its provisions", measure.id);
            let pointer = format!("{}/grants/evidence", context.measure_pointer(id));
            findings.push(
                Finding::new(LINT.name, pointer.clone(), message)
                    .label(format!("the best provision cited is `{}`", best.name()))
                    .related(
                        format!("{}/grants/provision", context.measure_pointer(id)),
                        "cited here",
                    )
                    .suggest(pointer, format!("\"{}\"", best.name()))
                    .help("cite a provision that states the figure, or lower the grade"),
            );
        }
        for (index, criterion) in measure.criteria.iter().enumerate() {
            let states_figure =
                criterion.when.as_ref().is_some_and(|when| has_threshold(context.pack, when));
            if context.pack.evidence_note.is_none()
                && criterion.grade == Grade::Explicit
                && states_figure
                && best_evidence(context.pack, &criterion.provision) == Evidence::Secondary
            {
                let pointer = format!("{}/criteria/{index}/grade", context.measure_pointer(id));
                let message = format!(
                    "the criterion `{}` of `{}` is explicit, but only secondary sources state its \
                     figure",
                    criterion.id, measure.id
                );
                findings.push(
                    Finding::new(LINT.name, pointer.clone(), message)
                        .related(
                            format!("{}/criteria/{index}/provision", context.measure_pointer(id)),
                            "cited here",
                        )
                        .suggest(pointer, "\"directional\"".to_owned())
                        .help("cite an official text, or make the criterion directional"),
                );
            }
        }
    }
    findings
}

/// The best grade of evidence of some provisions.
fn best_evidence(pack: &RulePack, provisions: &[ProvisionId]) -> Evidence {
    let evidence = provisions.iter().map(|provision| pack.provisions[*provision].evidence);
    evidence.min().unwrap_or(Evidence::Secondary)
}

fn has_figure(benefit: &Benefit) -> bool {
    match benefit {
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_) => true,
        Benefit::InKind(_) | Benefit::Unspecified => false,
    }
}

/// Whether a condition compares something with a figure or a date, directly or through terms and
/// classes. Another measure states its own figures.
fn has_threshold(pack: &RulePack, when: &When) -> bool {
    let mut has = false;
    each_part(when, &mut |part| match part {
        When::Compare(_, _, Quantity::Constant(figure)) => {
            // A comparison with zero needs no figure in the text.
            has |= figure.millionths() != 0;
        }
        When::Compare(..) | When::CompareDate(..) => has = true,
        When::All(_)
        | When::Any(_)
        | When::Not(_)
        | When::AtLeastOf(..)
        | When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Met(_) => {}
        When::Term(_) | When::Class(..) => part.each_reference(&mut |reference| {
            let figure = &mut |when: &When| has |= has_threshold(pack, when);
            pack.each_condition_of(reference, figure);
        }),
    });
    has
}
