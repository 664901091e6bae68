//! Pseudo-random numbers with a seed, so that every run tests the same firms.

/// SplitMix64.
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` − 1.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    /// A number from `low` to `high`.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(usize::try_from(high - low + 1).unwrap())).unwrap()
    }

    /// True once in `times`.
    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// 1 once in `times`, otherwise 0: the value of a yes-no fact.
    pub(crate) fn rarely(&mut self, times: usize) -> i64 {
        i64::from(self.one_in(times))
    }

    pub(crate) fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        let index = self.below(values.len());
        values[index]
    }

    /// A number at or next to `value`, not below 0.
    pub(crate) fn near(&mut self, value: i64) -> i64 {
        (value + self.pick(&[-1, 0, 0, 1])).max(0)
    }

    /// A part that is a percentage of the whole, or next to it.
    pub(crate) fn share(&mut self, whole: i64, percents: &[i64]) -> i64 {
        let percent = self.pick(percents);
        // Rounded down or up: on either side of the percentage.
        let rounding = self.pick(&[0, 99]);
        self.near((whole * percent + rounding) / 100)
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            let other = self.below(index + 1);
            items.swap(index, other);
        }
    }
}
