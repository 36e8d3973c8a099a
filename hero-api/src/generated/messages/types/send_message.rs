//! What `sendMessage` sends and returns.

/// Request body of `sendMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendMessageBody {
    /// A number here; other operations have ids as strings.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assignee_id: Option<f64>,
    /// `Admin` or `AdminTeam`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assignee_type: Option<String>,
    /// Probably the `attachment_uuid` that createAttachmentLink returns.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attachment_uuid: Option<SendMessageBodyAttachmentUuid>,
    /// Write to the EHR without an approval in Hero. It has an effect only if the key may do so.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auto_write_to_record: Option<bool>,
    /// One copy of the page says boolean or string, another says any type.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub encrypted: Option<SendMessageBodyEncrypted>,
    /// The phone number or email address for the fallback.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fallback_contact_detail: Option<String>,
    /// The channel to fall back to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fallback_message_type: Option<SendMessageBodyFallbackMessageType>,
    /// The text of the message.
    pub message_string: SendMessageBodyMessageString,
    /// `hero` only leaves a record in Hero.
    pub message_type: SendMessageBodyMessageType,
    pub patient_id: SendMessageBodyPatientId,
    /// The phone number or email address to send to. By default it is the one in the patient
    /// record for this channel. Samples write a UK mobile number both in national form with a
    /// space and with `+44`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub recipient_contact_detail: Option<String>,
    /// When to send the message. The pages print the format in the response only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub send_at: Option<::chrono::DateTime<::chrono::Utc>>,
    /// Probably the `short_link_id` that the operations creating links return.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link_id: Option<SendMessageBodyShortLinkId>,
    /// The SNOMED code to file the message under. A default applies when it is left out and
    /// `write_to_record` is true; it may be 279991000000102 for an SMS, 401271004 for an email or
    /// NHS App message.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snomed_code: Option<String>,
    /// The SNOMED term to file the message under. A default applies when it is left out and
    /// `write_to_record` is true.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snomed_term: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub task_id: Option<String>,
    /// Also write the message to the EHR, once it has been approved in Hero.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub write_to_record: Option<bool>,
}

impl ::std::fmt::Debug for SendMessageBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("SendMessageBody")
            .field("assignee_id", &self.assignee_id)
            .field("assignee_type", &crate::runtime::redacted::of(&self.assignee_type))
            .field("attachment_uuid", &self.attachment_uuid)
            .field("auto_write_to_record", &self.auto_write_to_record)
            .field("encrypted", &self.encrypted)
            .field(
                "fallback_contact_detail",
                &crate::runtime::redacted::of(&self.fallback_contact_detail),
            )
            .field("fallback_message_type", &self.fallback_message_type)
            .field("message_string", &self.message_string)
            .field("message_type", &self.message_type)
            .field("patient_id", &self.patient_id)
            .field(
                "recipient_contact_detail",
                &crate::runtime::redacted::of(&self.recipient_contact_detail),
            )
            .field("send_at", &self.send_at)
            .field("short_link_id", &self.short_link_id)
            .field("snomed_code", &crate::runtime::redacted::of(&self.snomed_code))
            .field("snomed_term", &crate::runtime::redacted::of(&self.snomed_term))
            .field("task_id", &self.task_id)
            .field("write_to_record", &self.write_to_record)
            .finish()
    }
}

impl SendMessageBody {
    /// A builder of [`SendMessageBody`] in which nothing is set.
    pub fn builder() -> builder::SendMessageBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::SendMessageBody
}

/// Probably the `attachment_uuid` that createAttachmentLink returns.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendMessageBodyAttachmentUuid(String);

