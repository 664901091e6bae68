//! Lookup tables: the regions of a value in all splits of its fact.
//!
//! Two hundred measures may each divide the same list of industries in another way. Instead of
//! searching two hundred splits for one answer, the evaluation copies one row of a precomputed
//! table.

use crate::rulebook::{FactId, FactKind, Options, Value};

use crate::engine::evaluate::EvalContext;

use super::split::{Region, Split, position};
use super::thresholds::Domain;

/// Maximum number of cells of a table. For a larger table, regions are computed one by one.
const MAX_CELLS: usize = 65_536;

/// One row of regions per value, or group of values, of a fact.
#[derive(Debug)]
pub(super) struct RegionTable {
    key: RowKey,
    /// The number of splits: the length of a row
    width: usize,
    regions: Vec<Region>,
}

/// The method of finding the row of a value.
#[derive(Debug)]
enum RowKey {
    /// By index: no and yes, or the chosen option
    Index,
    /// The union of the rows of all chosen options: per split, whether any named option is chosen
    Union,
    /// By the number of these thresholds that are not greater
    Thresholds(Vec<i64>),
}

impl RegionTable {
    /// The table of a fact; `None` if it would be too large.
    pub(super) fn new(
        context: &EvalContext<'_>,
        fact: FactId,
        splits: &[&Split],
    ) -> Option<RegionTable> {
        let kind = &context.pack.facts[fact].kind;
        let options =
            || (0..kind.options().len()).map(|index| Value::Options(Options::single(index)));
        let (key, values): (RowKey, Vec<Value>) = match kind {
            FactKind::YesNo => (RowKey::Index, vec![Value::YesNo(false), Value::YesNo(true)]),
            FactKind::Choice(_) => (RowKey::Index, options().collect()),
            FactKind::Choices(_) => (RowKey::Union, options().collect()),
            FactKind::Number(_) | FactKind::Date => {
                let domain = Domain::of(context, fact)?;
                let mut thresholds = Vec::new();
                for split in splits {
                    if let Split::Ordered(_, more) = split {
                        thresholds.extend_from_slice(more);
                    }
                }
                thresholds.sort_unstable();
                thresholds.dedup();
                let firsts = std::iter::once(&domain.lower).chain(&thresholds);
                let values = firsts.map(|first| domain.value(*first)).collect();
                (RowKey::Thresholds(thresholds), values)
            }
        };
        if values.len().checked_mul(splits.len())? > MAX_CELLS {
            return None;
        }
        let mut regions = Vec::new();
        for value in values {
            regions.extend(splits.iter().map(|split| split.region(context, Some(value))));
        }
        Some(RegionTable { key, width: splits.len(), regions })
    }

    /// Writes the region of each split of the fact.
    pub(super) fn write(&self, value: Value, splits: &[u32], regions: &mut [Region]) {
        match (&self.key, value) {
            (RowKey::Index, Value::YesNo(yes)) => self.write_row(usize::from(yes), splits, regions),
            (RowKey::Index, Value::Options(chosen)) => {
                chosen.indices().for_each(|index| self.write_row(index, splits, regions));
            }
            (RowKey::Union, Value::Options(chosen)) => {
                let rows = chosen.indices().map(|index| self.row(index));
                let mut joined = vec![0; self.width];
                for row in rows {
                    joined.iter_mut().zip(row).for_each(|(slot, region)| *slot |= region);
                }
                write_regions(&joined, splits, regions);
            }
            (RowKey::Thresholds(thresholds), value) => {
                let position = position(value);
                self.write_row(
                    thresholds.partition_point(|threshold| *threshold <= position),
                    splits,
                    regions,
                );
            }
            // OK because an answer has the kind of its fact.
            (RowKey::Index | RowKey::Union, _) => {}
        }
    }

    fn write_row(&self, row: usize, splits: &[u32], regions: &mut [Region]) {
        write_regions(self.row(row), splits, regions);
    }

    fn row(&self, row: usize) -> &[Region] {
        self.regions.get(row * self.width..(row + 1) * self.width).unwrap_or_default()
    }
}

fn write_regions(row: &[Region], splits: &[u32], regions: &mut [Region]) {
    for (index, region) in splits.iter().zip(row) {
        if let Some(slot) = regions.get_mut(*index as usize) {
            *slot = *region;
        }
    }
}
