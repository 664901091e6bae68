//! The list of the texts of the forms. `{}` is replaced by a value.

use crate::author::model::{FactOperator, GrantKind, GroupKind, NumberKind};
use crate::rulebook::{Comparison, Kind};

/// Names of the keys of a pack.
pub(super) type Names = &'static [(&'static str, &'static str)];

/// The texts of the forms in one language.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::author) struct FormTexts {
    /// The names of the languages of packs, by tag
    pub(super) languages: Names,
    /// The names of the kinds of definitions, by the key of their list
    pub(super) kinds: Names,
    /// The names of the keys of definitions
    pub(super) fields: Names,
    /// The names of the kinds of facts
    pub(super) fact_kinds: Names,
    /// The names of the kinds of grants
    pub(super) grants: Names,
    /// The names of the groups of conditions
    pub(super) groups: Names,
    /// The names of the operators of facts
    pub(super) operators: Names,
    /// The names of comparisons
    pub(super) comparisons: Names,
    /// The names of the kinds of numbers
    pub(super) numbers_by_kind: Names,
    /// The headings of columns
    pub(super) columns: Names,
    /// A value is not accepted
    pub(in crate::author) not_accepted: &'static str,
    /// A text is not JSON
    pub(in crate::author) not_json: &'static str,
    /// A text is not a number
    pub(in crate::author) not_number: &'static str,
    /// A text is not a day
    pub(in crate::author) not_day: &'static str,
    /// After the reason for which a value is not accepted: the value that stays
    pub(in crate::author) unchanged: &'static str,
    /// An id is not accepted
    pub(in crate::author) not_id: &'static str,
    /// The text is not JSON: the line
    pub(in crate::author) forms_not_json: &'static str,
    /// A condition has no words yet
    pub(in crate::author) words_later: &'static str,
    /// The button that takes back a change
    pub(in crate::author) undo: &'static str,
    /// The button that makes a change again
    pub(in crate::author) redo: &'static str,
    /// The name of the list of definitions
    pub(in crate::author) outline: &'static str,
    /// The label of the search
    pub(in crate::author) search: &'static str,
    /// The pack
    pub(in crate::author) pack: &'static str,
    /// The button that adds a definition
    pub(in crate::author) add: &'static str,
    /// The paragraph above the questions before a new pack
    pub(in crate::author) template_intro: &'static str,
    /// The languages of a new pack
    pub(in crate::author) template_languages: &'static str,
    /// The first day of a new pack
    pub(in crate::author) template_from: &'static str,
    /// The button that starts a new pack
    pub(in crate::author) template_start: &'static str,
    /// The label of a menu that adds to a list
    pub(in crate::author) one_more: &'static str,
    /// The pack has nothing to choose: the kind
    pub(in crate::author) none_defined: &'static str,
    /// The button that shows more about a material
    pub(in crate::author) details: &'static str,
    /// The number of problems
    pub(in crate::author) problems: &'static str,
    /// The button that removes something
    pub(in crate::author) remove: &'static str,
    /// The button that moves something up
    pub(in crate::author) up: &'static str,
    /// The button that moves something down
    pub(in crate::author) down: &'static str,
    /// The heading of optional fields
    pub(in crate::author) more_fields: &'static str,
    /// The label of a value as text
    pub(in crate::author) as_text: &'static str,
    /// The first entry of a menu
    pub(in crate::author) choose: &'static str,
    /// No value
    pub(in crate::author) none: &'static str,
    /// The menu that cites a provision
    pub(in crate::author) cite: &'static str,
    /// A provision is missing
    pub(in crate::author) missing_provision: &'static str,
    /// A condition
    pub(in crate::author) condition: &'static str,
    /// The menu that begins a condition
    pub(in crate::author) add_condition: &'static str,
    /// The menu that adds a condition to a group
    pub(in crate::author) add_part: &'static str,
    /// The label of the menu of groups
    pub(in crate::author) group_label: &'static str,
    /// The least number of parts
    pub(in crate::author) group_count: &'static str,
    /// The button that groups a condition with others
    pub(in crate::author) wrap_all: &'static str,
    /// The button that groups a condition as an alternative
    pub(in crate::author) wrap_any: &'static str,
    /// The button that negates a condition
    pub(in crate::author) wrap_not: &'static str,
    /// The button that dissolves a group
    pub(in crate::author) unwrap_part: &'static str,
    /// The label of the menu of subjects
    pub(in crate::author) subject: &'static str,
    /// A computed number
    pub(in crate::author) computed_number: &'static str,
    /// The heading of computed numbers
    pub(in crate::author) numbers: &'static str,
    /// The label of the menu of operators
    pub(in crate::author) operator_label: &'static str,
    /// One option
    pub(in crate::author) option: &'static str,
    /// Several options
    pub(in crate::author) options: &'static str,
    /// The left number
    pub(in crate::author) left: &'static str,
    /// The right number
    pub(in crate::author) right: &'static str,
    /// The lower bound
    pub(in crate::author) low: &'static str,
    /// The upper bound
    pub(in crate::author) high: &'static str,
    /// The day of a comparison
    pub(in crate::author) day: &'static str,
    /// A fixed day
    pub(in crate::author) fixed_day: &'static str,
    /// The day of the check
    pub(in crate::author) as_of: &'static str,
    /// The heading of dates
    pub(in crate::author) other_date: &'static str,
    /// The label of a day
    pub(in crate::author) date_format: &'static str,
    /// A figure
    pub(in crate::author) figure: &'static str,
    /// A part of a computed number
    pub(in crate::author) part_of_number: &'static str,
    /// The button that adds a number
    pub(in crate::author) add_number: &'static str,
    /// The value if the divisor is zero
    pub(in crate::author) if_zero: &'static str,
    /// The number that selects a row
    pub(in crate::author) by: &'static str,
    /// The bands of points
    pub(in crate::author) bands: &'static str,
    /// The points of all others
    pub(in crate::author) otherwise: &'static str,
    /// The tiers of a grant
    pub(in crate::author) tiers: &'static str,
    /// The number of a percentage
    pub(in crate::author) rate_of: &'static str,
    /// The column of the buttons
    pub(in crate::author) rows: &'static str,
    /// The button that adds a row
    pub(in crate::author) add_row: &'static str,
    /// Cases inside a case
    pub(in crate::author) inner_cases: &'static str,
    /// The last case
    pub(in crate::author) all_others: &'static str,
    /// A criterion
    pub(in crate::author) criterion: &'static str,
    /// The button that adds a criterion
    pub(in crate::author) add_criterion: &'static str,
    /// The grade of a criterion with a condition
    pub(in crate::author) grade_explicit: &'static str,
    /// The grade of a criterion that an office decides
    pub(in crate::author) grade_directional: &'static str,
    /// The kind of a grant
    pub(in crate::author) grant_kind: &'static str,
    /// The kind of an answer
    pub(in crate::author) answer_kind: &'static str,
    /// Evidence: the text itself
    pub(in crate::author) evidence_text: &'static str,
    /// Evidence: an explanation by the government
    pub(in crate::author) evidence_interpretation: &'static str,
    /// Evidence: press or consultancy
    pub(in crate::author) evidence_secondary: &'static str,
    /// Nobody has stated what can be changed
    pub(in crate::author) changeable_unset: &'static str,
    /// Nothing can be changed
    pub(in crate::author) changeable_no: &'static str,
    /// Any value is possible
    pub(in crate::author) changeable_any: &'static str,
    /// Only a larger number is possible
    pub(in crate::author) changeable_more: &'static str,
    /// Only a smaller number is possible
    pub(in crate::author) changeable_less: &'static str,
}

