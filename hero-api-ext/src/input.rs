//! Checks of what callers give, before anything is sent.

use chrono::NaiveDate;
use hero_api::WithBody;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Error, Hero};

/// `text` without the space around it, which must leave something.
pub(crate) fn non_empty(what: &'static str, text: String) -> Result<String, Error> {
    match text.trim() {
        "" => Err(Error::invalid_input(what, "is empty")),
        trimmed if trimmed.len() == text.len() => Ok(text),
        trimmed => Ok(trimmed.to_owned()),
    }
}

/// Gives a request these fields as its body. The type of the body has the rules; nothing of a value is in the error.
pub(crate) fn with_fields<O>(operation: O, fields: Value) -> Result<O, Error>
where
    O: WithBody<Body: DeserializeOwned>,
{
    let body = serde_json::from_value(fields);
    let body = body.map_err(|_| Error::invalid_input("request body", "breaks a rule of the description"))?;
    Ok(operation.with_body(body))
}

/// The birth date, if it can be one of a patient.
pub(crate) fn birth_date(hero: &Hero, born: NaiveDate) -> Result<NaiveDate, Error> {
    match birth_date_problem(born, hero.clock().utc_now().date_naive()) {
        Some(doubt) => Err(Error::invalid_input("birth date", doubt)),
        None => Ok(born),
    }
}

/// Why nobody who is alive today can be born on this day.
pub(crate) fn birth_date_problem(born: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if born > today.succ_opt().unwrap_or(today) {
        // A day ahead of UTC is today somewhere, and the reader of the form may be there.
        Some("lies in the future")
    } else if today.years_since(born).is_some_and(|age| age > 130) {
        // Mostly a year of two digits.
        Some("lies more than 130 years back")
    } else {
        None
    }
}
