use std::{collections::HashMap, collections::hash_map::Entry, convert::Infallible, error, fmt};

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::{Error, NhsNumber, input::birth_date_problem};

/// A person whom a batch is for.
///
/// # Examples
///
/// ```
/// use hero_api_ext::messages::Recipient;
///
/// let from_an_export = Recipient::try_from(("943 476 5919", "11/04/1989"))?;
/// assert_eq!(from_an_export, Recipient::try_from(("9434765919", "1989-04-11"))?);
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Recipient {
    number: NhsNumber,
    born: NaiveDate,
}

impl Recipient {
    /// The person with this NHS number, born on this day.
    #[must_use]
    pub fn new(number: NhsNumber, born: NaiveDate) -> Self {
        Self { number, born }
    }

    pub(super) fn to_json(self) -> Value {
        json!({ "nhs_number": self.number.sensitive_text(), "dob": self.born })
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recipient([redacted])")
    }
}

impl From<(NhsNumber, NaiveDate)> for Recipient {
    fn from((number, born): (NhsNumber, NaiveDate)) -> Self {
        Self::new(number, born)
    }
}

/// An NHS number and a birth date, as `1989-04-11` or as `11/04/1989`: day, month, year.
impl TryFrom<(&str, &str)> for Recipient {
    type Error = Error;

    fn try_from((number, born): (&str, &str)) -> Result<Self, Error> {
        let born = born.trim();
        let date = NaiveDate::parse_from_str(born, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(born, "%d/%m/%Y"));
        let refused = |_| Error::invalid_input("birth date", "is neither like YYYY-MM-DD nor like DD/MM/YYYY");
        Ok(Self { number: number.parse()?, born: date.map_err(refused)? })
    }
}

/// As from two `&str`.
impl TryFrom<(String, String)> for Recipient {
    type Error = Error;

    fn try_from((number, born): (String, String)) -> Result<Self, Error> {
        Self::try_from((number.as_str(), born.as_str()))
    }
}

/// For inputs that are right by their type.
impl From<Infallible> for Error {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Recipients that were checked: by [`Messages::check_recipients`](crate::messages::Messages::check_recipients).
#[derive(Clone, Default, PartialEq)]
pub struct Recipients(Vec<Recipient>);

impl Recipients {
    /// The most that one batch takes here. The API documents no limit; this one bounds the memory for a request.
    pub const MOST: usize = 50_000;

    pub(in crate::messages) fn split<R>(
        rows: impl IntoIterator<Item = R>,
        today: NaiveDate,
    ) -> (Self, InvalidRecipients)
    where
        R: TryInto<Recipient, Error: Into<Error>>,
    {
        let (mut good, mut first_seen) = (Vec::new(), HashMap::new());
        let mut invalid = InvalidRecipients { rows: Vec::new(), total: 0 };
        for (index, row) in rows.into_iter().enumerate() {
            if index == Self::MOST {
                invalid
                    .add(index, format!("is beyond the {} that one batch takes; later rows were not read", Self::MOST));
                break;
            }
            let recipient: Recipient = match row.try_into() {
                Ok(recipient) => recipient,
                Err(error) => {
                    invalid.add(index, error.into().to_string());
                    continue;
                }
            };
            if let Some(doubt) = birth_date_problem(recipient.born, today) {
                invalid.add(index, format!("birth date {doubt}"));
                continue;
            }
            match first_seen.entry(recipient.number) {
                Entry::Occupied(first) => invalid.add(index, format!("NHS number is that of row {}", first.get())),
                Entry::Vacant(free) => {
                    free.insert(index);
                    good.push(recipient);
                }
            }
        }
        (Self(good), invalid)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn to_json(&self) -> Value {
        self.0.iter().copied().map(Recipient::to_json).collect()
    }
}

impl fmt::Debug for Recipients {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipients({})", self.len())
    }
}

/// A row that names nobody who can be messaged.
#[derive(Clone, PartialEq)]
pub struct InvalidRecipient {
    index: usize,
    reason: String,
}

impl InvalidRecipient {
    /// Which row it is; the first is 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// What is wrong with it, without what stands in it.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// The reason is not shown: a conversion of the caller's own may quote the row.
impl fmt::Debug for InvalidRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidRecipient").field("index", &self.index).finish_non_exhaustive()
    }
}

