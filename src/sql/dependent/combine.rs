//! The rows of a firm as one: what any of them can reach, and what any of them depends on.

use crate::engine::{Outcome, Target};
use crate::rulebook::FactSet;

use super::nodes::terminal_bit;
use super::split::bit;
use super::{Builder, DependentSql, Tried, fact_number};

impl Builder<'_> {
    /// The query with a column per tried fact: whether its values lead to different functions of
    /// what else is unknown.
    pub(super) fn changes(&self, query: &str, tried: &[Tried], digest: &str) -> String {
        if tried.is_empty() {
            return query.to_owned();
        }
        let dialect = self.dialect;
        let alias = dialect.identifier("evaluated");
        let mut columns = String::new();
        for fact in tried {
            let others = tried.iter().filter(|other| other.fact != fact.fact);
            let mut partition = vec![dialect.identifier("row_id")];
            partition.extend(others.map(|other| other.column.clone()));
            let (column, window) = (&fact.column, partition.join(", "));
            columns.push_str(&format!(
                ",\n  {column} IS NOT NULL AND MIN({digest}) OVER (PARTITION BY {window}) <> \
                 MAX({digest}) OVER (PARTITION BY {window}) AS {}",
                self.change_column(fact)
            ));
        }
        format!("SELECT {alias}.*{columns}\nFROM (\n{query}\n) AS {alias}")
    }

    fn change_column(&self, tried: &Tried) -> String {
        self.dialect.identifier(&format!("change_{}", fact_number(tried.fact)))
    }

    /// The rows of each firm as one.
    pub(super) fn combined(
        &self,
        query: &str,
        tried: &[Tried],
        (reached, depends): (&str, &str),
        criteria: &[String],
    ) -> DependentSql {
        let dialect = self.dialect;
        let [row, key, invalid, all_reached, all_depends] =
            ["row_id", "firm_key", "invalid_facts", "reached", "depends"]
                .map(|name| dialect.identifier(name));
        let mut columns = vec![
            format!("{key}, {invalid}"),
            format!("BIT_OR({reached}) AS {all_reached}"),
            format!("BIT_OR({depends}) AS {all_depends}"),
        ];
        for tried in tried {
            let column = self.change_column(tried);
            columns.push(format!("BOOL_OR({column}) AS {column}"));
        }
        let mut facts = FactSet::default();
        for split in &self.decision.splits {
            split.each_fact(&mut |fact| facts.insert(fact));
        }
        let mut missing = Vec::new();
        for fact in facts.into_vec() {
            let id = &*self.pack.facts[fact].id;
            let column = self.column(fact);
            columns.push(format!("BOOL_AND({column} IS NULL) AS {column}"));
            let mut bits = 0;
            for (index, split) in self.decision.splits.iter().enumerate() {
                split.each_fact(&mut |other| {
                    if other == fact {
                        bits |= bit(index);
                    }
                });
            }
            let mut tests = format!("({all_depends} & {bits}) <> 0");
            if let Some(tried) = tried.iter().find(|tried| tried.fact == fact) {
                tests = format!("({tests} OR {})", self.change_column(tried));
            }
            missing.push((id, format!("{column} AND {tests}")));
        }
        let mut fails = Vec::new();
        for (index, criterion) in criteria.iter().enumerate() {
            let column = dialect.identifier(&format!("criterion_{index}"));
            columns.push(format!("BIT_OR(CAST({criterion} AS BIGINT)) AS {column}"));
            fails.push(format!("{column} = {}", terminal_bit(Target::False)));
        }
        let columns = columns.join(",\n  ");
        let alias = dialect.identifier("tried");
        let source = format!(
            "SELECT {columns}\nFROM (\n{query}\n) AS {alias}\nGROUP BY {row}, {key}, {invalid}"
        );
        let mut cases = String::new();
        let mut met = 0;
        for target in [
            Target::False,
            Target::Undefined,
            Target::True,
            Target::NotApplicable,
            Target::OnceSettled,
        ] {
            let bit = terminal_bit(target);
            if let Some(outcome) = target.outcome() {
                let name = dialect.text(outcome.name());
                cases.push_str(&format!(" WHEN {bit} THEN {name}"));
                met |= if outcome.is_possible() { bit } else { 0 };
            }
        }
        let open = dialect.text(Outcome::Open.name());
        let outcome = format!("CASE {all_reached}{cases} ELSE {open} END");
        let missing = dialect.texts_where(&missing);
        DependentSql {
            source,
            missing: format!("CASE WHEN {outcome} = {open} THEN {missing} END"),
            outcome,
            can_be_met: format!("({all_reached} & {met}) <> 0"),
            fails,
        }
    }
}
