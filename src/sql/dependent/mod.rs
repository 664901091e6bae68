//! Measures whose splits depend on each other, because they compare the same figures: the
//! specialised enterprise whose revenue is a size, a divisor and a growth.
//!
//! The engine compiles such a measure again for the known answers of each applicant. The query does
//! the same with values: where a fact is the only unknown one of several comparisons, it makes one
//! row for each value next to which a comparison changes, evaluates the diagram in each row, and
//! combines the rows of a firm. Splits are masks of possible regions, nodes are columns.
//!
//! # Exactness
//!
//! Outcomes follow from sets of reachable terminals. Missing facts need more: whether two rows, or
//! two branches of a node, are the same function of what is unknown. That is decided by a digest of
//! 64 bits. With 100 nodes, two different functions have the same one in about one of 10¹⁵ firms,
//! and then a fact may be left out of the list.

mod combine; // The rows of a firm as one.
mod mask; // The possible regions of a split of one fact.
mod nodes; // The columns of a diagram's nodes.
mod polynomial; // Exact fractions.
mod split; // The possible regions of a split of several facts.

use std::collections::HashMap;

use crate::engine::{Decision, Split};
use crate::rulebook::{Decimal, FactId, FactKind, FactSet, Measure, RulePack};

use super::dialect::Dialect;
use super::layers::Layers;

use nodes::Nodes;
use split::Several;

/// The columns of a measure, and the query with one row per firm that they are columns of.
pub(super) struct DependentSql {
    pub(super) source: String,
    pub(super) outcome: String,
    pub(super) missing: String,
    pub(super) can_be_met: String,
    /// Per criterion: whether it fails
    pub(super) fails: Vec<String>,
}

/// A fact that several splits may test alone, with the column of the value that is tried.
struct Tried {
    fact: FactId,
    column: String,
    array: String,
}

/// Translates a measure. `None` if a split or its number of regions has no translation.
pub(super) fn dependent_sql(
    pack: &RulePack,
    dialect: Dialect,
    decision: &Decision,
    measure: &Measure,
    facts_query: &str,
) -> Option<DependentSql> {
    let builder = Builder { pack, dialect, decision };
    // Regions and splits are bits of masks.
    let fits = |count: usize| count <= mask::MAX_BITS;
    let splits = &decision.splits;
    if !fits(splits.len()) || !splits.iter().all(|split| fits(split.regions())) {
        return None;
    }
    let several = builder.several()?;
    // First layers: whole numbers, and the masks of splits of several facts.
    let row = dialect.identifier("row_id");
    let numbered = dialect.identifier("numbered");
    let number = dialect.row_number();
    let numbered =
        format!("SELECT {numbered}.*, {number} AS {row}\nFROM (\n{facts_query}\n) AS {numbered}");
    let mut first = Layers::new(dialect);
    let whole = builder.whole_columns(&mut first, &several);
    let tried = builder.tried(&whole, &several)?;
    let mut given = Vec::new();
    for (index, split) in &several {
        let sql = builder.given_mask(split, &whole)?;
        let (name, _) = first.column("k", format!("CAST({sql} AS BIGINT)"), 1);
        given.push((*index, dialect.identifier(&name)));
    }
    let mut arrays = Vec::new();
    for fact in &tried {
        let (name, _) = first.column("t", fact.array.clone(), 1);
        arrays.push((fact, dialect.identifier(&name)));
    }
    let mut query = first.around(&numbered);
    for (fact, array) in arrays {
        let alias = dialect.identifier("values");
        let each = dialect.each_element(&array);
        query =
            format!("SELECT {alias}.*, {each} AS {}\nFROM (\n{query}\n) AS {alias}", fact.column);
    }
    // Second layers: the masks of all splits, and the nodes.
    let mut second = Layers::new(dialect);
    let mut masks = Vec::new();
    for (index, split) in decision.splits.iter().enumerate() {
        let sql = match several.iter().find(|(other, _)| *other == index) {
            Some((_, split)) => {
                let (_, given) = given.iter().find(|(other, _)| *other == index)?;
                builder.mask(split, given, &whole, &tried)?
            }
            None => {
                let tried = tried.iter().find(|tried| split.fact() == Some(tried.fact));
                mask::mask(pack, dialect, split, tried.map(|tried| &*tried.column))?
            }
        };
        let (name, layer) = second.column("f", format!("CAST({sql} AS BIGINT)"), 0);
        masks.push((dialect.identifier(&name), layer));
    }
    let mut nodes = Nodes { decision, layers: &mut second, masks: &masks, known: HashMap::new() };
    let outcome = nodes.node(decision.outcome)?;
    let mut criteria = Vec::new();
    for criterion in &decision.criteria {
        criteria.push(nodes.node(*criterion)?.reached);
    }
    if decision.if_assumed.is_some() || measure.criteria.len() != criteria.len() {
        return None;
    }
    let query = second.around(&query);
    let query = builder.changes(&query, &tried, &outcome.digest);
    Some(builder.combined(&query, &tried, (&outcome.reached, &outcome.depends), &criteria))
}

