/// Some of the fields of a shape, by index.
#[derive(Debug)]
pub(super) struct FieldSet {
    /// The first 64, which are all of most shapes: no memory is allocated for them.
    first: u64,
    more: Vec<u64>,
}

impl FieldSet {
    pub(super) const fn new() -> Self {
        Self { first: 0, more: Vec::new() }
    }

    pub(super) fn insert(&mut self, index: usize) {
        let (word, bit) = (index / 64, 1 << (index % 64));
        if word == 0 {
            self.first |= bit;
        } else {
            self.more.resize(self.more.len().max(word), 0);
            if let Some(place) = self.more.get_mut(word - 1) {
                *place |= bit;
            }
        }
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        self.word(index / 64) & (1 << (index % 64)) != 0
    }

    pub(super) fn contains_all(&self, others: &Self) -> bool {
        (0..=others.more.len()).all(|word| others.word(word) & !self.word(word) == 0)
    }

    /// Adds one to the count of each field that is in it.
    pub(super) fn count(&self, counts: &mut [u64]) {
        for (word, counts) in counts.chunks_mut(64).enumerate() {
            let mut left = self.word(word);
            for count in counts {
                *count += left & 1;
                left >>= 1;
            }
        }
    }

    fn word(&self, word: usize) -> u64 {
        match word.checked_sub(1) {
            None => self.first,
            Some(word) => self.more.get(word).copied().unwrap_or_default(),
        }
    }
}

impl FromIterator<usize> for FieldSet {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut fields = Self::new();
        indices.into_iter().for_each(|index| fields.insert(index));
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_fields_has_no_end() {
        let mut fields = FieldSet::new();
        for index in [0, 63, 64, 200] {
            assert!(!fields.contains(index));
            fields.insert(index);
            assert!(fields.contains(index));
        }
        assert!(!fields.contains(65) && !fields.contains(1_000));
    }

    #[test]
    fn a_set_contains_all_of_its_subsets() {
        let fields: FieldSet = [1, 64, 200].into_iter().collect();
        for (others, is_within) in
            [(&[][..], true), (&[1, 200], true), (&[1, 2], false), (&[65], false), (&[300], false)]
        {
            assert_eq!(fields.contains_all(&others.iter().copied().collect()), is_within, "{others:?}");
        }
        let mut counts = [0; 201];
        fields.count(&mut counts);
        fields.count(&mut counts);
        assert_eq!((counts[0], counts[1], counts[64], counts[200], counts.iter().sum()), (0, 2, 2, 2, 6_u64));
    }
}
