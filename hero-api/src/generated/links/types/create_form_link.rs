//! What `createFormLink` sends and returns.

/// Request body of `createFormLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateFormLinkBody {
    /// When the link stops working. The sample is a plain date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiry_date: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub form_id: Option<String>,
    /// How often the link may be used. The lower limit is a guess.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub maximum_use_count: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
}

impl ::std::fmt::Debug for CreateFormLinkBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateFormLinkBody")
            .field("expiry_date", &self.expiry_date)
            .field("form_id", &self.form_id)
            .field("maximum_use_count", &self.maximum_use_count)
            .field("patient_id", &self.patient_id)
            .finish()
    }
}

impl CreateFormLinkBody {
    /// A builder of [`CreateFormLinkBody`] in which nothing is set.
    pub fn builder() -> builder::CreateFormLinkBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateFormLinkBody
}

/// Response of `createFormLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateFormLinkResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub form_link: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link_id: Option<String>,
}

impl ::std::fmt::Debug for CreateFormLinkResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateFormLinkResponse")
            .field("form_link", &crate::runtime::redacted::of(&self.form_link))
            .field("short_link_id", &self.short_link_id)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateFormLinkBody`](crate::types::CreateFormLinkBody).
    #[derive(Clone)]
    pub struct CreateFormLinkBody {
        expiry_date: Result<Option<String>, crate::ConversionError>,
        form_id: Result<Option<String>, crate::ConversionError>,
        maximum_use_count: Result<Option<f64>, crate::ConversionError>,
        patient_id: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for CreateFormLinkBody {
        #[inline]
        fn default() -> Self {
            Self {
                expiry_date: Ok(Default::default()),
                form_id: Ok(Default::default()),
                maximum_use_count: Ok(Default::default()),
                patient_id: Ok(Default::default()),
            }
        }
    }
    impl CreateFormLinkBody {
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
        /// Sets `form_id`.
        pub fn form_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.form_id = crate::runtime::conversion::optional("form_id", Some(value));
            self
        }
        /// Sets `form_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_form_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.form_id = crate::runtime::conversion::optional("form_id", value);
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
    impl TryFrom<CreateFormLinkBody> for super::CreateFormLinkBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: CreateFormLinkBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                expiry_date: value.expiry_date?,
                form_id: value.form_id?,
                maximum_use_count: value.maximum_use_count?,
                patient_id: value.patient_id?,
            })
        }
    }
    impl From<super::CreateFormLinkBody> for CreateFormLinkBody {
        #[inline]
        fn from(value: super::CreateFormLinkBody) -> Self {
            Self {
                expiry_date: Ok(value.expiry_date),
                form_id: Ok(value.form_id),
                maximum_use_count: Ok(value.maximum_use_count),
                patient_id: Ok(value.patient_id),
            }
        }
    }
}
