//! Decoding that takes what servers write, not only what the description says. For the `serde` attributes of generated types.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, Unexpected, Visitor},
};
use serde_json::Value;

/// Takes `null` for a value that has a default: a list, a map, a flag.
///
/// # Errors
///
/// As decoding `T`.
pub fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A map; `null` is an empty one.
///
/// An error in one of its values does not name the key: keys of maps are data, not names of fields.
///
/// # Errors
///
/// As decoding `T`.
pub fn map<'de, D, M, T>(deserializer: D) -> Result<M, D::Error>
where
    D: Deserializer<'de>,
    M: Default + FromIterator<(String, T)> + IntoIterator<Item = (String, T)>,
    T: DeserializeOwned,
{
    optional_map(deserializer).map(Option::unwrap_or_default)
}

/// As [`map`]; `null` is `None`.
///
/// # Errors
///
/// As [`map`].
pub fn optional_map<'de, D, M, T>(deserializer: D) -> Result<Option<M>, D::Error>
where
    D: Deserializer<'de>,
    M: FromIterator<(String, T)> + IntoIterator<Item = (String, T)>,
    T: DeserializeOwned,
{
    let Some(map) = Option::<serde_json::Map<String, Value>>::deserialize(deserializer)? else { return Ok(None) };
    let read = |(key, value)| Ok((key, serde_json::from_value(value).map_err(D::Error::custom)?));
    map.into_iter().map(read).collect::<Result<M, _>>().map(Some)
}

/// A whole number, also when it is written with a point: `3.0`.
///
/// # Errors
///
/// When the number is not whole or does not fit `T`. The error does not repeat it.
pub fn integer<'de, D: Deserializer<'de>, T: TryFrom<i128>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Integer(PhantomData))
}

/// As [`integer`]; `null` is `None`.
///
/// # Errors
///
/// As [`integer`].
pub fn optional_integer<'de, D: Deserializer<'de>, T: TryFrom<i128>>(deserializer: D) -> Result<Option<T>, D::Error> {
    deserializer.deserialize_option(OptionalInteger(PhantomData))
}

/// A time: RFC 3339, also without an offset (then UTC), with a space for the `T`, or a date alone (then midnight UTC).
///
/// # Errors
///
/// When the text is none of these. The error does not repeat it.
pub fn date_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    deserializer.deserialize_str(Text { expected: "a date and time as in RFC 3339", parse: parse_date_time })
}

/// As [`date_time`]; `null` and the empty text are `None`.
///
/// # Errors
///
/// As [`date_time`].
pub fn optional_date_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    deserializer
        .deserialize_option(Optional(Text { expected: "a date and time as in RFC 3339", parse: parse_date_time }))
}

/// A date: `2026-01-31`, or the date part, as it is written, of a time.
///
/// # Errors
///
/// When the text is neither. The error does not repeat it.
pub fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    deserializer.deserialize_str(Text { expected: "a date like 2026-01-31", parse: parse_date })
}

/// As [`date`]; `null` and the empty text are `None`.
///
/// # Errors
///
/// As [`date`].
pub fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    deserializer.deserialize_option(Optional(Text { expected: "a date like 2026-01-31", parse: parse_date }))
}

/// Lists and maps, of whatever depth, whose values are times, dates or whole numbers: each is read as it would be alone, and
/// `null` is an empty list or map.
///
/// # Errors
///
/// As the reader of the values.
pub fn nested<'de, D: Deserializer<'de>, T: Lenient>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// A type that [`nested`] reads.
pub trait Lenient: Sized {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// When it is none that the type takes.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

macro_rules! read_by {
    ($($reader:ident: $($type:ty),*;)*) => {
        $($(impl Lenient for $type {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $reader(deserializer)
            }
        })*)*
    };
}

read_by! {
    date_time: DateTime<Utc>;
    date: NaiveDate;
    integer: i8, i16, i32, i64, u8, u16, u32, u64;
}

impl<T: Lenient> Lenient for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<Read<T>>::deserialize(deserializer)?.map(|value| value.0))
    }
}

impl<T: Lenient> Lenient for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let list: Vec<Read<T>> = null_as_default(deserializer)?;
        Ok(list.into_iter().map(|value| value.0).collect())
    }
}

impl<T: Lenient> Lenient for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map: BTreeMap<String, Read<T>> = map(deserializer)?;
        Ok(map.into_iter().map(|(key, value)| (key, value.0)).collect())
    }
}

struct Read<T>(T);

impl<'de, T: Lenient> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