impl FormTexts {
    /// The name of a language of packs; its tag if it has none here.
    pub(in crate::author) fn language<'a>(&self, tag: &'a str) -> &'a str {
        name(self.languages, tag)
    }

    /// The name of a kind of definitions.
    pub(in crate::author) fn kind(&self, kind: Kind) -> &'static str {
        name(self.kinds, kind.list())
    }

    /// The name of a list of the pack; its key if it has none.
    pub(in crate::author) fn list<'a>(&self, list: &'a str) -> &'a str {
        name(self.kinds, list)
    }

    /// The name of a key of a definition; the key if it has none.
    pub(in crate::author) fn field<'a>(&self, key: &'a str) -> &'a str {
        name(self.fields, key)
    }

    /// The name of a kind of facts.
    pub(in crate::author) fn fact_kind<'a>(&self, kind: &'a str) -> &'a str {
        name(self.fact_kinds, kind)
    }

    /// The name of a kind of grants.
    pub(in crate::author) fn grant(&self, kind: GrantKind) -> &'static str {
        name(self.grants, kind.key())
    }

    /// The name of a group of conditions.
    pub(in crate::author) fn group(&self, kind: GroupKind) -> &'static str {
        name(self.groups, kind.key())
    }

    /// The name of an operator of facts.
    pub(in crate::author) fn operator(&self, operator: FactOperator) -> &'static str {
        name(self.operators, operator.name())
    }

    /// The name of a comparison.
    pub(in crate::author) fn comparison(&self, comparison: Comparison) -> &'static str {
        name(self.comparisons, comparison.name())
    }

    /// The name of a kind of numbers.
    pub(in crate::author) fn number(&self, kind: NumberKind) -> &'static str {
        name(self.numbers_by_kind, kind.key())
    }

    /// The heading of a column; the key if it has none.
    pub(in crate::author) fn column<'a>(&self, key: &'a str) -> &'a str {
        name(self.columns, key)
    }
}

/// The name of a key; the key if it has none.
fn name(names: Names, key: &str) -> &str {
    names.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::text::{form_en, form_zh_hans, form_zh_hant};

    const ALL: [&FormTexts; 3] = [&form_zh_hans::TEXTS, &form_zh_hant::TEXTS, &form_en::TEXTS];

    #[test]
    fn every_language_has_the_same_names() {
        let keys = |texts: &FormTexts| -> Vec<Vec<&'static str>> {
            let tables = [
                texts.languages,
                texts.kinds,
                texts.fields,
                texts.fact_kinds,
                texts.grants,
                texts.groups,
                texts.operators,
                texts.comparisons,
                texts.numbers_by_kind,
                texts.columns,
            ];
            tables.map(|table| table.iter().map(|(key, _)| *key).collect()).into()
        };
        assert_eq!(keys(ALL[0]), keys(ALL[1]));
        assert_eq!(keys(ALL[0]), keys(ALL[2]));
    }

    #[test]
    fn everything_that_can_be_chosen_has_a_name() {
        for texts in ALL {
            let kinds = Kind::ALL.map(|kind| (texts.kind(kind), kind.list()));
            let grants = GrantKind::ALL.map(|kind| (texts.grant(kind), kind.key()));
            let groups = GroupKind::ALL.map(|kind| (texts.group(kind), kind.key()));
            let operators = FactOperator::ALL.map(|one| (texts.operator(one), one.name()));
            let comparisons = Comparison::ALL.map(|one| (texts.comparison(one), one.name()));
            let numbers = NumberKind::ALL.map(|kind| (texts.number(kind), kind.key()));
            let names = kinds.into_iter().chain(grants).chain(groups).chain(operators);
            for (name, key) in names.chain(comparisons).chain(numbers) {
                assert_ne!(name, key);
            }
        }
    }
}
