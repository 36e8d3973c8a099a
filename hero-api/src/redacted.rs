//! Keeps personal data out of `Debug` output. For generated code.

use std::fmt;

/// Stands in for a value in `Debug` output.
pub struct Redacted<'a, T: ?Sized>(&'a T);

/// Hides `value` in `Debug` output, but not whether there is one: `None`, `Absent`, `Null`, `[]` and `{}` are shown.
///
/// The feature `debug-shows-personal-data` shows the value itself.
pub fn of<T: fmt::Debug + ?Sized>(value: &T) -> Redacted<'_, T> {
    Redacted(value)
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Redacted<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if cfg!(feature = "debug-shows-personal-data") {
            return self.0.fmt(f);
        }
        f.write_str(emptiness(self.0).unwrap_or("[redacted]"))
    }
}

/// The word for "no value" that `value` prints, if it prints one. A text that says `None` prints quotes around it.
fn emptiness<T: fmt::Debug + ?Sized>(value: &T) -> Option<&'static str> {
    ["None", "Absent", "Null", "[]", "{}"].into_iter().find(|word| {
        let mut rest = Expected(word);
        fmt::write(&mut rest, format_args!("{value:?}")).is_ok() && rest.0.is_empty()
    })
}

/// Accepts one text and stops at the first byte that differs, so that a large value is not printed to be thrown away.
struct Expected<'a>(&'a str);

impl fmt::Write for Expected<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

#[cfg(all(test, not(feature = "debug-shows-personal-data")))]
mod tests {
    use super::*;
    use crate::Patch;

    #[test]
    fn a_value_is_hidden() {
        assert_eq!(format!("{:?}", of("marker")), "[redacted]");
        assert_eq!(format!("{:?}", of(&Some("marker"))), "[redacted]");
        assert_eq!(format!("{:?}", of(&vec!["marker"])), "[redacted]");
        assert_eq!(format!("{:#?}", of(&Patch::Value("marker".to_owned()))), "[redacted]");
    }

    #[test]
    fn the_lack_of_a_value_is_shown() {
        assert_eq!(format!("{:?}", of(&None::<String>)), "None");
        assert_eq!(format!("{:?}", of(&Patch::<String>::Null)), "Null");
        assert_eq!(format!("{:?}", of(&Patch::<String>::Absent)), "Absent");
        assert_eq!(format!("{:?}", of(&Vec::<String>::new())), "[]");
    }

    #[test]
    fn a_text_that_spells_a_lack_is_still_hidden() {
        for text in ["None", "[]", "", "N"] {
            assert_eq!(format!("{:?}", of(text)), "[redacted]");
            assert_eq!(format!("{:?}", of(&Some(text))), "[redacted]");
        }
    }
}
