//! Splits of one fact: which of their regions the answer leaves possible, as bits.

use crate::engine::Split;
use crate::rulebook::{Decimal, FactId, FactKind, RulePack, date_from_day_number};

use crate::sql::dialect::Dialect;

use super::split::bit;

/// Masks are numbers of 64 bits with a sign.
pub(super) const MAX_BITS: usize = 62;

/// The mask of a split of one fact. `tried` is the column with the value that is tried for an
/// unknown number, in units of its last decimal place; `NULL` if none is. `None` if it reads
/// several facts.
pub(super) fn mask(
    pack: &RulePack,
    dialect: Dialect,
    split: &Split,
    tried: Option<&str>,
) -> Option<String> {
    let regions = split.regions();
    // One region, if an assumption or the day decides all tests of the fact.
    if regions == 1 {
        return Some(bit(0).to_string());
    }
    let all = (0..regions).fold(0, |mask, region| mask | bit(region));
    let column = |fact: FactId| dialect.identifier(&pack.facts[fact].id);
    Some(match split {
        Split::YesNo(fact) => {
            let column = column(*fact);
            format!("CASE WHEN {column} THEN 2 WHEN NOT {column} THEN 1 ELSE {all} END")
        }
        Split::Choice(fact, sets) => {
            let (column, kind) = (column(*fact), &pack.facts[*fact].kind);
            let mut cases = String::new();
            for (region, set) in sets.iter().enumerate() {
                let ids: Vec<String> =
                    kind.chosen(*set).map(|option| dialect.text(&option.id)).collect();
                let ids = ids.join(", ");
                cases.push_str(&format!(" WHEN {column} IN ({ids}) THEN {}", bit(region)));
            }
            format!("CASE{cases} ELSE {all} END")
        }
        Split::Choices(fact, set) => {
            let kind = &pack.facts[*fact].kind;
            let ids: Vec<&str> = kind.chosen(*set).map(|option| &*option.id).collect();
            let test = dialect.arrays_overlap(&column(*fact), &dialect.array(&ids));
            format!("CASE WHEN {test} THEN 2 WHEN NOT {test} THEN 1 ELSE {all} END")
        }
        Split::Ordered(fact, thresholds) => {
            let own = column(*fact);
            let mut cases = String::new();
            let mut tried_cases = String::new();
            for (region, threshold) in thresholds.iter().enumerate() {
                let (value, whole) = match &pack.facts[*fact].kind {
                    FactKind::Date => (dialect.date(date_from_day_number(*threshold)?), *threshold),
                    FactKind::Number(kind) => {
                        let step = 10_i64.pow(6_u32.saturating_sub(u32::from(kind.decimals)));
                        let value = dialect.decimal(Decimal::from_millionths(*threshold));
                        (value, threshold.div_euclid(step))
                    }
                    _ => return None,
                };
                cases.push_str(&format!(" WHEN {own} < {value} THEN {}", bit(region)));
                if let Some(tried) = tried {
                    let case = format!(" WHEN {tried} < {whole} THEN {}", bit(region));
                    tried_cases.push_str(&case);
                }
            }
            let last = bit(thresholds.len());
            let tried = tried.map(|tried| {
                format!(" WHEN {tried} IS NOT NULL THEN CASE{tried_cases} ELSE {last} END")
            });
            let tried = tried.unwrap_or_default();
            format!(
                "CASE WHEN {own} IS NOT NULL THEN CASE{cases} ELSE {last} END{tried} ELSE {all} END"
            )
        }
        Split::Bands(..) | Split::Comparison(..) => return None,
    })
}
