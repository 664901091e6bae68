//! Rows: the regions of all splits of a fact, looked up at once.
//!
//! Two hundred measures may each divide the same list of industries in their own way. An answer is one industry, so the
//! region in each of the two hundred splits is a row of a table made beforehand.

use crate::rulebook::{FactId, FactKind, Options, Value};

use crate::engine::evaluate::EvalContext;

use super::split::{Region, Split, position};
use super::thresholds::Domain;

/// Most places of one table; beyond it, regions are found one by one.
const MOST_PLACES: usize = 65_536;

/// A row of regions for each value, or group of values, of a fact.
#[derive(Debug)]
pub(super) struct Rows {
    by: By,
    /// How many splits there are; each row has a region for each
    width: usize,
    regions: Vec<Region>,
}

/// How a value finds its row.
#[derive(Debug)]
enum By {
    /// No and yes, or the place of the one option
    Place,
    /// The rows of all options chosen together: in each split, whether any is among the options asked for
    Options,
    /// How many of these are not greater
    Cuts(Vec<i64>),
}

impl Rows {
    /// The table of a fact; `None` if it would be too large.
    pub(super) fn new(context: &EvalContext<'_>, fact: FactId, splits: &[&Split]) -> Option<Rows> {
        let kind = &context.pack.facts[fact].kind;
        let options = || (0..kind.options().len()).map(|place| Value::Options(Options::one(place)));
        let (by, values): (By, Vec<Value>) = match kind {
            FactKind::YesNo => (By::Place, vec![Value::YesNo(false), Value::YesNo(true)]),
            FactKind::Choice(_) => (By::Place, options().collect()),
            FactKind::Choices(_) => (By::Options, options().collect()),
            FactKind::Number(_) | FactKind::Date => {
                let domain = Domain::of(context, fact)?;
                let mut cuts = Vec::new();
                for split in splits {
                    if let Split::Ordered(_, more) = split {
                        cuts.extend_from_slice(more);
                    }
                }
                cuts.sort_unstable();
                cuts.dedup();
                let firsts = std::iter::once(&domain.least).chain(&cuts);
                let values = firsts.map(|first| domain.value(*first)).collect();
                (By::Cuts(cuts), values)
            }
        };
        if values.len().checked_mul(splits.len())? > MOST_PLACES {
            return None;
        }
        let mut regions = Vec::new();
        for value in values {
            regions.extend(splits.iter().map(|split| split.region(context, Some(value))));
        }
        Some(Rows { by, width: splits.len(), regions })
    }

    /// Puts the region of each split of the fact where it belongs.
    pub(super) fn put(&self, value: Value, splits: &[u32], regions: &mut [Region]) {
        match (&self.by, value) {
            (By::Place, Value::YesNo(yes)) => self.put_row(usize::from(yes), splits, regions),
            (By::Place, Value::Options(chosen)) => {
                chosen.places().for_each(|place| self.put_row(place, splits, regions));
            }
            (By::Options, Value::Options(chosen)) => {
                let rows = chosen.places().map(|place| self.row(place));
                let mut joined = vec![0; self.width];
                for row in rows {
                    joined.iter_mut().zip(row).for_each(|(slot, region)| *slot |= region);
                }
                put(&joined, splits, regions);
            }
            (By::Cuts(cuts), value) => {
                let position = position(value);
                self.put_row(cuts.partition_point(|cut| *cut <= position), splits, regions);
            }
            // OK because answers are of their fact's kind.
            (By::Place | By::Options, _) => {}
        }
    }

    fn put_row(&self, row: usize, splits: &[u32], regions: &mut [Region]) {
        put(self.row(row), splits, regions);
    }

    fn row(&self, row: usize) -> &[Region] {
        self.regions.get(row * self.width..(row + 1) * self.width).unwrap_or_default()
    }
}

fn put(row: &[Region], splits: &[u32], regions: &mut [Region]) {
    for (place, region) in splits.iter().zip(row) {
        if let Some(slot) = regions.get_mut(*place as usize) {
            *slot = *region;
        }
    }
}
