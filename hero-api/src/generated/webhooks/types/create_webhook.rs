//! What `createWebhook` sends and returns.

/// Request body of `createWebhook`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateWebhookBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: Option<String>,
    /// One event for each webhook.
    pub event_type: CreateWebhookBodyEventType,
    /// Extra headers; Hero probably sends them with each delivery.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub headers: Option<::std::collections::BTreeMap<String, String>>,
    /// A key of your choice. It turns on the signing of the deliveries: `X-Herohealth-Signature`
    /// then holds the HMAC-SHA256 of the time in `X-Herohealth-Timestamp`, a full stop and the
    /// raw body.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub signing_key: Option<String>,
    /// Where Hero posts the events.
    pub url: String,
}

impl ::std::fmt::Debug for CreateWebhookBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateWebhookBody")
            .field("description", &crate::runtime::redacted::of(&self.description))
            .field("event_type", &self.event_type)
            .field("headers", &crate::runtime::redacted::of(&self.headers))
            .field("signing_key", &crate::runtime::redacted::of(&self.signing_key))
            .field("url", &crate::runtime::redacted::of(&self.url))
            .finish()
    }
}

impl CreateWebhookBody {
    /// A builder of [`CreateWebhookBody`] in which nothing is set.
    pub fn builder() -> builder::CreateWebhookBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateWebhookBody
}

/// One event for each webhook.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum CreateWebhookBodyEventType {
    #[serde(rename = "appointment.confirmed")]
    AppointmentConfirmed,
    #[serde(rename = "appointment.cancelled")]
    AppointmentCancelled,
    #[serde(rename = "appointment.rescheduled")]
    AppointmentRescheduled,
    #[serde(rename = "prescription.issued")]
    PrescriptionIssued,
    #[serde(rename = "patient.medical-record-updated")]
    PatientMedicalRecordUpdated,
    #[serde(rename = "patient.added-to-sequence")]
    PatientAddedToSequence,
    #[serde(rename = "write-to-record.succeeded")]
    WriteToRecordSucceeded,
    #[serde(rename = "write-to-record.failed")]
    WriteToRecordFailed,
}

impl ::std::fmt::Debug for CreateWebhookBodyEventType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::AppointmentConfirmed => {
                f.write_str("CreateWebhookBodyEventType::AppointmentConfirmed")
            }
            Self::AppointmentCancelled => {
                f.write_str("CreateWebhookBodyEventType::AppointmentCancelled")
            }
            Self::AppointmentRescheduled => {
                f.write_str("CreateWebhookBodyEventType::AppointmentRescheduled")
            }
            Self::PrescriptionIssued => {
                f.write_str("CreateWebhookBodyEventType::PrescriptionIssued")
            }
            Self::PatientMedicalRecordUpdated => {
                f.write_str("CreateWebhookBodyEventType::PatientMedicalRecordUpdated")
            }
            Self::PatientAddedToSequence => {
                f.write_str("CreateWebhookBodyEventType::PatientAddedToSequence")
            }
            Self::WriteToRecordSucceeded => {
                f.write_str("CreateWebhookBodyEventType::WriteToRecordSucceeded")
            }
            Self::WriteToRecordFailed => {
                f.write_str("CreateWebhookBodyEventType::WriteToRecordFailed")
            }
        }
    }
}

impl ::std::fmt::Display for CreateWebhookBodyEventType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::AppointmentConfirmed => f.write_str("appointment.confirmed"),
            Self::AppointmentCancelled => f.write_str("appointment.cancelled"),
            Self::AppointmentRescheduled => f.write_str("appointment.rescheduled"),
            Self::PrescriptionIssued => f.write_str("prescription.issued"),
            Self::PatientMedicalRecordUpdated => {
                f.write_str("patient.medical-record-updated")
            }
            Self::PatientAddedToSequence => f.write_str("patient.added-to-sequence"),
            Self::WriteToRecordSucceeded => f.write_str("write-to-record.succeeded"),
            Self::WriteToRecordFailed => f.write_str("write-to-record.failed"),
        }
    }
}