struct Builder<'a> {
    pack: &'a RulePack,
    dialect: Dialect,
    decision: &'a Decision,
}

impl<'a> Builder<'a> {
    /// The splits of several facts, with their indices.
    fn several(&self) -> Option<Vec<(usize, Several<'a>)>> {
        let splits = self.decision.splits.iter().enumerate();
        splits
            .filter(|(_, split)| split.fact().is_none())
            .map(|(index, split)| Some((index, Several::new(self.pack, self.dialect, split)?)))
            .collect()
    }

    fn column(&self, fact: FactId) -> String {
        self.dialect.identifier(&self.pack.facts[fact].id)
    }

    /// Per fact of these splits: its value in units of its last decimal place.
    fn whole_columns(
        &self,
        layers: &mut Layers,
        several: &[(usize, Several<'_>)],
    ) -> HashMap<FactId, String> {
        let mut facts = FactSet::default();
        for (_, split) in several {
            split.facts.iter().for_each(|fact| facts.insert(*fact));
        }
        let dialect = self.dialect;
        let mut columns = HashMap::new();
        for fact in facts.into_vec() {
            let wide = dialect.cast(&self.column(fact), dialect.wide_decimal_type());
            let unit = 10_i64.pow(u32::from(self.decimals(fact)));
            let whole = dialect.cast(&format!("({wide} * {unit})"), dialect.whole_type());
            let (name, _) = layers.column("w", whole, 0);
            columns.insert(fact, dialect.identifier(&name));
        }
        columns
    }

    fn decimals(&self, fact: FactId) -> u8 {
        match &self.pack.facts[fact].kind {
            FactKind::Number(kind) => kind.decimals,
            _ => 0,
        }
    }

    /// The smallest and the largest value of a fact, in units of its last decimal place.
    fn domain(&self, fact: FactId) -> Option<(i64, i64)> {
        let FactKind::Number(kind) = &self.pack.facts[fact].kind else { return None };
        let step = 10_i64.pow(6_u32.saturating_sub(u32::from(kind.decimals)));
        let least = kind.min.unwrap_or(Decimal::MIN).millionths();
        let greatest = kind.max.unwrap_or(Decimal::MAX).millionths();
        Some((-(-least).div_euclid(step), greatest.div_euclid(step)))
    }

    /// The values of a fact to try in a split, each within its domain.
    fn values(
        &self,
        split: &Several<'_>,
        fact: FactId,
        whole: &HashMap<FactId, String>,
    ) -> Option<Vec<String>> {
        let (least, greatest) = self.domain(fact)?;
        let points = split.turning_points(fact, &|other| whole_of(whole, other))?;
        let within = |point: String| {
            format!(
                "CASE WHEN {point} BETWEEN {least} AND {greatest} THEN {point} ELSE {least} END"
            )
        };
        let points = points.into_iter().map(within);
        Some(std::iter::once(least.to_string()).chain(points).collect())
    }

    /// The facts of which more than one split may be tested alone.
    fn tried(
        &self,
        whole: &HashMap<FactId, String>,
        several: &[(usize, Several<'_>)],
    ) -> Option<Vec<Tried>> {
        let dialect = self.dialect;
        let mut all = Vec::new();
        let mut facts: Vec<FactId> = whole.keys().copied().collect();
        facts.sort_unstable();
        for fact in facts {
            let readers: Vec<&Several<'_>> = several
                .iter()
                .map(|(_, split)| split)
                .filter(|split| split.facts.contains(&fact) && split.is_solvable(fact))
                .collect();
            let ordered = self.decision.splits.iter().find_map(|split| match split {
                Split::Ordered(other, thresholds) if *other == fact => Some(thresholds),
                _ => None,
            });
            if readers.len() + usize::from(ordered.is_some()) < 2 || readers.is_empty() {
                continue;
            }
            let least = self.domain(fact)?.0;
            let mut values = Vec::new();
            let mut tests = Vec::new();
            for split in readers {
                let only = split.is_only_unknown(fact);
                for value in self.values(split, fact, whole)? {
                    values.push(format!("CASE WHEN {only} THEN {value} ELSE {least} END"));
                }
                tests.push(format!("CASE WHEN {only} THEN 1 ELSE 0 END"));
            }
            let step = 10_i64.pow(6_u32.saturating_sub(u32::from(self.decimals(fact))));
            let thresholds = ordered.into_iter().flatten();
            values.extend(thresholds.map(|threshold| threshold.div_euclid(step).to_string()));
            let needed = if ordered.is_some() { 1 } else { 2 };
            let (tests, none) = (tests.join(" + "), dialect.no_whole_number());
            let array = dialect.whole_numbers(&values);
            let array = format!("CASE WHEN {tests} >= {needed} THEN {array} ELSE {none} END");
            let column = dialect.identifier(&format!("try_{}", fact_number(fact)));
            all.push(Tried { fact, column, array });
        }
        Some(all)
    }

    /// The mask of a split, whatever is tried.
    fn given_mask(&self, split: &Several<'_>, whole: &HashMap<FactId, String>) -> Option<String> {
        let dialect = self.dialect;
        let known = split.is_known();
        let region = split.region(&|fact| whole_of(whole, fact))?;
        let mut cases = format!(" WHEN {known} THEN {region}");
        for fact in split.facts.iter().copied().filter(|fact| split.is_solvable(*fact)) {
            let only = split.is_only_unknown(fact);
            let values = dialect.whole_numbers(&self.values(split, fact, whole)?);
            let variable = "tried";
            let region = split.region(&|other| match other == fact {
                true => variable.to_owned(),
                false => whole_of(whole, other),
            })?;
            let region = format!("CAST({region} AS BIGINT)");
            let bits = dialect.bits_of_any(&values, variable, &region);
            cases.push_str(&format!(" WHEN {only} THEN {bits}"));
        }
        Some(format!("CASE{cases} ELSE {} END", split.bands()?))
    }

    /// The mask of a split with the values that are tried.
    fn mask(
        &self,
        split: &Several<'_>,
        given: &str,
        whole: &HashMap<FactId, String>,
        tried: &[Tried],
    ) -> Option<String> {
        let mut cases = String::new();
        for tried in tried {
            if !split.facts.contains(&tried.fact) || !split.is_solvable(tried.fact) {
                continue;
            }
            let region = split.region(&|other| match other == tried.fact {
                true => tried.column.clone(),
                false => whole_of(whole, other),
            })?;
            let (only, column) = (split.is_only_unknown(tried.fact), &tried.column);
            cases.push_str(&format!(" WHEN {column} IS NOT NULL AND {only} THEN {region}"));
        }
        Some(if cases.is_empty() {
            given.to_owned()
        } else {
            format!("CASE{cases} ELSE {given} END")
        })
    }
}

fn whole_of(whole: &HashMap<FactId, String>, fact: FactId) -> String {
    whole.get(&fact).cloned().unwrap_or_else(|| "NULL".to_owned())
}

fn fact_number(fact: FactId) -> usize {
    use crate::rulebook::Id;
    fact.index()
}
