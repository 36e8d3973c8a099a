use std::fmt;

use hero_api::redacted;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::{
    Fields, ParseError,
    fields::{identifier, text},
};
use crate::shown;

/// Writes the enum and all that has to have an arm for each event, so that none can be forgotten in one place.
macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What happened at Hero.
        ///
        /// The payload is thin: it names a thing and the practice group that it belongs to, and says nothing about it.
        /// [`resolve`](Self::resolve) fetches the thing.
        ///
        /// Hero can add events at any time, and knows some whose payload is documented nowhere. So every signed payload
        /// that names an event is an `Event`: what is not known, or known and without one of the two ids, is
        /// [`Unknown`](Self::Unknown) and holds all that came.
        ///
        /// # Examples
        ///
        /// ```
        /// use hero_api_ext::webhook_receiver::Event;
        ///
        /// let body = br#"{"object":"Appointment","id":"7","practice_group_id":"12","event":"appointment.confirmed"}"#;
        /// match Event::parse(body)? {
        ///     Event::AppointmentConfirmed { id, practice_group_id, .. } => {
        ///         assert_eq!((id.as_str(), practice_group_id.as_str()), ("7", "12"));
        ///     }
        ///     other => println!("nothing to do for {}", other.name()),
        /// }
        /// # Ok::<(), hero_api_ext::webhook_receiver::ParseError>(())
        /// ```
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            $(
                $(#[$doc])*
                #[doc = concat!("\n\n`", $name, "`")]
                #[non_exhaustive]
                $variant {
                    /// The id of the thing that the event is about.
                    id: String,
                    /// The practice group that the thing belongs to.
                    practice_group_id: String,
                    /// What kind of thing it is, in Hero's word.
                    object: Option<String>,
                    /// What else the payload held.
                    other: Fields,
                },
            )*
            /// An event that this version does not know, or one that it knows and that came without one of the ids.
            #[non_exhaustive]
            Unknown {
                /// The name of the event.
                event: String,
                /// What kind of thing it is about, in Hero's word.
                object: Option<String>,
                /// The id of the thing that the event is about.
                id: Option<String>,
                /// The practice group that the thing belongs to.
                practice_group_id: Option<String>,
                /// What else the payload held.
                other: Fields,
            },
        }

        impl Event {
            /// The names of the known events.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            fn assemble(payload: Payload) -> Self {
                match payload {
                    $(
                        Payload { event, id: Some(id), practice_group_id: Some(practice_group_id), object, other }
                            if event == $name => Self::$variant { id, practice_group_id, object, other },
                    )*
                    Payload { event, id, practice_group_id, object, other } => {
                        Self::Unknown { event, object, id, practice_group_id, other }
                    }
                }
            }

            fn parts(&self) -> Parts<'_> {
                match self {
                    $(
                        Self::$variant { id, practice_group_id, object, other } => Parts {
                            event: $name,
                            id: Some(id),
                            practice_group_id: Some(practice_group_id),
                            object: object.as_deref(),
                            other,
                        },
                    )*
                    Self::Unknown { event, object, id, practice_group_id, other } => Parts {
                        event,
                        id: id.as_deref(),
                        practice_group_id: practice_group_id.as_deref(),
                        object: object.as_deref(),
                        other,
                    },
                }
            }
        }
    };
}

events! {
    /// An appointment was confirmed. The event is about the appointment.
    AppointmentConfirmed = "appointment.confirmed",
    /// An appointment was moved to another time. The event is about the appointment.
    AppointmentRescheduled = "appointment.rescheduled",
    /// An appointment was cancelled. The event is about the appointment.
    AppointmentCancelled = "appointment.cancelled",
    /// A patient submitted a form. The event is about the form response.
    FormSubmissionCreated = "form-submission.created",
    /// A prescription was issued. The event is about the prescription.
    PrescriptionIssued = "prescription.issued",
    /// A medical record was updated. The event is about the patient.
    PatientMedicalRecordUpdated = "patient.medical-record-updated",
    /// A patient was added to a sequence of messages. What the event is about is documented nowhere: by its name, the
    /// patient.
    PatientAddedToSequence = "patient.added-to-sequence",
    /// Something was written to the medical record. What the event is about is documented nowhere: probably the
    /// message.
    WriteToRecordSucceeded = "write-to-record.succeeded",
    /// Something could not be written to the medical record. What the event is about is documented nowhere: probably
    /// the message, which holds the reason.
    WriteToRecordFailed = "write-to-record.failed",
}

struct Payload {
    event: String,
    id: Option<String>,
    practice_group_id: Option<String>,
    object: Option<String>,
    other: Fields,
}