impl ::std::fmt::Debug for SendMessageBodyAttachmentUuid {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("SendMessageBodyAttachmentUuid")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for SendMessageBodyAttachmentUuid {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<SendMessageBodyAttachmentUuid> for String {
    #[inline]
    fn from(value: SendMessageBodyAttachmentUuid) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for SendMessageBodyAttachmentUuid {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for SendMessageBodyAttachmentUuid {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for SendMessageBodyAttachmentUuid {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for SendMessageBodyAttachmentUuid {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: crate::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// One copy of the page says boolean or string, another says any type.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum SendMessageBodyEncrypted {
    Boolean(bool),
    String(String),
}

impl ::std::fmt::Debug for SendMessageBodyEncrypted {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Boolean(value) => {
                f.debug_tuple("SendMessageBodyEncrypted::Boolean").field(value).finish()
            }
            Self::String(value) => {
                f.debug_tuple("SendMessageBodyEncrypted::String")
                    .field(&crate::runtime::redacted::of(value))
                    .finish()
            }
        }
    }
}

impl ::std::fmt::Display for SendMessageBodyEncrypted {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Boolean(x) => x.fmt(f),
            Self::String(x) => x.fmt(f),
        }
    }
}

impl From<bool> for SendMessageBodyEncrypted {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for SendMessageBodyEncrypted {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or(Self::Boolean)
            .or(Self::String)
            .decide("SendMessageBodyEncrypted")
    }
}

/// The channel to fall back to.
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
pub enum SendMessageBodyFallbackMessageType {
    #[serde(rename = "sms")]
    Sms,
    #[serde(rename = "email")]
    Email,
}

impl ::std::fmt::Debug for SendMessageBodyFallbackMessageType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Sms => f.write_str("SendMessageBodyFallbackMessageType::Sms"),
            Self::Email => f.write_str("SendMessageBodyFallbackMessageType::Email"),
        }
    }
}

impl ::std::fmt::Display for SendMessageBodyFallbackMessageType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Sms => f.write_str("sms"),
            Self::Email => f.write_str("email"),
        }
    }
}

