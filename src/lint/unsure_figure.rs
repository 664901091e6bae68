//! `unsure-figure`: a figure that claims to be surer than everything it is cited to.

use crate::rulebook::{
    Benefit, Comparison, Evidence, Grade, ProvisionId, Quantity, RulePack, When,
};

use super::walk::each_part;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "unsure-figure",
    about: "a figure surer than the provisions it is cited to",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, measure) in context.pack.measures.iter() {
        let grants = &measure.grants;
        let surest = surest(context.pack, &grants.provision);
        if has_figure(&grants.benefit) && grants.evidence < surest {
            let message =
                format!("the figure of `{}` claims more than is cited for it", measure.id);
            let pointer = format!("{}/grants/evidence", context.measure(id));
            findings.push(
                Finding::new(LINT.name, pointer.clone(), message)
                    .label(format!("the surest provision cited is `{}`", surest.name()))
                    .related(format!("{}/grants/provision", context.measure(id)), "cited here")
                    .suggest(pointer, format!("\"{}\"", surest.name()))
                    .help("cite the provision that states the figure, or grade it as it is"),
            );
        }
        for (place, criterion) in measure.criteria.iter().enumerate() {
            let states_figure =
                criterion.when.as_ref().is_some_and(|when| has_threshold(context.pack, when));
            if criterion.grade == Grade::Explicit
                && states_figure
                && self::surest(context.pack, &criterion.provision) == Evidence::Secondary
            {
                let pointer = format!("{}/criteria/{place}/grade", context.measure(id));
                let message = format!(
                    "the criterion `{}` of `{}` is explicit, but its figure comes from a secondary source alone",
                    criterion.id, measure.id
                );
                findings.push(
                    Finding::new(LINT.name, pointer.clone(), message)
                        .related(
                            format!("{}/criteria/{place}/provision", context.measure(id)),
                            "cited here",
                        )
                        .suggest(pointer, "\"directional\"".to_owned())
                        .help("cite an official text, or leave the decision to the office"),
                );
            }
        }
    }
    findings
}

/// The surest of some provisions.
fn surest(pack: &RulePack, provisions: &[ProvisionId]) -> Evidence {
    let evidence = provisions.iter().map(|provision| pack.provisions[*provision].evidence);
    evidence.min().unwrap_or(Evidence::Secondary)
}

fn has_figure(benefit: &Benefit) -> bool {
    match benefit {
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_) => true,
        Benefit::InKind(_) | Benefit::Unspecified => false,
    }
}

/// Whether a condition compares something with a figure or a day, terms followed.
fn has_threshold(pack: &RulePack, when: &When) -> bool {
    let mut has = false;
    each_part(when, &mut |part| match part {
        When::Compare(_, _, Quantity::Constant(figure)) => {
            // "More than nothing" is no figure that a text must state.
            has |= figure.millionths() != 0;
        }
        When::Compare(
            _,
            Comparison::Is
            | Comparison::AtLeast
            | Comparison::MoreThan
            | Comparison::AtMost
            | Comparison::LessThan,
            _,
        )
        | When::CompareDate(..) => has = true,
        When::All(_)
        | When::Any(_)
        | When::Not(_)
        | When::AtLeastOf(..)
        | When::Is(..)
        | When::OneOf(..)
        | When::Includes(..) => {}
        When::Term(term) => has |= has_threshold(pack, &pack.terms[*term].when),
    });
    has
}