struct Parts<'a> {
    event: &'a str,
    id: Option<&'a str>,
    practice_group_id: Option<&'a str>,
    object: Option<&'a str>,
    other: &'a Fields,
}

impl Event {
    /// An event as Hero would send it, for tests.
    ///
    /// # Examples
    ///
    /// ```
    /// use hero_api_ext::webhook_receiver::Event;
    ///
    /// let event = Event::new("appointment.confirmed", "7", "12");
    /// assert!(matches!(event, Event::AppointmentConfirmed { .. }));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, id: impl Into<String>, practice_group_id: impl Into<String>) -> Self {
        Self::assemble(Payload {
            event: name.into(),
            id: Some(id.into()),
            practice_group_id: Some(practice_group_id.into()),
            object: None,
            other: Fields::default(),
        })
    }

    /// Reads the body of a delivery. It says nothing about who sent it: verify first.
    ///
    /// The name of the event may stand in `event` or in `event_type`, and ids may be texts or whole numbers.
    ///
    /// # Errors
    ///
    /// The body is no JSON object that names an event.
    pub fn parse(body: &[u8]) -> Result<Self, ParseError> {
        let value = serde_json::from_slice(body).map_err(|_| ParseError::NotJson)?;
        let Value::Object(fields) = value else { return Err(ParseError::NotAnObject) };
        let mut fields = Fields::new(fields);
        let event =
            fields.take("event", text).or_else(|| fields.take("event_type", text)).ok_or(ParseError::Nameless)?;
        Ok(Self::assemble(Payload {
            event,
            id: fields.take("id", identifier),
            practice_group_id: fields.take("practice_group_id", identifier),
            object: fields.take("object", text),
            other: fields,
        }))
    }

    /// The name of the event, in Hero's words.
    #[must_use]
    pub fn name(&self) -> &str {
        self.parts().event
    }

    /// The id of the thing that the event is about. Known events always have one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.parts().id
    }

    /// The practice group that the thing belongs to. Known events always have one.
    #[must_use]
    pub fn practice_group_id(&self) -> Option<&str> {
        self.parts().practice_group_id
    }

    /// What kind of thing the event is about, in Hero's word: `Appointment`, for example.
    #[must_use]
    pub fn object(&self) -> Option<&str> {
        self.parts().object
    }

    /// What the payload held beside the name, the ids and the object.
    #[must_use]
    pub fn other(&self) -> &Fields {
        self.parts().other
    }
}

