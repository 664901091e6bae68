//! Conditions of a valid pack in words.

use crate::page::{ConditionWords, condition_words};
use crate::rulebook::{Case, CaseResult, Id, Locale, RulePack, Table, When};

/// The condition at a pointer in words. Returns `None` if the pack has no condition there. The
/// pointer is that of a whole condition, not of a part.
pub fn words_at(pack: &RulePack, pointer: &str, locale: Locale) -> Option<ConditionWords> {
    let tokens: Vec<&str> = pointer.split('/').skip(1).collect();
    condition_at(pack, &tokens).map(|when| condition_words(pack, when, locale))
}

fn condition_at<'p>(pack: &'p RulePack, tokens: &[&str]) -> Option<&'p When> {
    let index = |token: &str| token.parse::<usize>().ok();
    match tokens {
        ["facts", fact, "ask-when"] => at(&pack.facts, index(fact)?)?.ask_when.as_ref(),
        ["terms", term, "when"] => Some(&at(&pack.terms, index(term)?)?.when),
        ["assumptions", one, "when"] => Some(&at(&pack.assumptions, index(one)?)?.when),
        ["relations", one, "holds"] => Some(&pack.relations.get(index(one)?)?.holds),
        ["classes", class, cases @ ..] => case_at(&at(&pack.classes, index(class)?)?.cases, cases),
        ["measures", measure, rest @ ..] => {
            let measure = at(&pack.measures, index(measure)?)?;
            match rest {
                ["applies-when"] => measure.applies_when.as_ref(),
                ["criteria", one, "when"] => measure.criteria.get(index(one)?)?.when.as_ref(),
                ["materials", one, "when"] => measure.materials.get(index(one)?)?.when.as_ref(),
                ["windows", one, "only-for"] => measure.windows.get(index(one)?)?.only_for.as_ref(),
                _ => None,
            }
        }
        _ => None,
    }
}

fn case_at<'p>(cases: &'p [Case], tokens: &[&str]) -> Option<&'p When> {
    let ["cases", index, rest @ ..] = tokens else { return None };
    let case = cases.get(index.parse::<usize>().ok()?)?;
    match (rest, &case.then) {
        (["when"], _) => case.when.as_ref(),
        (inner, CaseResult::Cases(cases)) => case_at(cases, inner),
        _ => None,
    }
}

fn at<I: Id, T>(table: &Table<I, T>, index: usize) -> Option<&T> {
    table.iter().find(|(id, _)| id.index() == index).map(|(_, item)| item)
}