fn parse_date_time(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Some(date) = parse_plain_date(text) {
        return Some(date.and_time(NaiveTime::MIN).and_utc());
    }
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let date = parse_plain_date(date)?;
    let time = time.strip_suffix(['Z', 'z']).or_else(|| time.strip_suffix(" UTC")).unwrap_or(time);
    let local = |time: &str| {
        let by_format =
            || ["%H:%M:%S%.f", "%H:%M"].into_iter().find_map(|format| NaiveTime::parse_from_str(time, format).ok());
        parse_plain_time(time).or_else(by_format).map(|time| date.and_time(time))
    };
    if let Some(utc) = local(time) {
        return Some(utc.and_utc());
    }
    let (time, offset) = time.split_at_checked(time.rfind(['+', '-'])?)?;
    let offset = parse_offset(offset)?;
    local(time.trim_end())?.checked_sub_offset(offset).map(|utc: NaiveDateTime| utc.and_utc())
}

/// `+01:00`, `+0100` and `+01`.
fn parse_offset(text: &str) -> Option<chrono::FixedOffset> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let number = |text: &str, below: i32| {
        let number =
            (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())??;
        (number < below).then_some(number)
    };
    let minutes = if minutes.is_empty() { 0 } else { number(minutes, 60)? };
    chrono::FixedOffset::east_opt(sign * (number(hours, 24)? * 3600 + minutes * 60))
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    parse_plain_date(text).or_else(|| {
        parse_date_time(text)?;
        parse_plain_date(text.get(..10)?)
    })
}

/// Four, two and two digits: chrono alone takes `2026-1-2` and a sign as well, and parses the format for each date.
fn parse_plain_date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = <&[u8; 10]>::try_from(text.as_bytes()).ok()? else {
        return None;
    };
    let year = digits([y1, y2])? * 100 + digits([y3, y4])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, digits([m1, m2])?, digits([d1, d2])?)
}

/// `09:30:00`, as most servers write it. It may be `None` for a time that chrono reads.
fn parse_plain_time(text: &str) -> Option<NaiveTime> {
    let &[h1, h2, b':', m1, m2, b':', s1, s2] = <&[u8; 8]>::try_from(text.as_bytes()).ok()? else { return None };
    NaiveTime::from_hms_opt(digits([h1, h2])?, digits([m1, m2])?, digits([s1, s2])?)
}

fn digits(text: [u8; 2]) -> Option<u32> {
    let [tens, ones] = text.map(|byte| char::from(byte).to_digit(10));
    Some(tens? * 10 + ones?)
}

struct Text<T> {
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Other("another text"), &self))
    }
}

struct Optional<T>(Text<T>);

impl<'de, T> Visitor<'de> for Optional<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} or null", self.0.expected)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<T>, E> {
        if text.is_empty() { Ok(None) } else { self.0.visit_str(text).map(Some) }
    }
}

struct Integer<T>(PhantomData<T>);

impl<T: TryFrom<i128>> Visitor<'_> for Integer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.visit_i128(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.visit_i128(number.into())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Other("another number"), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        if number.fract() != 0.0 {
            return Err(E::invalid_value(Unexpected::Other("another number"), &self));
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole, and what is beyond i128 stays beyond every T")]
        self.visit_i128(number as i128)
    }
}

struct OptionalInteger<T>(PhantomData<T>);

