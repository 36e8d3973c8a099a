//! The type [`GetHeidiTokenResponse`].

/// Response of `getHeidiToken`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetHeidiTokenResponse {
    /// When the token expires.
    #[serde(deserialize_with = "crate::runtime::lenient::date_time")]
    pub expiration_time: ::chrono::DateTime<::chrono::Utc>,
    pub token: String,
}

impl ::std::fmt::Debug for GetHeidiTokenResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetHeidiTokenResponse")
            .field(
                "expiration_time",
                &crate::runtime::redacted::of(&self.expiration_time),
            )
            .field("token", &crate::runtime::redacted::of(&self.token))
            .finish()
    }
}
