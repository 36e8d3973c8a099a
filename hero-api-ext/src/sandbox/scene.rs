//! What a request meets: its own parts, and the practice that it is about.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::{pds::Pds, practice::Practice, refusal::Refusal};
use crate::random::Random;

/// A request whose parts fit the description.
#[derive(Debug, Default)]
pub(super) struct Request {
    /// The parameters of the path, in order.
    pub(super) path: Vec<String>,
    /// The parameters of the query, as their types.
    pub(super) query: serde_json::Map<String, Value>,
    pub(super) body: Value,
}

/// Where a request happens.
pub(super) struct Scene<'a> {
    pub(super) practice: &'a mut Practice,
    pub(super) pds: &'a mut Pds,
    pub(super) now: DateTime<Utc>,
    pub(super) base_url: &'a str,
    pub(super) random: &'a dyn Random,
    /// In how long something is going to happen by itself.
    pub(super) wake: Vec<Duration>,
}

impl Request {
    /// The first parameter of the path.
    pub(super) fn id(&self) -> &str {
        self.path.first().map(String::as_str).unwrap_or_default()
    }

    /// The first parameter of the path as a number, which all ids are here.
    pub(super) fn number(&self) -> Result<u64, Refusal> {
        self.id().parse().map_err(|_| Refusal::NOT_FOUND)
    }

    /// A parameter of the query, if it is set.
    pub(super) fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name)?.as_str().filter(|text| !text.is_empty())
    }

    /// Every id that a parameter holds: several of them, or one text with commas.
    pub(super) fn ids(&self, name: &str) -> Vec<&str> {
        match self.query.get(name) {
            Some(Value::String(text)) => text.split(',').map(str::trim).filter(|id| !id.is_empty()).collect(),
            Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// A text of the body, if it is set.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name)?.as_str().filter(|text| !text.trim().is_empty())
    }

    /// A flag of the body.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.body.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A time of the body: a date is its first moment in UTC.
    pub(super) fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, Refusal> {
        let parse = |text| parse_time(text).ok_or_else(|| Refusal::field(name, "invalid_string", "date-time"));
        self.text(name).map(parse).transpose()
    }

    /// The days of a window in the query, first and last.
    pub(super) fn window(&self) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Refusal> {
        let day = |name: &str| {
            let parse = |text| parse_time(text).ok_or_else(|| Refusal::field(name, "invalid_string", "date"));
            Ok(self.query(name).map(parse).transpose()?.map(|time| time.date_naive()))
        };
        Ok((day("start_date")?, day("end_date")?))
    }

    /// The items of the page that is asked for, and how many there are in all.
    pub(super) fn page(&self, items: Vec<Value>) -> Result<Value, Refusal> {
        let number = |name: &str, default: usize| match self.query.get(name) {
            None => Ok(default),
            Some(value) => {
                let number = value.as_u64().or_else(|| value.as_str()?.parse().ok());
                let number = number.and_then(|number| usize::try_from(number).ok());
                number.ok_or_else(|| Refusal::field(name, "invalid_type", "a number from zero"))
            }
        };
        let (index, size) = (number("page_index", 0)?, number("page_size", DEFAULT_PAGE)?.min(LARGEST_PAGE));
        // Samples ask for pages of size zero.
        let size = if size == 0 { DEFAULT_PAGE } else { size };
        let count = items.len();
        let data: Vec<Value> = items.into_iter().skip(index.saturating_mul(size)).take(size).collect();
        Ok(json!({ "data": data, "count": count }))
    }
}

/// How many items a page has unless the request says.
pub(super) const DEFAULT_PAGE: usize = 20;
const LARGEST_PAGE: usize = 1000;

impl Scene<'_> {
    /// A text that is not to be guessed by who does not look: no more is needed here.
    pub(super) fn token(&self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let letter = |_| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is below 32")]
            let index = (self.random.fraction() * 32.0) as usize;
            char::from(ALPHABET[index.min(31)])
        };
        (0..16).map(letter).collect()
    }
}

/// A time or a date as the API takes them.
pub(super) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    let day = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    crate::view::parse_time(text).or_else(|| text.parse().ok().map(day))
}

/// A time as the API writes it.
pub(super) fn written(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
