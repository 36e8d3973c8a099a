//! What `previewPatientMerge` sends and returns.

/// Request body of `previewPatientMerge`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct PreviewPatientMergeBody {
    /// The other patient. Pattern and required flag are taken from mergePatient.
    pub patient_id: PreviewPatientMergeBodyPatientId,
}

impl ::std::fmt::Debug for PreviewPatientMergeBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("PreviewPatientMergeBody")
            .field("patient_id", &self.patient_id)
            .finish()
    }
}

impl PreviewPatientMergeBody {
    /// A builder of [`PreviewPatientMergeBody`] in which nothing is set.
    pub fn builder() -> builder::PreviewPatientMergeBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::PreviewPatientMergeBody
}

/// The other patient. Pattern and required flag are taken from mergePatient.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct PreviewPatientMergeBodyPatientId(String);

impl ::std::fmt::Debug for PreviewPatientMergeBodyPatientId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("PreviewPatientMergeBodyPatientId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for PreviewPatientMergeBodyPatientId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<PreviewPatientMergeBodyPatientId> for String {
    #[inline]
    fn from(value: PreviewPatientMergeBodyPatientId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for PreviewPatientMergeBodyPatientId {
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

impl TryFrom<&str> for PreviewPatientMergeBodyPatientId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for PreviewPatientMergeBodyPatientId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for PreviewPatientMergeBodyPatientId {
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

/// Response of `previewPatientMerge`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct PreviewPatientMergeResponse {
    /// The token to pass to mergePatient.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub merge_token: Option<String>,
}

impl ::std::fmt::Debug for PreviewPatientMergeResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("PreviewPatientMergeResponse")
            .field("merge_token", &crate::runtime::redacted::of(&self.merge_token))
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`PreviewPatientMergeBody`](crate::types::PreviewPatientMergeBody).
    #[derive(Clone)]
    pub struct PreviewPatientMergeBody {
        patient_id: Result<
            super::PreviewPatientMergeBodyPatientId,
            crate::ConversionError,
        >,
    }
    impl Default for PreviewPatientMergeBody {
        #[inline]
        fn default() -> Self {
            Self {
                patient_id: Err("no value supplied for patient_id".into()),
            }
        }
    }
    impl PreviewPatientMergeBody {
        /// Sets `patient_id`: The other patient. Pattern and required flag are taken from mergePatient.
        pub fn patient_id(
            mut self,
            value: impl TryInto<
                super::PreviewPatientMergeBodyPatientId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::required("patient_id", value);
            self
        }
    }
    impl TryFrom<PreviewPatientMergeBody> for super::PreviewPatientMergeBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: PreviewPatientMergeBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                patient_id: value.patient_id?,
            })
        }
    }
    impl From<super::PreviewPatientMergeBody> for PreviewPatientMergeBody {
        #[inline]
        fn from(value: super::PreviewPatientMergeBody) -> Self {
            Self {
                patient_id: Ok(value.patient_id),
            }
        }
    }
}
