//! A pseudo-random number generator: the same firms in every run and on every machine.

/// SplitMix64 (G. Steele, D. Lea, C. Flood, *Fast Splittable Pseudorandom Number Generators*,
/// 2014).
pub(crate) struct Random(u64);

impl Random {
    /// The generator of one firm. Different indices give unrelated sequences.
    pub(crate) fn of(seed: u64, index: u64) -> Random {
        let mut seeds = Random(seed);
        let start = seeds.next();
        Random(Random(start ^ index.wrapping_mul(0x9e37_79b9_7f4a_7c15)).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    /// A number below a bound; 0 if the bound is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        // The bias is below 2⁻⁴⁰ for bounds below 2²⁴.
        self.next().checked_rem(bound).unwrap_or_default()
    }

    /// True with this probability.
    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// An item of a list. `None` if it is empty.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len() as u64) as usize)
    }
}
