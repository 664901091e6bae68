//! A cache of compiled packs by date. A run or a page usually evaluates one or two dates.

use std::rc::Rc;

use jiff::civil::Date;

use crate::rulebook::{MeasureId, RulePack};

use super::compiled::CompiledPack;

/// Maximum number of cached dates, so that memory use does not grow with the input.
const MAX_ENTRIES: usize = 8;

/// Compiled packs, the most recently used last.
#[derive(Debug, Default)]
pub struct CompiledCache {
    entries: Vec<Rc<CompiledPack>>,
    /// The measures to compile; all if there is no list
    measures: Option<Vec<MeasureId>>,
}

impl CompiledCache {
    /// A cache of packs with these measures only (see [`CompiledPack::of_measures`]).
    pub fn of_measures(measures: &[MeasureId]) -> CompiledCache {
        CompiledCache { entries: Vec::new(), measures: Some(measures.to_vec()) }
    }

    /// The pack compiled for a date, from the cache if possible.
    pub fn get(&mut self, pack: &RulePack, as_of: Date) -> Rc<CompiledPack> {
        let index = self.entries.iter().position(|rules| rules.as_of == as_of);
        let includes = |id| self.measures.as_ref().is_none_or(|only| only.contains(&id));
        let rules = match index {
            Some(index) => self.entries.remove(index),
            None => Rc::new(CompiledPack::of_measures(pack, as_of, includes)),
        };
        if self.entries.len() >= MAX_ENTRIES {
            self.entries.remove(0);
        }
        self.entries.push(Rc::clone(&rules));
        rules
    }
}
