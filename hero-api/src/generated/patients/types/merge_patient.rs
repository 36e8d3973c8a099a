//! What `mergePatient` sends and returns.

/// Request body of `mergePatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct MergePatientBody {
    /// The token from previewPatientMerge.
    pub merge_token: String,
    /// The other patient.
    pub patient_id: MergePatientBodyPatientId,
}

impl ::std::fmt::Debug for MergePatientBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("MergePatientBody")
            .field("merge_token", &crate::runtime::redacted::of(&self.merge_token))
            .field("patient_id", &self.patient_id)
            .finish()
    }
}

impl MergePatientBody {
    /// A builder of [`MergePatientBody`] in which nothing is set.
    pub fn builder() -> builder::MergePatientBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::MergePatientBody
}

/// The other patient.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct MergePatientBodyPatientId(String);

impl ::std::fmt::Debug for MergePatientBodyPatientId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("MergePatientBodyPatientId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for MergePatientBodyPatientId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<MergePatientBodyPatientId> for String {
    #[inline]
    fn from(value: MergePatientBodyPatientId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for MergePatientBodyPatientId {
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

impl TryFrom<&str> for MergePatientBodyPatientId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for MergePatientBodyPatientId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for MergePatientBodyPatientId {
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

/// Response of `mergePatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct MergePatientResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for MergePatientResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("MergePatientResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for MergePatientResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<MergePatientResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: MergePatientResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for MergePatientResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`MergePatientBody`](crate::types::MergePatientBody).
    #[derive(Clone)]
    pub struct MergePatientBody {
        merge_token: Result<String, crate::ConversionError>,
        patient_id: Result<super::MergePatientBodyPatientId, crate::ConversionError>,
    }
    impl Default for MergePatientBody {
        #[inline]
        fn default() -> Self {
            Self {
                merge_token: Err("no value supplied for merge_token".into()),
                patient_id: Err("no value supplied for patient_id".into()),
            }
        }
    }
    impl MergePatientBody {
        /// Sets `merge_token`: The token from previewPatientMerge.
        pub fn merge_token(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.merge_token = crate::runtime::conversion::required(
                "merge_token",
                value,
            );
            self
        }
        /// Sets `patient_id`: The other patient.
        pub fn patient_id(
            mut self,
            value: impl TryInto<
                super::MergePatientBodyPatientId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::required("patient_id", value);
            self
        }
    }
    impl TryFrom<MergePatientBody> for super::MergePatientBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: MergePatientBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                merge_token: value.merge_token?,
                patient_id: value.patient_id?,
            })
        }
    }
    impl From<super::MergePatientBody> for MergePatientBody {
        #[inline]
        fn from(value: super::MergePatientBody) -> Self {
            Self {
                merge_token: Ok(value.merge_token),
                patient_id: Ok(value.patient_id),
            }
        }
    }
}
