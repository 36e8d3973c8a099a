//! What `connectPatientEhr` sends and returns.

/// Request body of `connectPatientEhr`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ConnectPatientEhrBody {
    /// The id of the record in the EHR.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
}

impl ::std::fmt::Debug for ConnectPatientEhrBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ConnectPatientEhrBody")
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .finish()
    }
}

impl ConnectPatientEhrBody {
    /// A builder of [`ConnectPatientEhrBody`] in which nothing is set.
    pub fn builder() -> builder::ConnectPatientEhrBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::ConnectPatientEhrBody
}

/// Response of `connectPatientEhr`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ConnectPatientEhrResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ConnectPatientEhrResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ConnectPatientEhrResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ConnectPatientEhrResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ConnectPatientEhrResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ConnectPatientEhrResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ConnectPatientEhrResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`ConnectPatientEhrBody`](crate::types::ConnectPatientEhrBody).
    #[derive(Clone)]
    pub struct ConnectPatientEhrBody {
        ehr_partner_id: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for ConnectPatientEhrBody {
        #[inline]
        fn default() -> Self {
            Self {
                ehr_partner_id: Ok(Default::default()),
            }
        }
    }
    impl ConnectPatientEhrBody {
        /// Sets `ehr_partner_id`: The id of the record in the EHR.
        pub fn ehr_partner_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                Some(value),
            );
            self
        }
        /// Sets `ehr_partner_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_partner_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                value,
            );
            self
        }
    }
    impl TryFrom<ConnectPatientEhrBody> for super::ConnectPatientEhrBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: ConnectPatientEhrBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                ehr_partner_id: value.ehr_partner_id?,
            })
        }
    }
    impl From<super::ConnectPatientEhrBody> for ConnectPatientEhrBody {
        #[inline]
        fn from(value: super::ConnectPatientEhrBody) -> Self {
            Self {
                ehr_partner_id: Ok(value.ehr_partner_id),
            }
        }
    }
}
