//! The type [`GetPatientByIdV2DataSource`].

/// Parameter `data_source` of `getPatientByIdV2`.
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
pub enum GetPatientByIdV2DataSource {
    #[serde(rename = "hero")]
    Hero,
    #[serde(rename = "ehr")]
    Ehr,
}

impl ::std::fmt::Debug for GetPatientByIdV2DataSource {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Hero => f.write_str("GetPatientByIdV2DataSource::Hero"),
            Self::Ehr => f.write_str("GetPatientByIdV2DataSource::Ehr"),
        }
    }
}

impl ::std::fmt::Display for GetPatientByIdV2DataSource {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Hero => f.write_str("hero"),
            Self::Ehr => f.write_str("ehr"),
        }
    }
}

impl ::std::str::FromStr for GetPatientByIdV2DataSource {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "hero" => Ok(Self::Hero),
            "ehr" => Ok(Self::Ehr),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for GetPatientByIdV2DataSource {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for GetPatientByIdV2DataSource {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}
