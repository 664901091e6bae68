//! The numbered rows of answers: facts that are asked together share a row.

use crate::rulebook::{FactId, QuestionGroup, RulePack};

/// A row of answers.
pub(super) struct AnswerRow<'a> {
    /// The facts, in the order of their screen
    pub(super) facts: Vec<FactId>,
    /// The group, if the pack asks the facts together
    pub(super) group: Option<&'a QuestionGroup>,
}

/// The rows for some facts, in the order of the pack.
pub(super) fn answer_rows<'a>(pack: &'a RulePack, facts: &[FactId]) -> Vec<AnswerRow<'a>> {
    let mut facts = facts.to_vec();
    facts.sort_unstable();
    facts.dedup();
    let mut rows: Vec<AnswerRow<'a>> = Vec::new();
    for fact in &facts {
        if rows.iter().any(|row| row.facts.contains(fact)) {
            continue;
        }
        rows.push(match pack.group_of(*fact) {
            Some(group) => {
                let is_listed = |fact: &FactId| facts.contains(fact);
                let together = group.facts.iter().copied().filter(is_listed).collect();
                AnswerRow { facts: together, group: Some(group) }
            }
            None => AnswerRow { facts: vec![*fact], group: None },
        });
    }
    rows
}

/// The numbers of the rows with some facts, such as "A1–A3、A5".
pub(super) fn references(rows: &[AnswerRow<'_>], facts: &[FactId], separator: &str) -> String {
    let has_fact = |row: &AnswerRow<'_>| row.facts.iter().any(|fact| facts.contains(fact));
    let numbers: Vec<usize> =
        (1..).zip(rows).filter(|(_, row)| has_fact(row)).map(|(number, _)| number).collect();
    ranges(&numbers, "A", separator)
}

/// Ascending numbers with a prefix, as ranges where three or more are consecutive.
pub(super) fn ranges(numbers: &[usize], prefix: &str, separator: &str) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let runs = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{prefix}{first}–{prefix}{last}")],
        run => run.iter().map(|number| format!("{prefix}{number}")).collect(),
    });
    runs.collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_consecutive_numbers_are_a_range() {
        assert_eq!(ranges(&[1, 2, 4, 5, 6, 9], "A", "、"), "A1、A2、A4–A6、A9");
        assert_eq!(ranges(&[], "A", "、"), "");
    }
}
