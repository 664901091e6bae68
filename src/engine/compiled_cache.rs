//! The rules compiled for the days that a run, or a page, asks about: mostly one or two.

use std::rc::Rc;

use jiff::civil::Date;

use crate::rulebook::RulePack;

use super::compiled::CompiledPack;

/// Most days kept, so that memory stays constant however many a file names.
const MOST: usize = 8;

/// Compiled rules by day, the day last asked about at the end.
#[derive(Debug, Default)]
pub struct CompiledCache(Vec<Rc<CompiledPack>>);

impl CompiledCache {
    /// The rules for a day, compiled if they have not been lately.
    pub fn get(&mut self, pack: &RulePack, as_of: Date) -> Rc<CompiledPack> {
        let index = self.0.iter().position(|rules| rules.as_of == as_of);
        let rules = match index {
            Some(index) => self.0.remove(index),
            None => Rc::new(CompiledPack::new(pack, as_of)),
        };
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(Rc::clone(&rules));
        rules
    }
}
