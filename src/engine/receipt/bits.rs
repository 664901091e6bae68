//! Sequences of bits: fixed-width numbers, varints and a checksum.
//!
//! One `bool` per bit: a code has a few hundred bits, and bit packing would be larger in
//! WebAssembly.

/// A sequence of bits under construction.
#[derive(Default)]
pub(super) struct Bits(Vec<bool>);

/// A reader of a sequence of bits.
pub(super) struct Reader<'a>(&'a [bool]);

/// Bits per group of a varint. With its continuation bit, a group is one character.
const GROUP: u32 = 4;

/// Maximum number of bits of a varint.
pub(super) const MAX_VARINT_BITS: usize = 16 * 5;

/// Maximum number of bits of a gamma code.
pub(super) const MAX_GAMMA_BITS: usize = 2 * 64 - 1;

impl Bits {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn as_slice(&self) -> &[bool] {
        &self.0
    }

    /// Appends the lowest `width` bits of a number, the most significant first.
    pub(super) fn push(&mut self, value: u64, width: u32) {
        for index in (0..width).rev() {
            self.0.push((value >> index) & 1 == 1);
        }
    }

    /// Appends a varint: groups of four bits, the least significant group first, each after a
    /// continuation bit.
    pub(super) fn push_varint(&mut self, mut value: u64) {
        loop {
            let rest = value >> GROUP;
            self.push(u64::from(rest != 0), 1);
            self.push(value, GROUP);
            if rest == 0 {
                return;
            }
            value = rest;
        }
    }

    /// Appends a number above zero in Elias' gamma code: its bits, after as many zeros as follow
    /// its first bit. Small numbers take few bits: 1 takes one, 2 and 3 take three.
    pub(super) fn push_gamma(&mut self, value: u64) {
        let width = u64::BITS - value.leading_zeros();
        self.push(0, width.saturating_sub(1));
        self.push(value, width);
    }

    /// Appends a signed number in zigzag encoding: 0, −1, 1, −2, 2, …
    pub(super) fn push_signed(&mut self, value: i64) {
        self.push_varint((value.cast_unsigned() << 1) ^ (value >> 63).cast_unsigned());
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(bits: &'a [bool]) -> Self {
        Reader(bits)
    }

    /// Reads `width` bits as a number. `None` if fewer are left.
    pub(super) fn take(&mut self, width: u32) -> Option<u64> {
        let mut value = 0;
        for _ in 0..width {
            let (bit, rest) = self.0.split_first()?;
            value = (value << 1) | u64::from(*bit);
            self.0 = rest;
        }
        Some(value)
    }

    /// Reads a varint. Accepts redundant groups of zeros; [`super::Receipt::decode`] rejects the
    /// receipt.
    pub(super) fn varint(&mut self) -> Option<u64> {
        let (mut value, mut index) = (0, 0);
        loop {
            let more = self.take(1)?;
            value |= self.take(GROUP)?.checked_shl(index)?;
            index += GROUP;
            if more == 0 {
                return Some(value);
            }
        }
    }

    /// Reads a number above zero in Elias' gamma code.
    pub(super) fn gamma(&mut self) -> Option<u64> {
        let mut zeros = 0;
        while self.take(1)? == 0 {
            zeros += 1;
        }
        let first = 1_u64.checked_shl(zeros)?;
        Some(first | self.take(zeros)?)
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }
}

/// CRC-32/ISO-HDLC (G. Cook, *Catalogue of parametrised CRC algorithms*) of the bits in
/// transmission order. It detects every error burst of up to 32 bits, such as a wrong character or
/// two swapped ones, and misses one in 2³² of the others.
///
/// Computed bit by bit: a code has a few hundred bits, and a table would add a kilobyte to the
/// module.
pub(super) fn checksum(bits: &[bool]) -> u32 {
    let mut sum = u32::MAX;
    for bit in bits {
        let odd = (sum & 1 == 1) != *bit;
        sum >>= 1;
        if odd {
            sum ^= 0xedb8_8320;
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_catalogue() {
        let mut bits = Bits::default();
        for byte in b"123456789" {
            // HDLC transmits the least significant bit of a byte first.
            bits.push(u64::from(byte.reverse_bits()), 8);
        }
        assert_eq!(checksum(bits.as_slice()), 0xcbf4_3926);
    }

    #[test]
    fn numbers_come_back_and_small_ones_take_one_group() {
        let mut bits = Bits::default();
        bits.push_varint(15);
        assert_eq!(bits.len(), 5);
        let numbers = [0, 1, -1, 7, -8, 8, 1_000_000, i64::MAX, i64::MIN];
        numbers.iter().for_each(|number| bits.push_signed(*number));
        bits.push_varint(u64::MAX);
        let mut reader = Reader::new(bits.as_slice());
        assert_eq!(reader.varint(), Some(15));
        for number in numbers {
            assert_eq!(reader.signed(), Some(number));
        }
        assert_eq!((reader.varint(), reader.varint()), (Some(u64::MAX), None));
    }

    #[test]
    fn gamma_codes_come_back_and_one_takes_one_bit() {
        let mut bits = Bits::default();
        bits.push_gamma(1);
        assert_eq!(bits.len(), 1);
        [2, 3, 4, 1_000_000, u64::MAX].iter().for_each(|number| bits.push_gamma(*number));
        let mut reader = Reader::new(bits.as_slice());
        for number in [1, 2, 3, 4, 1_000_000, u64::MAX] {
            assert_eq!(reader.gamma(), Some(number));
        }
        assert_eq!(reader.gamma(), None);
        let zeros = [vec![false; 64], vec![true; 65]].concat();
        assert_eq!(Reader::new(&zeros).gamma(), None);
    }

    #[test]
    fn a_number_that_never_ends_is_none() {
        assert_eq!(Reader::new(&[true; 200]).varint(), None);
    }
}
