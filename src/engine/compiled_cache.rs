//! A cache of compiled packs by date. A run or a page usually evaluates one or two dates.

use std::rc::Rc;

use jiff::civil::Date;

use crate::rulebook::RulePack;

use super::compiled::CompiledPack;

/// Maximum number of cached dates, so that memory use does not grow with the input.
const MAX_ENTRIES: usize = 8;

/// Compiled packs, the most recently used last.
#[derive(Debug, Default)]
pub struct CompiledCache(Vec<Rc<CompiledPack>>);

impl CompiledCache {
    /// The pack compiled for a date, from the cache if possible.
    pub fn get(&mut self, pack: &RulePack, as_of: Date) -> Rc<CompiledPack> {
        let index = self.0.iter().position(|rules| rules.as_of == as_of);
        let rules = match index {
            Some(index) => self.0.remove(index),
            None => Rc::new(CompiledPack::new(pack, as_of)),
        };
        if self.0.len() >= MAX_ENTRIES {
            self.0.remove(0);
        }
        self.0.push(Rc::clone(&rules));
        rules
    }
}
