//! The type [`CreateAccessTokenResponse`].

/// Response of `createAccessToken`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateAccessTokenResponse {
    /// The JWT. It expires 30 minutes after it was issued.
    pub access_token: String,
}

impl ::std::fmt::Debug for CreateAccessTokenResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateAccessTokenResponse")
            .field("access_token", &crate::runtime::redacted::of(&self.access_token))
            .finish()
    }
}
