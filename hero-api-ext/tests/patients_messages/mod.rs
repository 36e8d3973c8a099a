//! The flows of patients and messages, against loopback servers.

mod batch;
mod bulk;
mod bulk_journal;
mod debug;
mod examples;
mod handles;
mod messages;
mod patients;
mod public_types;
mod script;

use chrono::NaiveDate;
use hero_api_ext::NhsNumber;

/// A birth date.
pub(crate) fn born() -> NaiveDate {
    NaiveDate::from_ymd_opt(1989, 4, 11).unwrap()
}

/// A number that was never given to anybody.
pub(crate) fn nhs_number() -> NhsNumber {
    "943 476 5919".parse().unwrap()
}
