//! Keeps personal data out of `Debug` output. For generated code.

use std::fmt;

/// A value that `Debug` does not show.
pub struct Redacted<'a, T: ?Sized>(&'a T);

/// Hides `value` in `Debug` output. `None`, `Absent`, `Null`, `[]` and `{}` are shown, because they say that there is no value.
///
/// The flag `debug_shows_personal_data` shows the value itself. It is not a feature: features of a crate unify, so one tool in a
/// build could turn it on for a server.
pub fn of<T: fmt::Debug + ?Sized>(value: &T) -> Redacted<'_, T> {
    Redacted(value)
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Redacted<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if cfg!(debug_shows_personal_data) {
            return self.0.fmt(f);
        }
        f.write_str(emptiness(format_args!("{:?}", self.0)).unwrap_or("[redacted]"))
    }
}

/// What `Debug` prints for a value that says "nothing is here".
const EMPTY: [&str; 5] = ["None", "Absent", "Null", "[]", "{}"];

/// The word of [`EMPTY`] that a value prints, if it prints one. A text that says `None` prints quotes around it. It is not generic,
/// so it is compiled once and not once per type.
fn emptiness(printed: fmt::Arguments<'_>) -> Option<&'static str> {
    let mut expected = Expected(EMPTY.map(Some));
    fmt::write(&mut expected, printed).ok()?;
    EMPTY.into_iter().zip(expected.0).find_map(|(word, rest)| (rest == Some("")).then_some(word))
}

/// What is still expected of each word. Writing fails as soon as no word fits, so that a large value is not printed whole.
struct Expected([Option<&'static str>; EMPTY.len()]);

impl fmt::Write for Expected {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.map(|rest| rest?.strip_prefix(text));
        if self.0.iter().any(Option::is_some) { Ok(()) } else { Err(fmt::Error) }
    }
}

#[cfg(all(test, not(debug_shows_personal_data)))]
mod tests {
    use super::*;
    use crate::runtime::Patch;

    #[test]
    fn a_value_is_hidden() {
        assert_eq!(format!("{:?}", of("marker")), "[redacted]");
        assert_eq!(format!("{:?}", of(&Some("marker"))), "[redacted]");
        assert_eq!(format!("{:?}", of(&vec!["marker"])), "[redacted]");
        assert_eq!(format!("{:#?}", of(&Patch::Value("marker".to_owned()))), "[redacted]");
    }

    #[test]
    fn an_empty_value_is_shown() {
        assert_eq!(format!("{:?}", of(&None::<String>)), "None");
        assert_eq!(format!("{:?}", of(&Patch::<String>::Null)), "Null");
        assert_eq!(format!("{:?}", of(&Patch::<String>::Absent)), "Absent");
        assert_eq!(format!("{:?}", of(&Vec::<String>::new())), "[]");
    }

    #[test]
    fn a_value_is_printed_once_to_see_that_it_is_empty() {
        struct Counted(std::cell::Cell<u8>);

        impl fmt::Debug for Counted {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.set(self.0.get() + 1);
                f.write_str("{}")
            }
        }

        let counted = Counted(std::cell::Cell::default());
        assert_eq!(format!("{:?}", of(&counted)), "{}");
        assert_eq!(counted.0.get(), 1);
    }

    #[test]
    fn a_text_that_spells_an_empty_value_is_hidden() {
        for text in ["None", "[]", "", "N"] {
            assert_eq!(format!("{:?}", of(text)), "[redacted]");
            assert_eq!(format!("{:?}", of(&Some(text))), "[redacted]");
        }
    }
}