impl ::std::str::FromStr for SendMessageBodyFallbackMessageType {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "sms" => Ok(Self::Sms),
            "email" => Ok(Self::Email),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for SendMessageBodyFallbackMessageType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for SendMessageBodyFallbackMessageType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// The text of the message.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendMessageBodyMessageString(String);

impl ::std::fmt::Debug for SendMessageBodyMessageString {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("SendMessageBodyMessageString")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for SendMessageBodyMessageString {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<SendMessageBodyMessageString> for String {
    #[inline]
    fn from(value: SendMessageBodyMessageString) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for SendMessageBodyMessageString {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for SendMessageBodyMessageString {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for SendMessageBodyMessageString {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for SendMessageBodyMessageString {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: crate::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// `hero` only leaves a record in Hero.
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
pub enum SendMessageBodyMessageType {
    #[serde(rename = "hero")]
    Hero,
    #[serde(rename = "sms")]
    Sms,
    #[serde(rename = "email")]
    Email,
    #[serde(rename = "nhs_app")]
    NhsApp,
}

impl ::std::fmt::Debug for SendMessageBodyMessageType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Hero => f.write_str("SendMessageBodyMessageType::Hero"),
            Self::Sms => f.write_str("SendMessageBodyMessageType::Sms"),
            Self::Email => f.write_str("SendMessageBodyMessageType::Email"),
            Self::NhsApp => f.write_str("SendMessageBodyMessageType::NhsApp"),
        }
    }
}

impl ::std::fmt::Display for SendMessageBodyMessageType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Hero => f.write_str("hero"),
            Self::Sms => f.write_str("sms"),
            Self::Email => f.write_str("email"),
            Self::NhsApp => f.write_str("nhs_app"),
        }
    }
}

impl ::std::str::FromStr for SendMessageBodyMessageType {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "hero" => Ok(Self::Hero),
            "sms" => Ok(Self::Sms),
            "email" => Ok(Self::Email),
            "nhs_app" => Ok(Self::NhsApp),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for SendMessageBodyMessageType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for SendMessageBodyMessageType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Field `patient_id` of `SendMessageBody`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendMessageBodyPatientId(String);

impl ::std::fmt::Debug for SendMessageBodyPatientId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("SendMessageBodyPatientId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for SendMessageBodyPatientId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<SendMessageBodyPatientId> for String {
    #[inline]
    fn from(value: SendMessageBodyPatientId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for SendMessageBodyPatientId {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(||
        { ::regress::Regex::new("^\\d+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^\\d+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for SendMessageBodyPatientId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for SendMessageBodyPatientId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for SendMessageBodyPatientId {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: crate::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// Probably the `short_link_id` that the operations creating links return.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendMessageBodyShortLinkId(String);

impl ::std::fmt::Debug for SendMessageBodyShortLinkId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("SendMessageBodyShortLinkId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for SendMessageBodyShortLinkId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<SendMessageBodyShortLinkId> for String {
    #[inline]
    fn from(value: SendMessageBodyShortLinkId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for SendMessageBodyShortLinkId {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for SendMessageBodyShortLinkId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for SendMessageBodyShortLinkId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for SendMessageBodyShortLinkId {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: crate::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// Response of `sendMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendMessageResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auth_token: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub confirm_write_to_record_url: Option<String>,
    pub content: String,
    /// A time by its name, but the pages print no format.
    pub created_at: String,
    pub message_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub send_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snomed_code: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub submitted_by: Option<String>,
    /// Unlike in getMessage, this is a boolean.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub write_to_record: Option<bool>,
}

impl ::std::fmt::Debug for SendMessageResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("SendMessageResponse")
            .field("auth_token", &crate::runtime::redacted::of(&self.auth_token))
            .field(
                "confirm_write_to_record_url",
                &crate::runtime::redacted::of(&self.confirm_write_to_record_url),
            )
            .field("content", &crate::runtime::redacted::of(&self.content))
            .field("created_at", &self.created_at)
            .field("message_id", &self.message_id)
            .field("send_at", &self.send_at)
            .field("snomed_code", &crate::runtime::redacted::of(&self.snomed_code))
            .field("submitted_by", &crate::runtime::redacted::of(&self.submitted_by))
            .field("write_to_record", &self.write_to_record)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`SendMessageBody`](crate::types::SendMessageBody).
    #[derive(Clone)]
    pub struct SendMessageBody {
        assignee_id: Result<Option<f64>, crate::ConversionError>,
        assignee_type: Result<Option<String>, crate::ConversionError>,
        attachment_uuid: Result<
            Option<super::SendMessageBodyAttachmentUuid>,
            crate::ConversionError,
        >,
        auto_write_to_record: Result<Option<bool>, crate::ConversionError>,
        encrypted: Result<
            Option<super::SendMessageBodyEncrypted>,
            crate::ConversionError,
        >,
        fallback_contact_detail: Result<Option<String>, crate::ConversionError>,
        fallback_message_type: Result<
            Option<super::SendMessageBodyFallbackMessageType>,
            crate::ConversionError,
        >,
        message_string: Result<
            super::SendMessageBodyMessageString,
            crate::ConversionError,
        >,
        message_type: Result<super::SendMessageBodyMessageType, crate::ConversionError>,
        patient_id: Result<super::SendMessageBodyPatientId, crate::ConversionError>,
        recipient_contact_detail: Result<Option<String>, crate::ConversionError>,
        send_at: Result<
            Option<::chrono::DateTime<::chrono::Utc>>,
            crate::ConversionError,
        >,
        short_link_id: Result<
            Option<super::SendMessageBodyShortLinkId>,
            crate::ConversionError,
        >,
        snomed_code: Result<Option<String>, crate::ConversionError>,
        snomed_term: Result<Option<String>, crate::ConversionError>,
        task_id: Result<Option<String>, crate::ConversionError>,
        write_to_record: Result<Option<bool>, crate::ConversionError>,
    }
    impl Default for SendMessageBody {
        #[inline]
        fn default() -> Self {
            Self {
                assignee_id: Ok(Default::default()),
                assignee_type: Ok(Default::default()),
                attachment_uuid: Ok(Default::default()),
                auto_write_to_record: Ok(Default::default()),
                encrypted: Ok(Default::default()),
                fallback_contact_detail: Ok(Default::default()),
                fallback_message_type: Ok(Default::default()),
                message_string: Err("no value supplied for message_string".into()),
                message_type: Err("no value supplied for message_type".into()),
                patient_id: Err("no value supplied for patient_id".into()),
                recipient_contact_detail: Ok(Default::default()),
                send_at: Ok(Default::default()),
                short_link_id: Ok(Default::default()),
                snomed_code: Ok(Default::default()),
                snomed_term: Ok(Default::default()),
                task_id: Ok(Default::default()),
                write_to_record: Ok(Default::default()),
            }
        }
    }
    impl SendMessageBody {
        /// Sets `assignee_id`: A number here; other operations have ids as strings.
        pub fn assignee_id(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.assignee_id = crate::runtime::conversion::optional(
                "assignee_id",
                Some(value),
            );
            self
        }
        /// Sets `assignee_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_assignee_id(
            mut self,
            value: Option<impl TryInto<f64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.assignee_id = crate::runtime::conversion::optional(
                "assignee_id",
                value,
            );
            self
        }
        /// Sets `assignee_type`: `Admin` or `AdminTeam`.
        pub fn assignee_type(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.assignee_type = crate::runtime::conversion::optional(
                "assignee_type",
                Some(value),
            );
            self
        }
        /// Sets `assignee_type` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_assignee_type(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.assignee_type = crate::runtime::conversion::optional(
                "assignee_type",
                value,
            );
            self
        }
        /// Sets `attachment_uuid`: Probably the `attachment_uuid` that createAttachmentLink returns.
        pub fn attachment_uuid(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyAttachmentUuid,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.attachment_uuid = crate::runtime::conversion::optional(
                "attachment_uuid",
                Some(value),
            );
            self
        }
        /// Sets `attachment_uuid` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_attachment_uuid(
            mut self,
            value: Option<
                impl TryInto<
                    super::SendMessageBodyAttachmentUuid,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.attachment_uuid = crate::runtime::conversion::optional(
                "attachment_uuid",
                value,
            );
            self
        }
        /// Sets `auto_write_to_record`: Write to the EHR without an approval in Hero. It has an effect only if the key may do so.
        pub fn auto_write_to_record(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.auto_write_to_record = crate::runtime::conversion::optional(
                "auto_write_to_record",
                Some(value),
            );
            self
        }
        /// Sets `auto_write_to_record` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_auto_write_to_record(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.auto_write_to_record = crate::runtime::conversion::optional(
                "auto_write_to_record",
                value,
            );
            self
        }
        /// Sets `encrypted`: One copy of the page says boolean or string, another says any type.
        pub fn encrypted(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyEncrypted,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.encrypted = crate::runtime::conversion::optional(
                "encrypted",
                Some(value),
            );
            self
        }
        /// Sets `encrypted` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_encrypted(
            mut self,
            value: Option<
                impl TryInto<
                    super::SendMessageBodyEncrypted,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.encrypted = crate::runtime::conversion::optional("encrypted", value);
            self
        }
        /// Sets `fallback_contact_detail`: The phone number or email address for the fallback.
        pub fn fallback_contact_detail(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.fallback_contact_detail = crate::runtime::conversion::optional(
                "fallback_contact_detail",
                Some(value),
            );
            self
        }
        /// Sets `fallback_contact_detail` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_fallback_contact_detail(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.fallback_contact_detail = crate::runtime::conversion::optional(
                "fallback_contact_detail",
                value,
            );
            self
        }
        /// Sets `fallback_message_type`: The channel to fall back to.
        pub fn fallback_message_type(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyFallbackMessageType,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.fallback_message_type = crate::runtime::conversion::optional(
                "fallback_message_type",
                Some(value),
            );
            self
        }
        /// Sets `fallback_message_type` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_fallback_message_type(
            mut self,
            value: Option<
                impl TryInto<
                    super::SendMessageBodyFallbackMessageType,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.fallback_message_type = crate::runtime::conversion::optional(
                "fallback_message_type",
                value,
            );
            self
        }
        /// Sets `message_string`: The text of the message.
        pub fn message_string(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyMessageString,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.message_string = crate::runtime::conversion::required(
                "message_string",
                value,
            );
            self
        }
        /// Sets `message_type`: `hero` only leaves a record in Hero.
        pub fn message_type(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyMessageType,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.message_type = crate::runtime::conversion::required(
                "message_type",
                value,
            );
            self
        }
        /// Sets `patient_id`.
        pub fn patient_id(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyPatientId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::required("patient_id", value);
            self
        }
        /// Sets `recipient_contact_detail`: The phone number or email address to send to. By default it is the one in the patient
        /// record for this channel. Samples write a UK mobile number both in national form with a
        /// space and with `+44`.
        pub fn recipient_contact_detail(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.recipient_contact_detail = crate::runtime::conversion::optional(
                "recipient_contact_detail",
                Some(value),
            );
            self
        }
        /// Sets `recipient_contact_detail` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_recipient_contact_detail(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.recipient_contact_detail = crate::runtime::conversion::optional(
                "recipient_contact_detail",
                value,
            );
            self
        }
        /// Sets `send_at`: When to send the message. The pages print the format in the response only.
        pub fn send_at(
            mut self,
            value: impl TryInto<
                ::chrono::DateTime<::chrono::Utc>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.send_at = crate::runtime::conversion::optional("send_at", Some(value));
            self
        }
        /// Sets `send_at` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_send_at(
            mut self,
            value: Option<
                impl TryInto<
                    ::chrono::DateTime<::chrono::Utc>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.send_at = crate::runtime::conversion::optional("send_at", value);
            self
        }
        /// Sets `short_link_id`: Probably the `short_link_id` that the operations creating links return.
        pub fn short_link_id(
            mut self,
            value: impl TryInto<
                super::SendMessageBodyShortLinkId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.short_link_id = crate::runtime::conversion::optional(
                "short_link_id",
                Some(value),
            );
            self
        }
        /// Sets `short_link_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_short_link_id(
            mut self,
            value: Option<
                impl TryInto<
                    super::SendMessageBodyShortLinkId,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.short_link_id = crate::runtime::conversion::optional(
                "short_link_id",
                value,
            );
            self
        }
        /// Sets `snomed_code`: The SNOMED code to file the message under. A default applies when it is left out and
        /// `write_to_record` is true; it may be 279991000000102 for an SMS, 401271004 for an email or
        /// NHS App message.
        pub fn snomed_code(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.snomed_code = crate::runtime::conversion::optional(
                "snomed_code",
                Some(value),
            );
            self
        }
        /// Sets `snomed_code` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_snomed_code(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.snomed_code = crate::runtime::conversion::optional(
                "snomed_code",
                value,
            );
            self
        }
        /// Sets `snomed_term`: The SNOMED term to file the message under. A default applies when it is left out and
        /// `write_to_record` is true.
        pub fn snomed_term(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.snomed_term = crate::runtime::conversion::optional(
                "snomed_term",
                Some(value),
            );
            self
        }
        /// Sets `snomed_term` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_snomed_term(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.snomed_term = crate::runtime::conversion::optional(
                "snomed_term",
                value,
            );
            self
        }
        /// Sets `task_id`.
        pub fn task_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.task_id = crate::runtime::conversion::optional("task_id", Some(value));
            self
        }
        /// Sets `task_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_task_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.task_id = crate::runtime::conversion::optional("task_id", value);
            self
        }
        /// Sets `write_to_record`: Also write the message to the EHR, once it has been approved in Hero.
        pub fn write_to_record(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.write_to_record = crate::runtime::conversion::optional(
                "write_to_record",
                Some(value),
            );
            self
        }
        /// Sets `write_to_record` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_write_to_record(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.write_to_record = crate::runtime::conversion::optional(
                "write_to_record",
                value,
            );
            self
        }
    }
    impl TryFrom<SendMessageBody> for super::SendMessageBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: SendMessageBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                assignee_id: value.assignee_id?,
                assignee_type: value.assignee_type?,
                attachment_uuid: value.attachment_uuid?,
                auto_write_to_record: value.auto_write_to_record?,
                encrypted: value.encrypted?,
                fallback_contact_detail: value.fallback_contact_detail?,
                fallback_message_type: value.fallback_message_type?,
                message_string: value.message_string?,
                message_type: value.message_type?,
                patient_id: value.patient_id?,
                recipient_contact_detail: value.recipient_contact_detail?,
                send_at: value.send_at?,
                short_link_id: value.short_link_id?,
                snomed_code: value.snomed_code?,
                snomed_term: value.snomed_term?,
                task_id: value.task_id?,
                write_to_record: value.write_to_record?,
            })
        }
    }
    impl From<super::SendMessageBody> for SendMessageBody {
        #[inline]
        fn from(value: super::SendMessageBody) -> Self {
            Self {
                assignee_id: Ok(value.assignee_id),
                assignee_type: Ok(value.assignee_type),
                attachment_uuid: Ok(value.attachment_uuid),
                auto_write_to_record: Ok(value.auto_write_to_record),
                encrypted: Ok(value.encrypted),
                fallback_contact_detail: Ok(value.fallback_contact_detail),
                fallback_message_type: Ok(value.fallback_message_type),
                message_string: Ok(value.message_string),
                message_type: Ok(value.message_type),
                patient_id: Ok(value.patient_id),
                recipient_contact_detail: Ok(value.recipient_contact_detail),
                send_at: Ok(value.send_at),
                short_link_id: Ok(value.short_link_id),
                snomed_code: Ok(value.snomed_code),
                snomed_term: Ok(value.snomed_term),
                task_id: Ok(value.task_id),
                write_to_record: Ok(value.write_to_record),
            }
        }
    }
}
