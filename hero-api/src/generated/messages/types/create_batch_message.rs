//! What `createBatchMessage` sends and returns.

use crate::types::{BatchMessageChannel, BatchMessageStatus};

/// Request body of `createBatchMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateBatchMessageBody {
    pub channel: BatchMessageChannel,
    pub content: String,
    pub name: String,
    pub recipients: Vec<CreateBatchMessageBodyRecipientsItem>,
    /// Required when `channel` is `EMAIL`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: Option<String>,
}

impl ::std::fmt::Debug for CreateBatchMessageBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateBatchMessageBody")
            .field("channel", &self.channel)
            .field("content", &crate::runtime::redacted::of(&self.content))
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("recipients", &self.recipients)
            .field("subject", &crate::runtime::redacted::of(&self.subject))
            .finish()
    }
}

impl CreateBatchMessageBody {
    /// A builder of [`CreateBatchMessageBody`] in which nothing is set.
    pub fn builder() -> builder::CreateBatchMessageBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateBatchMessageBody
}

/// Item of the list `CreateBatchMessageBodyRecipients`.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum CreateBatchMessageBodyRecipientsItem {
    RecipientByNhsNumber(CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber),
    OtherRecipient(::serde_json::Map<String, ::serde_json::Value>),
}

impl ::std::fmt::Debug for CreateBatchMessageBodyRecipientsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::RecipientByNhsNumber(value) => {
                f.debug_tuple(
                        "CreateBatchMessageBodyRecipientsItem::RecipientByNhsNumber",
                    )
                    .field(value)
                    .finish()
            }
            Self::OtherRecipient(value) => {
                f.debug_tuple("CreateBatchMessageBodyRecipientsItem::OtherRecipient")
                    .field(&crate::runtime::redacted::of(value))
                    .finish()
            }
        }
    }
}

impl From<CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber>

for CreateBatchMessageBodyRecipientsItem {
    #[inline]
    fn from(value: CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber) -> Self {
        Self::RecipientByNhsNumber(value)
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>>

for CreateBatchMessageBodyRecipientsItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self::OtherRecipient(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for CreateBatchMessageBodyRecipientsItem {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or_fields(&["dob", "nhs_number"], Self::RecipientByNhsNumber)
            .or(Self::OtherRecipient)
            .decide("CreateBatchMessageBodyRecipientsItem")
    }
}

/// A recipient named by NHS number, with the date of birth.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub dob: Option<::chrono::NaiveDate>,
    pub nhs_number: String,
}

impl ::std::fmt::Debug for CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber")
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("nhs_number", &crate::runtime::redacted::of(&self.nhs_number))
            .finish()
    }
}

impl CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
    /// A builder of [`CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber`] in which nothing is set.
    pub fn builder() -> builder::CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber
}

/// Response of `createBatchMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateBatchMessageResponse {
    pub channel: BatchMessageChannel,
    pub content: String,
    pub id: String,
    pub name: String,
    pub status: BatchMessageStatus,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: Option<String>,
}

impl ::std::fmt::Debug for CreateBatchMessageResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateBatchMessageResponse")
            .field("channel", &self.channel)
            .field("content", &crate::runtime::redacted::of(&self.content))
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("status", &self.status)
            .field("subject", &crate::runtime::redacted::of(&self.subject))
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateBatchMessageBody`](crate::types::CreateBatchMessageBody).
    #[derive(Clone)]
    pub struct CreateBatchMessageBody {
        channel: Result<super::BatchMessageChannel, crate::ConversionError>,
        content: Result<String, crate::ConversionError>,
        name: Result<String, crate::ConversionError>,
        recipients: Result<
            Vec<super::CreateBatchMessageBodyRecipientsItem>,
            crate::ConversionError,
        >,
        subject: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for CreateBatchMessageBody {
        #[inline]
        fn default() -> Self {
            Self {
                channel: Err("no value supplied for channel".into()),
                content: Err("no value supplied for content".into()),
                name: Err("no value supplied for name".into()),
                recipients: Err("no value supplied for recipients".into()),
                subject: Ok(Default::default()),
            }
        }
    }
    impl CreateBatchMessageBody {
        /// Sets `channel`.
        pub fn channel(
            mut self,
            value: impl TryInto<
                super::BatchMessageChannel,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.channel = crate::runtime::conversion::required("channel", value);
            self
        }
        /// Sets `content`.
        pub fn content(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.content = crate::runtime::conversion::required("content", value);
            self
        }
        /// Sets `name`.
        pub fn name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.name = crate::runtime::conversion::required("name", value);
            self
        }
        /// Sets `recipients`.
        pub fn recipients(
            mut self,
            value: impl TryInto<
                Vec<super::CreateBatchMessageBodyRecipientsItem>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.recipients = crate::runtime::conversion::required("recipients", value);
            self
        }
        /// Sets `subject`: Required when `channel` is `EMAIL`.
        pub fn subject(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.subject = crate::runtime::conversion::optional("subject", Some(value));
            self
        }
        /// Sets `subject` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_subject(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.subject = crate::runtime::conversion::optional("subject", value);
            self
        }
    }
    impl TryFrom<CreateBatchMessageBody> for super::CreateBatchMessageBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateBatchMessageBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                channel: value.channel?,
                content: value.content?,
                name: value.name?,
                recipients: value.recipients?,
                subject: value.subject?,
            })
        }
    }
    impl From<super::CreateBatchMessageBody> for CreateBatchMessageBody {
        #[inline]
        fn from(value: super::CreateBatchMessageBody) -> Self {
            Self {
                channel: Ok(value.channel),
                content: Ok(value.content),
                name: Ok(value.name),
                recipients: Ok(value.recipients),
                subject: Ok(value.subject),
            }
        }
    }
    /// Builder of [`CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber`](crate::types::CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber).
    #[derive(Clone)]
    pub struct CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
        dob: Result<Option<::chrono::NaiveDate>, crate::ConversionError>,
        nhs_number: Result<String, crate::ConversionError>,
    }
    impl Default for CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
        #[inline]
        fn default() -> Self {
            Self {
                dob: Err("no value supplied for dob".into()),
                nhs_number: Err("no value supplied for nhs_number".into()),
            }
        }
    }
    impl CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
        /// Sets `dob`.
        pub fn dob(
            mut self,
            value: impl TryInto<
                ::chrono::NaiveDate,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::optional("dob", Some(value));
            self
        }
        /// Sets `dob` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_dob(
            mut self,
            value: Option<
                impl TryInto<::chrono::NaiveDate, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::optional("dob", value);
            self
        }
        /// Sets `nhs_number`.
        pub fn nhs_number(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.nhs_number = crate::runtime::conversion::required("nhs_number", value);
            self
        }
    }
    impl TryFrom<CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber>
    for super::CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                dob: value.dob?,
                nhs_number: value.nhs_number?,
            })
        }
    }
    impl From<super::CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber>
    for CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber {
        #[inline]
        fn from(
            value: super::CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber,
        ) -> Self {
            Self {
                dob: Ok(value.dob),
                nhs_number: Ok(value.nhs_number),
            }
        }
    }
}