/// The rows that name nobody who can be messaged. It can be logged: nothing of the rows is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidRecipients {
    rows: Vec<InvalidRecipient>,
    total: usize,
}

impl InvalidRecipients {
    /// So many are described: more tell nobody anything new, and a wrong column makes all rows bad.
    const MOST: usize = 1_000;

    fn add(&mut self, index: usize, reason: String) {
        self.total += 1;
        if self.rows.len() < Self::MOST {
            self.rows.push(InvalidRecipient { index, reason });
        }
    }

    /// The first thousand of them.
    #[must_use]
    pub fn rows(&self) -> &[InvalidRecipient] {
        &self.rows
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }
}

impl fmt::Display for InvalidRecipients {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.rows.len().min(10);
        for (place, row) in self.rows.iter().take(shown).enumerate() {
            let separator = if place == 0 { "" } else { "; " };
            write!(f, "{separator}row {}: {}", row.index, row.reason)?;
        }
        match self.total - shown {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl error::Error for InvalidRecipients {}

impl From<InvalidRecipients> for Error {
    fn from(invalid: InvalidRecipients) -> Self {
        Self::invalid_input("list of recipients", format!("has rows that cannot be used: {invalid}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 15).unwrap_or_default()
    }

    fn numbers() -> impl Iterator<Item = NhsNumber> {
        (0_u64..).filter_map(|tail| format!("999{tail:07}").parse().ok())
    }

    #[test]
    fn bad_row_is_told_by_number_not_content() {
        let rows = [
            ("943 476 5919", "1989-04-11"),
            ("943 476 5918", "1989-04-11"),
            ("450 557 7104", "4/11/89"),
            ("9434765919", "11/04/1989"),
            ("450 557 7104", "2026-03-17"),
            ("", ""),
            ("450 557 7104", "1971-13-01"),
        ];
        let (good, invalid) = Recipients::split(rows, today());
        assert_eq!(good.len(), 1);
        let told: Vec<_> = invalid.rows().iter().map(|row| (row.index(), row.reason())).collect();
        assert_eq!(told.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        for (place, words) in
            ["check digit", "130 years", "row 0", "future", "ten digits", "neither like"].into_iter().enumerate()
        {
            assert!(told[place].1.contains(words), "{told:?}");
        }
        let text = format!("{invalid} {invalid:?} {:?} {}", good, Error::from(invalid.clone()));
        assert!(!["943", "450", "1989", "1971", "2026"].iter().any(|part| text.contains(part)), "{text}");
    }

    #[test]
    fn an_endless_list_is_left_at_the_limit() {
        let born = today();
        let mut read = 0;
        let rows = numbers().map(|number| (number, born)).inspect(|_| read += 1);
        let (good, invalid) = Recipients::split(rows, today());
        assert_eq!((good.len(), invalid.total(), read), (Recipients::MOST, 1, Recipients::MOST + 1));
        assert_eq!(invalid.rows()[0].index(), Recipients::MOST);
    }

    #[test]
    fn a_wrong_column_does_not_fill_the_memory() {
        let rows = (0..5_000).map(|row| (row.to_string(), "1989-04-11".to_owned()));
        let (_, invalid) = Recipients::split(rows, today());
        assert_eq!((invalid.total(), invalid.rows().len()), (5_000, 1_000));
        assert!(invalid.to_string().ends_with("and 4990 more"));
    }

    #[test]
    fn a_recipient_takes_sixteen_bytes() {
        assert!(size_of::<Recipient>() <= 16);
    }
}
