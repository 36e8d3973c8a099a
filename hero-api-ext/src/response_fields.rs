use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use hero_api::Json;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::{Map, Value};

/// A response, read by the names of its fields.
///
/// The reference is sure of the names. Whether a field is required, a text, an enum or a number of its own changes with
/// the description, and so do the types generated from it: what reads them by name here keeps compiling.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct ResponseFields(Map<String, Value>);

impl ResponseFields {
    /// What `output` holds, if it is an object.
    pub(crate) fn from_output(output: &impl Serialize) -> Self {
        serde_json::to_value(output).map(Self::from_value).unwrap_or_default()
    }

    fn from_value(value: Value) -> Self {
        match value {
            Value::Object(fields) => Self(fields),
            _ => Self::default(),
        }
    }

    /// A field without which the response is of no use, as in [`text`](Self::text).
    pub(crate) fn required<E: Error>(&self, field: &'static str) -> Result<String, E> {
        self.text(field).ok_or_else(|| E::missing_field(field))
    }

    /// Whether the response says that it is an error, whatever its status is.
    pub(crate) fn reports_error(&self) -> bool {
        !matches!(self.0.get("error"), None | Some(Value::Null | Value::Bool(false)))
    }

    /// A field that is an object.
    pub(crate) fn object(&self, field: &str) -> Option<Self> {
        self.0.get(field)?.as_object().cloned().map(Self)
    }

    /// A field that is a text, or a number, which ids are in some responses. An empty text is none.
    pub(crate) fn text(&self, field: &str) -> Option<String> {
        match self.0.get(field)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A field that is a time.
    pub(crate) fn time(&self, field: &str) -> Option<DateTime<Utc>> {
        crate::view::parse_time(self.0.get(field)?.as_str()?)
    }

    /// A field that is a date, or the time at which that date begins in Britain.
    ///
    /// Midnight in London is one hour before midnight UTC in summer, and was two hours before it in the summers of the
    /// war: two hours later it is the right day in every case.
    pub(crate) fn date(&self, field: &str) -> Option<NaiveDate> {
        let text = self.0.get(field)?.as_str()?;
        text.parse()
            .ok()
            .or_else(|| Some(crate::view::parse_time(text)?.checked_add_signed(TimeDelta::hours(2))?.date_naive()))
    }

    /// Everything, as JSON.
    pub(crate) fn fields(&self) -> &Map<String, Value> {
        &self.0
    }
}

/// A response that is no object has no fields.
impl<'de> Deserialize<'de> for ResponseFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from_value)
    }
}

/// The items of a list, in whichever of the usual shapes it comes.
pub(crate) struct ResponseList(pub(crate) Vec<ResponseFields>);

impl<'de> Deserialize<'de> for ResponseList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Json::items(Json::deserialize(deserializer)?);
        Ok(Self(items.into_iter().map(|item| ResponseFields::from_value(item.into())).collect()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn field_is_found_whatever_its_type() {
        let response =
            ResponseFields::from_output(&json!({ "a": "7", "b": 7, "c": null, "d": " ", "e": { "f": "x" }, "g": [1] }));
        assert_eq!(response.text("a").as_deref(), Some("7"));
        assert_eq!(response.text("b").as_deref(), Some("7"));
        for absent in ["c", "d", "e", "g", "z"] {
            assert_eq!(response.text(absent), None, "{absent}");
        }
        assert_eq!(response.object("e").and_then(|inner| inner.text("f")).as_deref(), Some("x"));
        assert!(ResponseFields::from_output(&json!([1])) == ResponseFields::default());
    }

    #[test]
    fn birth_date_is_one_day_in_every_notation() {
        let expected = NaiveDate::from_ymd_opt(1989, 4, 11);
        for text in ["1989-04-11", "1989-04-11T00:00:00Z", "1989-04-10T23:00:00.000Z", "1989-04-11T00:00:00+01:00"] {
            assert_eq!(ResponseFields::from_output(&json!({ "dob": text })).date("dob"), expected, "{text}");
        }
        assert_eq!(ResponseFields::from_output(&json!({ "dob": "soon" })).date("dob"), None);
    }
}
