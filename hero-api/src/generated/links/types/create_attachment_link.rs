//! What `createAttachmentLink` sends and returns.

/// Request body of `createAttachmentLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateAttachmentLinkBody {
    /// The id of a file from listPatientAttachments. Without it `file_data` is required.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_file_id: Option<String>,
    /// When the link stops working. The sample is a plain date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiry_date: Option<String>,
    /// The content of the file. Required without `ehr_file_id`. The encoding is not stated;
    /// base64 is a guess.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub file_data: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub file_name: Option<String>,
    /// How often the link may be used. The lower limit is a guess.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub maximum_use_count: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
}

impl ::std::fmt::Debug for CreateAttachmentLinkBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateAttachmentLinkBody")
            .field("ehr_file_id", &crate::runtime::redacted::of(&self.ehr_file_id))
            .field("expiry_date", &self.expiry_date)
            .field("file_data", &crate::runtime::redacted::of(&self.file_data))
            .field("file_name", &crate::runtime::redacted::of(&self.file_name))
            .field("maximum_use_count", &self.maximum_use_count)
            .field("patient_id", &self.patient_id)
            .finish()
    }
}

impl CreateAttachmentLinkBody {
    /// A builder of [`CreateAttachmentLinkBody`] in which nothing is set.
    pub fn builder() -> builder::CreateAttachmentLinkBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateAttachmentLinkBody
}

/// Response of `createAttachmentLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateAttachmentLinkResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attachment_link: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attachment_uuid: Option<String>,
}

impl ::std::fmt::Debug for CreateAttachmentLinkResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateAttachmentLinkResponse")
            .field(
                "attachment_link",
                &crate::runtime::redacted::of(&self.attachment_link),
            )
            .field("attachment_uuid", &self.attachment_uuid)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateAttachmentLinkBody`](crate::types::CreateAttachmentLinkBody).
    #[derive(Clone)]
    pub struct CreateAttachmentLinkBody {
        ehr_file_id: Result<Option<String>, crate::ConversionError>,
        expiry_date: Result<Option<String>, crate::ConversionError>,
        file_data: Result<Option<String>, crate::ConversionError>,
        file_name: Result<Option<String>, crate::ConversionError>,
        maximum_use_count: Result<Option<f64>, crate::ConversionError>,
        patient_id: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for CreateAttachmentLinkBody {
        #[inline]
        fn default() -> Self {
            Self {
                ehr_file_id: Ok(Default::default()),
                expiry_date: Ok(Default::default()),
                file_data: Ok(Default::default()),
                file_name: Ok(Default::default()),
                maximum_use_count: Ok(Default::default()),
                patient_id: Ok(Default::default()),
            }
        }
    }
    impl CreateAttachmentLinkBody {
        /// Sets `ehr_file_id`: The id of a file from listPatientAttachments. Without it `file_data` is required.
        pub fn ehr_file_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.ehr_file_id = crate::runtime::conversion::optional(
                "ehr_file_id",
                Some(value),
            );
            self
        }
        /// Sets `ehr_file_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_file_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.ehr_file_id = crate::runtime::conversion::optional(
                "ehr_file_id",
                value,
            );
            self
        }
        /// Sets `expiry_date`: When the link stops working. The sample is a plain date.
        pub fn expiry_date(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.expiry_date = crate::runtime::conversion::optional(
                "expiry_date",
                Some(value),
            );
            self
        }
        /// Sets `expiry_date` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_expiry_date(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.expiry_date = crate::runtime::conversion::optional(
                "expiry_date",
                value,
            );
            self
        }
        /// Sets `file_data`: The content of the file. Required without `ehr_file_id`. The encoding is not stated;
        /// base64 is a guess.
        pub fn file_data(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.file_data = crate::runtime::conversion::optional(
                "file_data",
                Some(value),
            );
            self
        }
        /// Sets `file_data` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_file_data(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.file_data = crate::runtime::conversion::optional("file_data", value);
            self
        }
        /// Sets `file_name`.
        pub fn file_name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.file_name = crate::runtime::conversion::optional(
                "file_name",
                Some(value),
            );
            self
        }
        /// Sets `file_name` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_file_name(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.file_name = crate::runtime::conversion::optional("file_name", value);
            self
        }
        /// Sets `maximum_use_count`: How often the link may be used. The lower limit is a guess.
        pub fn maximum_use_count(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.maximum_use_count = crate::runtime::limits::optional(
                "maximum_use_count",
                crate::runtime::conversion::optional("maximum_use_count", Some(value)),
                |value: &f64| crate::runtime::limits::at_least(value, 1.0),
            );
            self
        }
        /// Sets `maximum_use_count` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_maximum_use_count(
            mut self,
            value: Option<impl TryInto<f64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.maximum_use_count = crate::runtime::limits::optional(
                "maximum_use_count",
                crate::runtime::conversion::optional("maximum_use_count", value),
                |value: &f64| crate::runtime::limits::at_least(value, 1.0),
            );
            self
        }
        /// Sets `patient_id`.
        pub fn patient_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::optional(
                "patient_id",
                Some(value),
            );
            self
        }
        /// Sets `patient_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_patient_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::optional("patient_id", value);
            self
        }
    }
    impl TryFrom<CreateAttachmentLinkBody> for super::CreateAttachmentLinkBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateAttachmentLinkBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                ehr_file_id: value.ehr_file_id?,
                expiry_date: value.expiry_date?,
                file_data: value.file_data?,
                file_name: value.file_name?,
                maximum_use_count: value.maximum_use_count?,
                patient_id: value.patient_id?,
            })
        }
    }
    impl From<super::CreateAttachmentLinkBody> for CreateAttachmentLinkBody {
        #[inline]
        fn from(value: super::CreateAttachmentLinkBody) -> Self {
            Self {
                ehr_file_id: Ok(value.ehr_file_id),
                expiry_date: Ok(value.expiry_date),
                file_data: Ok(value.file_data),
                file_name: Ok(value.file_name),
                maximum_use_count: Ok(value.maximum_use_count),
                patient_id: Ok(value.patient_id),
            }
        }
    }
}
