use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use hero_api::Json;
use serde::Deserialize;
use serde_json::Value;

use crate::{shown, view};

/// What a response holds, read by the names of its fields when they are asked for: no field that is missing or different
/// costs the rest.
macro_rules! offer {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Deserialize, PartialEq)]
        #[serde(transparent)]
        pub struct $name(Json);

        impl $name {
            /// The id.
            #[must_use]
            pub fn id(&self) -> Option<&str> {
                self.text("id")
            }

            /// Everything that the API says about it.
            #[must_use]
            pub fn json(&self) -> &Json {
                &self.0
            }

            fn text(&self, field: &str) -> Option<&str> {
                self.0.get(field)?.as_str().filter(|text| !text.is_empty())
            }
        }

        impl From<Json> for $name {
            fn from(json: Json) -> Self {
                Self(json)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("id", &shown::id(self.id())).finish_non_exhaustive()
            }
        }
    };
}

offer! {
    /// A kind of appointment.
    AppointmentType
}

impl AppointmentType {
    /// What the practice calls it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.text("name")
    }

    /// How long it is. The API gives minutes, going by a sample.
    #[must_use]
    pub fn duration(&self) -> Option<TimeDelta> {
        view::minutes(self.0.get("duration")?.as_f64()?)
    }

    /// When the next slot is.
    #[must_use]
    pub fn next_available_at(&self) -> Option<DateTime<Utc>> {
        view::parse_time(self.text("next_available_at")?)
    }

    /// How many slots there are.
    #[must_use]
    pub fn slot_count(&self) -> Option<u64> {
        self.0.get("slot_count")?.as_u64()
    }

    /// Who it is with, as the API calls it: `GP`, `Nurse` and others.
    #[must_use]
    pub fn practitioner_type(&self) -> Option<&str> {
        self.text("practitioner_type")
    }

    /// What it costs. The API does not say in which unit.
    #[must_use]
    pub fn price(&self) -> Option<f64> {
        self.0.get("price")?.as_f64()
    }

    /// The form that the patient fills in before.
    #[must_use]
    pub fn form_id(&self) -> Option<&str> {
        self.text("form_id")
    }

    /// Whether it can be a video call.
    #[must_use]
    pub fn is_video(&self) -> bool {
        self.flag("video")
    }

    /// Whether it can be at the practice.
    #[must_use]
    pub fn is_in_person(&self) -> bool {
        self.flag("in_person")
    }

    /// Whether it can be a telephone call.
    #[must_use]
    pub fn is_telephone(&self) -> bool {
        self.flag("telephone")
    }

    fn flag(&self, field: &str) -> bool {
        self.0.get(field).and_then(Value::as_bool).unwrap_or_default()
    }
}

offer! {
    /// A location of the practice group. The reference does not show its fields: all but the id are inferred.
    Location
}

impl Location {
    /// What the practice calls it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.text("name")
    }
}

offer! {
    /// Somebody who sees patients. The reference does not show the fields: all but the id are inferred.
    Practitioner
}

impl Practitioner {
    /// Their name: `name`, or else title, first and last name.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        if let Some(name) = self.text("name") {
            return Some(name.to_owned());
        }
        let parts: Vec<&str> = ["title", "first_name", "last_name"].iter().filter_map(|part| self.text(part)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn odd_field_leaves_the_others_readable() {
        let kind = AppointmentType(Json(json!({ "id": "12", "name": "Review", "duration": "long", "price": null })));
        assert_eq!((kind.id(), kind.name(), kind.duration(), kind.price()), (Some("12"), Some("Review"), None, None));
        assert!(!kind.is_video());
        assert!(!format!("{kind:?}").contains("Review"));
    }

    #[test]
    fn practitioner_name_is_found_in_every_form() {
        for (fields, name) in [
            (json!({ "name": "Dr Ada Hill" }), Some("Dr Ada Hill")),
            (json!({ "title": "Dr", "last_name": "Hill" }), Some("Dr Hill")),
            (json!({ "id": "7" }), None),
        ] {
            assert_eq!(Practitioner(Json(fields)).name().as_deref(), name);
        }
    }
}
