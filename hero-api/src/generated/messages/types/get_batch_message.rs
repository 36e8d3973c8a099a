//! The type [`GetBatchMessageResponse`].

/// Response of `getBatchMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetBatchMessageResponse {
    /// Probably one of `SMS`, `EMAIL` and `NHS_APP`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub content: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    /// Probably one of `CREATED`, `PENDING`, `SENDING` and `COMPLETED`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: Option<String>,
}

impl ::std::fmt::Debug for GetBatchMessageResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetBatchMessageResponse")
            .field("channel", &crate::runtime::redacted::of(&self.channel))
            .field("content", &crate::runtime::redacted::of(&self.content))
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("status", &crate::runtime::redacted::of(&self.status))
            .field("subject", &crate::runtime::redacted::of(&self.subject))
            .finish()
    }
}
