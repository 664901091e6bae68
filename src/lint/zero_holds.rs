//! `zero-holds`: a condition that an applicant meets only because its numbers are zero.
//!
//! "Technical income is at least other income" holds for a firm without any income. Only conditions
//! that are required for a measure are checked, and only if the measure can be met with the zeros.

use std::collections::BTreeSet;

use crate::engine::{Answer, Answers, EvalContext, Example, Truth};
use crate::rulebook::{
    Comparison, Date, Decimal, FactId, FactKind, FactSet, Id, MeasureId, Quantity, Value, When,
};

use super::context::conditions;
use super::pointed::Pointed;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "zero-holds", description: "a condition that holds only by a zero", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut reported = BTreeSet::new();
    for (id, measure) in context.pack.measures.iter() {
        let applies = measure.applies_when.iter().map(|when| {
            Pointed::new(context, format!("{}/applies-when", context.measure_pointer(id)), when)
        });
        let criteria = measure.criteria.iter().enumerate().filter_map(|(index, criterion)| {
            let pointer = context.criterion_pointer(id, index);
            Some(Pointed::new(context, pointer, criterion.when.as_ref()?))
        });
        for condition in applies.chain(criteria) {
            each_required(context, &condition, &mut |test| {
                if !reported.contains(&test.pointer)
                    && let Some(finding) = finding(context, id, test)
                {
                    reported.insert(test.pointer.clone());
                    findings.push(finding);
                }
            });
        }
    }
    findings
}

/// Visits the comparisons that help to meet a condition: not those inside a negation.
fn each_required<'a>(
    context: &Context<'a>,
    condition: &Pointed<'a>,
    visit: &mut dyn FnMut(&Pointed<'a>),
) {
    match condition.when {
        When::Not(_) => {}
        When::Compare(..) => visit(condition),
        When::Term(term) => {
            let pointer = format!("/terms/{}/when", term.index());
            let when = &context.pack.terms[*term].when;
            each_required(context, &Pointed::new(context, pointer, when), visit);
        }
        _ => condition.parts().iter().for_each(|part| each_required(context, part, visit)),
    }
}

fn finding(context: &Context<'_>, measure: MeasureId, test: &Pointed<'_>) -> Option<Finding> {
    let When::Compare(left, comparison, right) = test.when else { return None };
    let pack = context.pack;
    let mut read = FactSet::default();
    [left, right].into_iter().for_each(|side| side.each_fact(&mut |fact| read.insert(fact)));
    let facts: Vec<FactId> = read.into_vec();
    let mut answers = Answers::none(pack);
    for fact in &facts {
        let FactKind::Number(number) = &pack.facts[*fact].kind else { return None };
        let zero = Decimal::ZERO;
        if number.min.is_some_and(|min| min > zero) || number.max.is_some_and(|max| max < zero) {
            return None;
        }
        answers.set(*fact, Some(Answer::Value(Value::Number(zero))));
    }
    let zeros = EvalContext { pack, answers: &answers, as_of: Date::default() };
    let is_zero = |quantity: &Quantity| zeros.truth(&equals_zero(quantity)) == Truth::True;
    if facts.is_empty() || zeros.truth(test.when) != Truth::True {
        return None;
    }
    let includes_equal =
        matches!(comparison, Comparison::AtLeast | Comparison::AtMost | Comparison::Is);
    let reads = |quantity: &Quantity| quantity.any(&|part| matches!(part, Quantity::Fact(_)));
    let compares = (reads(left) && reads(right))
        || [left, right].into_iter().any(|side| matches!(side, Quantity::Difference(..)));
    let by_equal = includes_equal && compares && is_zero(left) && is_zero(right);
    let by_division = [left, right].into_iter().any(|side| {
        side.any(&|part| match part {
            Quantity::Percent(_, divisor, Some(_))
            | Quantity::Ratio(_, divisor, Some(_))
            | Quantity::Growth(_, divisor, Some(_)) => is_zero(divisor),
            _ => false,
        })
    });
    if !by_equal && !by_division {
        return None;
    }
    let definition = &pack.measures[measure];
    let zero: Vec<When> = facts.iter().map(|fact| equals_zero(&Quantity::Fact(*fact))).collect();
    let mut all = conditions(definition);
    all.extend(&zero);
    let Example::Answers(day, example) = context.example_of(definition, &all) else { return None };
    let names: Vec<String> =
        facts.iter().map(|fact| format!("`{}`", pack.facts[*fact].id)).collect();
    let (names, verb) = (names.join(" and "), if facts.len() == 1 { "is" } else { "are" });
    let message = format!("`{}` can be met by a firm whose {names} {verb} 0", definition.id);
    let label = if by_equal { "holds, because both sides are 0" } else { "holds by `if-zero`" };
    let help = if by_equal {
        "require more than 0 as well, or compare a `ratio`, which is undefined at 0"
    } else {
        "require a denominator of more than 0 as well, or correct `if-zero`"
    };
    Some(
        Finding::new(LINT.name, test.pointer.clone(), message)
            .label(label)
            .help(help)
            .example(day, example),
    )
}

fn equals_zero(quantity: &Quantity) -> When {
    When::Compare(quantity.clone(), Comparison::Is, Quantity::Constant(Decimal::ZERO))
}