impl ::std::str::FromStr for CreateWebhookBodyEventType {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "appointment.confirmed" => Ok(Self::AppointmentConfirmed),
            "appointment.cancelled" => Ok(Self::AppointmentCancelled),
            "appointment.rescheduled" => Ok(Self::AppointmentRescheduled),
            "prescription.issued" => Ok(Self::PrescriptionIssued),
            "patient.medical-record-updated" => Ok(Self::PatientMedicalRecordUpdated),
            "patient.added-to-sequence" => Ok(Self::PatientAddedToSequence),
            "write-to-record.succeeded" => Ok(Self::WriteToRecordSucceeded),
            "write-to-record.failed" => Ok(Self::WriteToRecordFailed),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for CreateWebhookBodyEventType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for CreateWebhookBodyEventType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Response of `createWebhook`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateWebhookResponse {
    /// A time by its name; no format is printed.
    pub created_at: String,
    /// A plain string here, without an enum.
    pub event_type: String,
    #[serde(
        default,
        skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
    )]
    #[serde(deserialize_with = "crate::runtime::lenient::map")]
    pub headers: ::std::collections::BTreeMap<String, String>,
    pub id: String,
    /// The key, in clear.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub signing_key: Option<String>,
    /// A time by its name; no format is printed.
    pub updated_at: String,
    pub url: String,
}

impl ::std::fmt::Debug for CreateWebhookResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateWebhookResponse")
            .field("created_at", &self.created_at)
            .field("event_type", &crate::runtime::redacted::of(&self.event_type))
            .field("headers", &crate::runtime::redacted::of(&self.headers))
            .field("id", &self.id)
            .field("signing_key", &crate::runtime::redacted::of(&self.signing_key))
            .field("updated_at", &self.updated_at)
            .field("url", &crate::runtime::redacted::of(&self.url))
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateWebhookBody`](crate::types::CreateWebhookBody).
    #[derive(Clone)]
    pub struct CreateWebhookBody {
        description: Result<Option<String>, crate::ConversionError>,
        event_type: Result<super::CreateWebhookBodyEventType, crate::ConversionError>,
        headers: Result<
            Option<::std::collections::BTreeMap<String, String>>,
            crate::ConversionError,
        >,
        signing_key: Result<Option<String>, crate::ConversionError>,
        url: Result<String, crate::ConversionError>,
    }
    impl Default for CreateWebhookBody {
        #[inline]
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                event_type: Err("no value supplied for event_type".into()),
                headers: Ok(Default::default()),
                signing_key: Ok(Default::default()),
                url: Err("no value supplied for url".into()),
            }
        }
    }
    impl CreateWebhookBody {
        /// Sets `description`.
        pub fn description(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.description = crate::runtime::conversion::optional(
                "description",
                Some(value),
            );
            self
        }
        /// Sets `description` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_description(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.description = crate::runtime::conversion::optional(
                "description",
                value,
            );
            self
        }
        /// Sets `event_type`: One event for each webhook.
        pub fn event_type(
            mut self,
            value: impl TryInto<
                super::CreateWebhookBodyEventType,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.event_type = crate::runtime::conversion::required("event_type", value);
            self
        }
        /// Sets `headers`: Extra headers; Hero probably sends them with each delivery.
        pub fn headers(
            mut self,
            value: impl TryInto<
                ::std::collections::BTreeMap<String, String>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.headers = crate::runtime::conversion::optional("headers", Some(value));
            self
        }
        /// Sets `headers` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_headers(
            mut self,
            value: Option<
                impl TryInto<
                    ::std::collections::BTreeMap<String, String>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.headers = crate::runtime::conversion::optional("headers", value);
            self
        }
        /// Sets `signing_key`: A key of your choice. It turns on the signing of the deliveries: `X-Herohealth-Signature`
        /// then holds the HMAC-SHA256 of the time in `X-Herohealth-Timestamp`, a full stop and the
        /// raw body.
        pub fn signing_key(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.signing_key = crate::runtime::conversion::optional(
                "signing_key",
                Some(value),
            );
            self
        }
        /// Sets `signing_key` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_signing_key(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.signing_key = crate::runtime::conversion::optional(
                "signing_key",
                value,
            );
            self
        }
        /// Sets `url`: Where Hero posts the events.
        pub fn url(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.url = crate::runtime::conversion::required("url", value);
            self
        }
    }
    impl TryFrom<CreateWebhookBody> for super::CreateWebhookBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: CreateWebhookBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                description: value.description?,
                event_type: value.event_type?,
                headers: value.headers?,
                signing_key: value.signing_key?,
                url: value.url?,
            })
        }
    }
    impl From<super::CreateWebhookBody> for CreateWebhookBody {
        #[inline]
        fn from(value: super::CreateWebhookBody) -> Self {
            Self {
                description: Ok(value.description),
                event_type: Ok(value.event_type),
                headers: Ok(value.headers),
                signing_key: Ok(value.signing_key),
                url: Ok(value.url),
            }
        }
    }
}
