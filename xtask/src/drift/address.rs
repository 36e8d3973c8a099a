//! Nodes of a description, known by where they stand in memory: cheaper than by what they say, and never ambiguous.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

use serde_json::Value;

/// Something by address.
pub(super) type ByAddress<K, V> = HashMap<K, V, BuildHasherDefault<AddressHasher>>;

/// Addresses.
pub(super) type Addresses = HashSet<usize, BuildHasherDefault<AddressHasher>>;

/// The address of a node.
pub(super) fn address(node: &Value) -> usize {
    std::ptr::from_ref(node).addr()
}

/// Hashes addresses and small numbers, which nobody outside chooses: a defence against crafted keys would only cost time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AddressHasher(u64);

impl AddressHasher {
    /// Any odd number whose bits look random.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

    fn add(&mut self, word: u64) {
        // Addresses end in the same bits, so what is above is mixed in below.
        self.0 = (self.0.rotate_left(26) ^ word).wrapping_mul(Self::FACTOR);
    }
}

impl Hasher for AddressHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            self.add(chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_usize(&mut self, number: usize) {
        // On every machine that is built for, an address has at most so many bits.
        self.add(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_usize(number.cast_unsigned());
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher as _;

    use super::*;

    #[test]
    fn addresses_that_are_near_each_other_are_spread() {
        let builder = BuildHasherDefault::<AddressHasher>::default();
        let buckets: HashSet<u64> =
            (0..1_000_usize).map(|index| builder.hash_one(0x7f00_0000_0000 + index * 80) & 0xfff).collect();
        assert!(buckets.len() > 700, "{}", buckets.len());
        assert_ne!(builder.hash_one((1_usize, 2_usize)), builder.hash_one((2_usize, 1_usize)));
        assert_ne!(builder.hash_one([1_u8, 2]), builder.hash_one([2_u8, 1]));
    }
}