impl<'de, T: TryFrom<i128>> Visitor<'de> for OptionalInteger<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number or null")
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        integer(deserializer).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::*;
    use crate::runtime::response::decode;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Sample {
        #[serde(default, deserialize_with = "null_as_default")]
        list: Vec<u8>,
        #[serde(default, deserialize_with = "optional_date_time")]
        at: Option<DateTime<Utc>>,
        #[serde(default, deserialize_with = "optional_date")]
        on: Option<NaiveDate>,
    }

    fn time(text: &str) -> String {
        let text = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(text);
        date_time(text).map_or_else(|error| error.to_string(), |time| format!("{time:?}"))
    }

    fn day(text: &str) -> String {
        let text = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(text);
        date(text).map_or_else(|error| error.to_string(), |date| date.to_string())
    }

    #[test]
    fn lists_and_maps_read_items_as_alone() {
        #[derive(Debug, serde::Deserialize)]
        struct Response {
            #[serde(deserialize_with = "nested")]
            times: Vec<DateTime<Utc>>,
            #[serde(default, deserialize_with = "nested")]
            days: Option<Vec<Vec<Option<NaiveDate>>>>,
            #[serde(deserialize_with = "nested")]
            counts: BTreeMap<String, i64>,
        }

        let response: Result<Response, _> = serde_json::from_str(
            r#"{"times": ["2026-01-02T09:00:00"], "days": [["2026-01-02T09:00:00", null], null], "counts": {"a": 3.0}}"#,
        );
        let response = response.map(|Response { times, days, counts }| {
            let times: Vec<String> = times.iter().map(ToString::to_string).collect();
            let days = days.unwrap_or_default().into_iter().map(|days| days.iter().flatten().count());
            (times, days.collect::<Vec<_>>(), counts["a"])
        });
        assert_eq!(response.ok(), Some((vec!["2026-01-02 09:00:00 UTC".to_owned()], vec![1, 0], 3)));
        let nothing: Result<Response, _> = serde_json::from_str(r#"{"times": null, "counts": null}"#);
        assert!(nothing.is_ok_and(|response| response.times.is_empty() && response.counts.is_empty()));
        let wrong: Result<Response, _> = serde_json::from_str(r#"{"times": ["marker"], "counts": null}"#);
        assert!(wrong.is_err_and(|error| !error.to_string().contains("marker")));
    }

    #[test]
    fn times_are_taken_as_servers_write_them() {
        for (text, utc) in [
            ("2026-01-02T09:00:00Z", "2026-01-02T09:00:00Z"),
            ("2026-07-02T09:00:00+01:00", "2026-07-02T08:00:00Z"),
            ("2026-07-02T09:00:00.250-0130", "2026-07-02T10:30:00.250Z"),
            ("2026-07-02 09:00:00 +01", "2026-07-02T08:00:00Z"),
            ("2026-01-02T09:00:00", "2026-01-02T09:00:00Z"),
            ("2026-01-02 09:00:00.5", "2026-01-02T09:00:00.500Z"),
            ("2026-01-02 09:00:00 UTC", "2026-01-02T09:00:00Z"),
            ("2026-01-02T09:00", "2026-01-02T09:00:00Z"),
            ("2026-01-02", "2026-01-02T00:00:00Z"),
        ] {
            assert_eq!(time(text), utc, "{text}");
        }
    }

    #[test]
    fn dates_keep_the_day_that_is_written() {
        for text in ["2026-07-02", "2026-07-02T00:30:00+01:00", "2026-07-02 23:30:00"] {
            assert_eq!(day(text), "2026-07-02", "{text}");
        }
    }

    #[test]
    fn other_texts_are_refused_without_repeating_them() {
        for text in [
            "",
            "marker",
            "2026-13-01",
            "2026-01-02T25:00",
            "2026-01-02T09:00:00+99:00",
            "2026-01-02Tmarker",
            "2026-01-02T24:00:00",
            "é026-01-0",
            "+026-01-02",
            "2026-1-002",
            "2026-02-29",
        ] {
            assert_eq!(time(text), "invalid value: another text, expected a date and time as in RFC 3339", "{text}");
            assert_eq!(day(text), "invalid value: another text, expected a date like 2026-01-31", "{text}");
        }
    }

    #[test]
    fn null_absent_and_empty_are_no_value() -> Result<(), serde_json::Error> {
        for json in ["{}", r#"{"list":null,"at":null,"on":null}"#, r#"{"list":[],"at":"","on":""}"#] {
            assert_eq!(serde_json::from_str::<Sample>(json)?, Sample::default(), "{json}");
        }
        Ok(())
    }

    #[test]
    fn whole_numbers_are_taken_with_and_without_a_point() {
        let read = |json: &str| integer::<_, i64>(&mut serde_json::Deserializer::from_str(json));
        for (json, number) in [("3", 3), ("3.0", 3), ("-3.0", -3), ("3e2", 300)] {
            assert_eq!(read(json).ok(), Some(number), "{json}");
        }
        for json in ["3.5", "1e300", "-1e300", "18446744073709551615", "\"3\"", "null", "true"] {
            let error = read(json).map_or_else(|error| error.to_string(), |number| number.to_string());
            assert!(error.contains("expected a whole number"), "{json}: {error}");
        }
        let optional = |json: &str| optional_integer::<_, u8>(&mut serde_json::Deserializer::from_str(json)).ok();
        assert_eq!([optional("null"), optional("7.0"), optional("256")], [Some(None), Some(Some(7)), None]);
    }

    #[test]
    fn a_map_is_read_without_its_keys_in_the_error() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Counts(#[serde(deserialize_with = "map")] BTreeMap<String, u8>);

        let read = |json: &str| decode::<Counts>(json.as_bytes()).map_err(|mismatch| mismatch.to_string());
        assert_eq!(read(r#"{"a":1}"#).map(|counts| counts.0["a"]), Ok(1));
        assert_eq!(read("null"), Ok(Counts(BTreeMap::new())));
        let error = read(r#"{"marker":"x"}"#).err().unwrap_or_default();
        assert!(error == "found string, expected u8 at $", "{error}");
    }

    #[test]
    fn what_was_decoded_round_trips() -> Result<(), serde_json::Error> {
        let sample: Sample =
            serde_json::from_str(r#"{"list":[1],"at":"2026-01-02 09:00","on":"2026-01-02T09:00:00"}"#)?;
        assert_eq!(serde_json::from_str::<Sample>(&serde_json::to_string(&sample)?)?, sample);
        Ok(())
    }
}
