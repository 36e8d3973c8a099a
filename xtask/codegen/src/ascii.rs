//! Names in ASCII.
//!
//! A name of the description may be in any script. Where it becomes the name of a file, a cargo feature, a method or a type, it
//! has to be one that every tool takes and everybody can type: `Кошки` becomes `Koshki`.

use std::borrow::Cow;

/// The name in ASCII: as it is, or as its sound is written.
#[must_use]
pub(crate) fn ascii(name: &str) -> Cow<'_, str> {
    if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(deunicode::deunicode_with_tofu(name, "")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_can_be_typed() {
        for (name, expected) in [("Кошки", "Koshki"), ("größe", "grosse"), ("plain_1", "plain_1"), ("é", "e")] {
            assert_eq!(ascii(name), expected);
        }
        assert!(ascii("猫").is_ascii() && !ascii("猫").is_empty());
    }
}
