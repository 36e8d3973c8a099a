//! What `validateSnomedCode` sends and returns.

/// Request body of `validateSnomedCode`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ValidateSnomedCodeBody {
    pub code: String,
}

impl ::std::fmt::Debug for ValidateSnomedCodeBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ValidateSnomedCodeBody")
            .field("code", &crate::runtime::redacted::of(&self.code))
            .finish()
    }
}

impl ValidateSnomedCodeBody {
    /// A builder of [`ValidateSnomedCodeBody`] in which nothing is set.
    pub fn builder() -> builder::ValidateSnomedCodeBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::ValidateSnomedCodeBody
}

/// Response of `validateSnomedCode`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ValidateSnomedCodeResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ValidateSnomedCodeResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ValidateSnomedCodeResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ValidateSnomedCodeResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ValidateSnomedCodeResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ValidateSnomedCodeResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ValidateSnomedCodeResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`ValidateSnomedCodeBody`](crate::types::ValidateSnomedCodeBody).
    #[derive(Clone)]
    pub struct ValidateSnomedCodeBody {
        code: Result<String, crate::ConversionError>,
    }
    impl Default for ValidateSnomedCodeBody {
        #[inline]
        fn default() -> Self {
            Self {
                code: Err("no value supplied for code".into()),
            }
        }
    }
    impl ValidateSnomedCodeBody {
        /// Sets `code`.
        pub fn code(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.code = crate::runtime::conversion::required("code", value);
            self
        }
    }
    impl TryFrom<ValidateSnomedCodeBody> for super::ValidateSnomedCodeBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: ValidateSnomedCodeBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self { code: value.code? })
        }
    }
    impl From<super::ValidateSnomedCodeBody> for ValidateSnomedCodeBody {
        #[inline]
        fn from(value: super::ValidateSnomedCodeBody) -> Self {
            Self { code: Ok(value.code) }
        }
    }
}
