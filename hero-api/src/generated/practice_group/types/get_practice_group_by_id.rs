//! What `getPracticeGroupById` sends and returns.

/// Response of `getPracticeGroupById`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetPracticeGroupByIdResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address: Option<GetPracticeGroupByIdResponseAddress>,
    /// Who the call was made as.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authenticated_as: Option<GetPracticeGroupByIdResponseAuthenticatedAs>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sector: Option<String>,
}

impl ::std::fmt::Debug for GetPracticeGroupByIdResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetPracticeGroupByIdResponse")
            .field("address", &self.address)
            .field("authenticated_as", &self.authenticated_as)
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("sector", &crate::runtime::redacted::of(&self.sector))
            .finish()
    }
}

/// Field `address` of `GetPracticeGroupByIdResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetPracticeGroupByIdResponseAddress {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub town: Option<String>,
}

impl ::std::fmt::Debug for GetPracticeGroupByIdResponseAddress {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetPracticeGroupByIdResponseAddress")
            .field("county", &crate::runtime::redacted::of(&self.county))
            .field("line_1", &crate::runtime::redacted::of(&self.line_1))
            .field("line_2", &crate::runtime::redacted::of(&self.line_2))
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("town", &crate::runtime::redacted::of(&self.town))
            .finish()
    }
}

/// Who the call was made as.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetPracticeGroupByIdResponseAuthenticatedAs {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_name: Option<String>,
}

impl ::std::fmt::Debug for GetPracticeGroupByIdResponseAuthenticatedAs {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetPracticeGroupByIdResponseAuthenticatedAs")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("id", &self.id)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .finish()
    }
}