impl Serialize for Event {
    /// Writes what Hero would send.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Parts { event, id, practice_group_id, object, other } = self.parts();
        let mut map = serializer.serialize_map(None)?;
        let known = [("object", object), ("id", id), ("practice_group_id", practice_group_id), ("event", Some(event))];
        for (key, value) in known {
            if let Some(value) = value {
                map.serialize_entry(key, value)?;
            }
        }
        // A name that an event with two of them kept is not the name of the event.
        for (key, value) in other.as_map().iter().filter(|(key, _)| *key != "event") {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl fmt::Debug for Event {
    /// Shows the ids, and the name of a known event.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { event, id, practice_group_id, object, other } = self.parts();
        let mut text = match self {
            // Anybody at Hero may have written it, and nobody here knows what it is.
            Self::Unknown { .. } => {
                let mut text = f.debug_struct("Unknown");
                text.field("event", &redacted::of(event));
                text
            }
            _ => f.debug_struct(event),
        };
        text.field("id", &shown::id(id))
            .field("practice_group_id", &shown::id(practice_group_id))
            .field("object", &redacted::of(&object))
            .field("other", other)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn parsed(value: &Value) -> Event {
        Event::parse(value.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn each_known_event_has_a_variant_of_its_own() {
        let mut seen = Vec::new();
        for name in Event::NAMES {
            let event = parsed(&json!({"object": "X", "id": "7", "practice_group_id": "12", "event": name}));
            assert!(!matches!(event, Event::Unknown { .. }), "{name}");
            assert!(!seen.contains(&std::mem::discriminant(&event)), "{name}");
            seen.push(std::mem::discriminant(&event));
            assert_eq!((event.name(), event.id(), event.practice_group_id()), (*name, Some("7"), Some("12")));
        }
        assert_eq!(seen.len(), 9);
    }

    #[test]
    fn every_subscribable_event_is_known() {
        use hero_api::types::CreateWebhookBodyEventType as EventType;
        // The description has no list of the values at run time; this match stops compiling when the enum loses one.
        for event_type in [
            EventType::AppointmentConfirmed,
            EventType::AppointmentCancelled,
            EventType::AppointmentRescheduled,
            EventType::PrescriptionIssued,
            EventType::PatientMedicalRecordUpdated,
            EventType::PatientAddedToSequence,
            EventType::WriteToRecordSucceeded,
            EventType::WriteToRecordFailed,
        ] {
            assert!(Event::NAMES.contains(&event_type.to_string().as_str()), "{event_type}");
        }
    }

    #[test]
    fn id_may_be_a_number_and_name_an_event_type() {
        let expected = Event::new("appointment.confirmed", "7", "12");
        for payload in [
            json!({"id": 7, "practice_group_id": 12, "event": "appointment.confirmed"}),
            json!({"id": "7", "practice_group_id": 12, "event_type": "appointment.confirmed"}),
        ] {
            assert_eq!(parsed(&payload), expected);
        }
        let large = parsed(&json!({"id": u64::MAX, "practice_group_id": i64::MIN, "event": "x"}));
        assert_eq!(large.id(), Some("18446744073709551615"));
        assert_eq!(large.practice_group_id(), Some("-9223372036854775808"));
    }

    #[test]
    fn event_counts_before_event_type() {
        let event =
            parsed(&json!({"id": "7", "practice_group_id": "1", "event": "prescription.issued", "event_type": "y"}));
        assert!(matches!(event, Event::PrescriptionIssued { .. }));
        assert_eq!(event.other().get("event_type"), Some(&json!("y")));
    }

    #[test]
    fn an_unknown_event_keeps_all_that_came() {
        let payload =
            json!({"object": "Task", "id": "7", "practice_group_id": "1", "event": "task.done", "at": [1, null]});
        let event = parsed(&payload);
        let Event::Unknown { event: name, object, other, .. } = &event else { panic!("{event:?}") };
        assert_eq!(
            (name.as_str(), object.as_deref(), other.get("at")),
            ("task.done", Some("Task"), Some(&json!([1, null])))
        );
        assert_eq!(serde_json::to_value(&event).unwrap(), payload);
    }

    #[test]
    fn a_known_event_without_its_ids_is_not_lost() {
        for (payload, id) in [
            (json!({"event": "write-to-record.failed", "message_id": "9"}), None),
            (json!({"event": "write-to-record.failed", "id": "7"}), Some("7")),
            (json!({"event": "write-to-record.failed", "id": 1.5, "practice_group_id": "1"}), None),
            (json!({"event": "write-to-record.failed", "id": {"value": 7}, "practice_group_id": null}), None),
            (json!({"event": "write-to-record.failed", "id": "", "practice_group_id": "1"}), None),
        ] {
            let event = parsed(&payload);
            assert!(matches!(event, Event::Unknown { .. }), "{payload}");
            assert_eq!((event.name(), event.id()), ("write-to-record.failed", id), "{payload}");
            assert_eq!(serde_json::to_value(&event).unwrap(), payload);
        }
    }

    #[test]
    fn a_number_that_lost_digits_is_no_id() {
        let event = Event::parse(br#"{"event":"x","id":123456789012345678901234567890}"#).unwrap();
        assert_eq!(event.id(), None);
        assert!(event.other().get("id").is_some());
    }

    #[test]
    fn what_is_no_event_is_refused() {
        for (body, expected) in [
            ("", ParseError::NotJson),
            ("{", ParseError::NotJson),
            ("\u{feff}{}", ParseError::NotJson),
            (r#"{"event":"x"}{}"#, ParseError::NotJson),
            ("[]", ParseError::NotAnObject),
            ("null", ParseError::NotAnObject),
            (r#""appointment.confirmed""#, ParseError::NotAnObject),
            ("{}", ParseError::Nameless),
            (r#"{"event":""}"#, ParseError::Nameless),
            (r#"{"event":7,"event_type":["x"]}"#, ParseError::Nameless),
        ] {
            assert_eq!(Event::parse(body.as_bytes()), Err(expected), "{body}");
        }
        assert_eq!(Event::parse(b"{\"event\":\"\xff\"}"), Err(ParseError::NotJson));
        let deep = format!("{{\"event\":{}", "[".repeat(60_000));
        assert_eq!(Event::parse(deep.as_bytes()), Err(ParseError::NotJson));
    }

    #[test]
    fn debug_shows_ids_and_no_texts() {
        // The flag `debug_shows_personal_data` shows everything.
        if format!("{:?}", redacted::of("text")) != "[redacted]" {
            return;
        }
        let event =
            parsed(&json!({"event": "appointment.confirmed", "id": "7", "practice_group_id": "1", "x": "marker"}));
        assert_eq!(
            format!("{event:?}"),
            "appointment.confirmed { id: 7, practice_group_id: 1, object: None, other: [redacted] }"
        );
        let event = parsed(&json!({"event": "marker", "object": "marker", "id": "marker marker", "marker": 1}));
        let text = format!("{event:?} {event:#?}");
        assert!(!text.contains("marker"), "{text}");
    }
}
