//! Invented people: the patients of a practice, and whom the PDS knows besides.

use std::fmt;

use chrono::{NaiveDate, TimeDelta};

const FORENAMES: [(&str, &str, &str); 12] = [
    ("Ann", "Ms", "Female"),
    ("Ben", "Mr", "Male"),
    ("Chloe", "Miss", "Female"),
    ("Dev", "Mr", "Male"),
    ("Elif", "Dr", "Female"),
    ("Ewan", "Mr", "Male"),
    ("Fatima", "Mrs", "Female"),
    ("Gareth", "Mr", "Male"),
    ("Holly", "Ms", "Female"),
    ("Idris", "Mr", "Male"),
    ("Jin", "Mx", "Not specified"),
    ("Kofi", "Mr", "Male"),
];

const SURNAMES: [&str; 20] = [
    "Abbott",
    "Barker",
    "Chowdhury",
    "Dunne",
    "Evans",
    "Fletcher",
    "Gill",
    "Hussain",
    "Ivory",
    "Jones",
    "Kaur",
    "Lowe",
    "Mensah",
    "Nowak",
    "Osborne",
    "Patel",
    "Quinn",
    "Rowe",
    "Singh",
    "Turner",
];

/// Forename, surname, birth date, the nine digits before the check digit of the NHS number, and whether they have to prove their
/// identity.
type Other = (&'static str, &'static str, (i32, u32, u32), u64, bool);

/// Whom the PDS knows without being a patient of any practice.
const OTHERS: [Other; 6] = [
    ("Ada", "Fernsby", (1985, 7, 14), 999_900_001, false),
    ("Bram", "Oakes", (1990, 12, 31), 999_900_002, true),
    ("Clara", "Whitlock", (1952, 2, 29), 999_900_003, false),
    ("Devika", "Pryce", (2001, 5, 5), 999_900_004, false),
    ("Eoin", "Marsh", (1978, 11, 23), 999_900_005, true),
    ("Freya", "Lindqvist", (1969, 8, 2), 999_900_006, false),
];

/// A person whom the sandbox's PDS knows. All of them are invented.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person {
    /// The title.
    pub title: String,
    /// The first name.
    pub forename: String,
    /// The last name.
    pub surname: String,
    /// One of the values that the reference lists.
    pub sex: String,
    /// The birth date.
    pub born: NaiveDate,
    /// Ten digits, from the range that the NHS keeps for tests.
    pub nhs_number: String,
    /// The first line of the address.
    pub line_1: String,
    /// The postcode: a pseudo-postcode, which no place has.
    pub postcode: String,
    /// A number from the range that Ofcom keeps for drama, if there is one.
    pub mobile: Option<String>,
    /// An address that receives nothing.
    pub email: Option<String>,
    /// Whether they have to prove their identity before they are registered.
    pub needs_identity_check: bool,
}

/// The NHS number alone: it is in a range that nobody has.
impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").field("nhs_number", &self.nhs_number).finish_non_exhaustive()
    }
}

impl Person {
    /// The patient with this position, counted from zero, of the practice with this one.
    pub(super) fn patient(practice: u64, index: u64) -> Self {
        let (forename, title, sex) = FORENAMES[at(index + index / 20, FORENAMES.len())];
        let surname = SURNAMES[at(index, SURNAMES.len())];
        let days = TimeDelta::days(i64::try_from(index * 211 % 30_000).unwrap_or_default());
        let born = NaiveDate::from_ymd_opt(1936, 3, 7).unwrap_or_default() + days;
        let has_mobile = index % 25 != 24;
        let person = Self::new(title, forename, surname, sex, born, numbered(practice, index));
        Self { mobile: has_mobile.then(|| format!("07700 900{:03}", index % 1000)), ..person }
    }

    /// Everybody whom the PDS knows without being a patient of any practice.
    pub(super) fn others() -> Vec<Self> {
        let person = |(forename, surname, (year, month, day), nine, needs_identity_check): Other| {
            let born = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
            let nhs_number = with_check_digit(nine).unwrap_or_default();
            Self { needs_identity_check, ..Self::new("Mx", forename, surname, "Not known", born, nhs_number) }
        };
        OTHERS.map(person).into()
    }

    fn new(title: &str, forename: &str, surname: &str, sex: &str, born: NaiveDate, nhs_number: String) -> Self {
        let number = nhs_number.bytes().rev().take(2).map(u64::from).sum::<u64>();
        Self {
            title: title.to_owned(),
            forename: forename.to_owned(),
            surname: surname.to_owned(),
            sex: sex.to_owned(),
            born,
            line_1: format!("{number} Sample Street"),
            postcode: "ZZ99 3VZ".to_owned(),
            mobile: Some(format!("07700 901{}", nhs_number.get(7..).unwrap_or_default())),
            email: Some(format!("{}.{}@example.test", forename.to_lowercase(), surname.to_lowercase())),
            nhs_number,
            needs_identity_check: false,
        }
    }
}

fn at(index: u64, length: usize) -> usize {
    usize::try_from(index).unwrap_or_default() % length
}

/// The NHS number of a patient: from 999 0, with 50,000 for each practice.
fn numbered(practice: u64, index: u64) -> String {
    // One number in eleven has no check digit, and never two that differ in the last digit by one: each patient has a pair.
    let even = 999_000_000 + 2 * (practice * 50_000 + index);
    with_check_digit(even).or_else(|| with_check_digit(even + 1)).unwrap_or_default()
}

/// Appends the check digit of Modulus 11; there is none for one number in eleven.
fn with_check_digit(nine: u64) -> Option<String> {
    let digits = format!("{nine:09}");
    let sum: u32 = digits.bytes().zip((2..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    match 11 - sum % 11 {
        10 => None,
        11 => Some(format!("{digits}0")),
        check => Some(format!("{digits}{check}")),
    }
}

/// The digits of an NHS number, if it is one.
pub(super) fn nhs_digits(text: &str) -> Option<String> {
    Some(text.parse::<crate::NhsNumber>().ok()?.sensitive_digits())
}

/// As the API writes NHS numbers.
pub(super) fn spaced(digits: &str) -> String {
    match (digits.get(..3), digits.get(3..6), digits.get(6..)) {
        (Some(first), Some(second), Some(third)) => format!("{first} {second} {third}"),
        _ => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn invented_nhs_numbers_are_valid_and_distinct() {
        let patients = (0..3).flat_map(|practice| (0..2_000).map(move |index| Person::patient(practice, index)));
        let everybody: Vec<Person> = patients.chain(Person::others()).collect();
        let distinct: BTreeSet<&str> = everybody.iter().map(|person| person.nhs_number.as_str()).collect();
        assert_eq!(distinct.len(), everybody.len());
        for person in &everybody {
            assert_eq!(nhs_digits(&person.nhs_number).as_deref(), Some(person.nhs_number.as_str()));
        }
    }
}
