//! The invented Personal Demographics Service: whom it knows, and who proved their identity.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::people::Person;

/// Whom the NHS knows. It is one for all practices.
#[derive(Debug, Default)]
pub(super) struct Pds {
    people: BTreeMap<String, Person>,
    /// The NHS numbers of those who proved their identity.
    proven: BTreeSet<String>,
    /// The pages on which people prove it: token → NHS number.
    checks: BTreeMap<String, String>,
}

impl Pds {
    pub(super) fn new(people: impl IntoIterator<Item = Person>) -> Self {
        let people = people.into_iter().map(|person| (person.nhs_number.clone(), person)).collect();
        Self { people, ..Self::default() }
    }

    /// By the digits of the NHS number and the birth date.
    pub(super) fn by_number(&self, digits: &str, born: NaiveDate) -> Option<&Person> {
        self.people.get(digits).filter(|person| person.born == born)
    }

    /// By name, birth date and postcode, if there is only one.
    pub(super) fn by_name(&self, forename: &str, surname: &str, born: NaiveDate, postcode: &str) -> Option<&Person> {
        let same = |left: &str, right: &str| {
            let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
            plain(left) == plain(right)
        };
        let mut found = self.people.values().filter(|person| {
            person.born == born
                && same(&person.forename, forename)
                && same(&person.surname, surname)
                && same(&person.postcode, postcode)
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// Whether the person still has to prove who they are.
    pub(super) fn must_prove(&self, person: &Person) -> bool {
        person.needs_identity_check && !self.proven.contains(&person.nhs_number)
    }

    /// Opens a page on which the person proves it.
    pub(super) fn open_check(&mut self, token: String, nhs_number: String) {
        self.checks.insert(token, nhs_number);
    }

    /// What the page does. `false` when there is no such page.
    pub(super) fn prove(&mut self, token: &str) -> bool {
        let number = self.checks.get(token).cloned();
        number.map(|number| self.proven.insert(number)).is_some()
    }
}
