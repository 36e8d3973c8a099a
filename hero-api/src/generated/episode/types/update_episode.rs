//! What `updateEpisode` sends and returns.

use crate::types::{EpisodeStatus, Priority};

/// Request body of `updateEpisode`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateEpisodeBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assignees: Option<Vec<UpdateEpisodeBodyAssigneesItem>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority: Option<Priority>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<EpisodeStatus>,
}

impl ::std::fmt::Debug for UpdateEpisodeBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateEpisodeBody")
            .field("assignees", &self.assignees)
            .field("priority", &self.priority)
            .field("status", &self.status)
            .finish()
    }
}

impl UpdateEpisodeBody {
    /// A builder of [`UpdateEpisodeBody`] in which nothing is set.
    pub fn builder() -> builder::UpdateEpisodeBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateEpisodeBody
}

/// Item of the list `UpdateEpisodeBodyAssignees`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateEpisodeBodyAssigneesItem {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    /// Probably one of `Admin`, `AdminTeam` and `Unassigned`.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: Option<String>,
}

impl ::std::fmt::Debug for UpdateEpisodeBodyAssigneesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateEpisodeBodyAssigneesItem")
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("type", &crate::runtime::redacted::of(&self.type_))
            .finish()
    }
}

impl UpdateEpisodeBodyAssigneesItem {
    /// A builder of [`UpdateEpisodeBodyAssigneesItem`] in which nothing is set.
    pub fn builder() -> builder::UpdateEpisodeBodyAssigneesItem {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateEpisodeBodyAssigneesItem
}

/// Response of `updateEpisode`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateEpisodeResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for UpdateEpisodeResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("UpdateEpisodeResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for UpdateEpisodeResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<UpdateEpisodeResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: UpdateEpisodeResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for UpdateEpisodeResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateEpisodeBody`](crate::types::UpdateEpisodeBody).
    #[derive(Clone)]
    pub struct UpdateEpisodeBody {
        assignees: Result<
            Option<Vec<super::UpdateEpisodeBodyAssigneesItem>>,
            crate::ConversionError,
        >,
        priority: Result<Option<super::Priority>, crate::ConversionError>,
        status: Result<Option<super::EpisodeStatus>, crate::ConversionError>,
    }
    impl Default for UpdateEpisodeBody {
        #[inline]
        fn default() -> Self {
            Self {
                assignees: Ok(Default::default()),
                priority: Ok(Default::default()),
                status: Ok(Default::default()),
            }
        }
    }
    impl UpdateEpisodeBody {
        /// Sets `assignees`.
        pub fn assignees(
            mut self,
            value: impl TryInto<
                Vec<super::UpdateEpisodeBodyAssigneesItem>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.assignees = crate::runtime::conversion::optional(
                "assignees",
                Some(value),
            );
            self
        }
        /// Sets `assignees` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_assignees(
            mut self,
            value: Option<
                impl TryInto<
                    Vec<super::UpdateEpisodeBodyAssigneesItem>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.assignees = crate::runtime::conversion::optional("assignees", value);
            self
        }
        /// Sets `priority`.
        pub fn priority(
            mut self,
            value: impl TryInto<super::Priority, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.priority = crate::runtime::conversion::optional(
                "priority",
                Some(value),
            );
            self
        }
        /// Sets `priority` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_priority(
            mut self,
            value: Option<
                impl TryInto<super::Priority, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.priority = crate::runtime::conversion::optional("priority", value);
            self
        }
        /// Sets `status`.
        pub fn status(
            mut self,
            value: impl TryInto<
                super::EpisodeStatus,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.status = crate::runtime::conversion::optional("status", Some(value));
            self
        }
        /// Sets `status` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_status(
            mut self,
            value: Option<
                impl TryInto<super::EpisodeStatus, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.status = crate::runtime::conversion::optional("status", value);
            self
        }
    }
    impl TryFrom<UpdateEpisodeBody> for super::UpdateEpisodeBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: UpdateEpisodeBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                assignees: value.assignees?,
                priority: value.priority?,
                status: value.status?,
            })
        }
    }
    impl From<super::UpdateEpisodeBody> for UpdateEpisodeBody {
        #[inline]
        fn from(value: super::UpdateEpisodeBody) -> Self {
            Self {
                assignees: Ok(value.assignees),
                priority: Ok(value.priority),
                status: Ok(value.status),
            }
        }
    }
    /// Builder of [`UpdateEpisodeBodyAssigneesItem`](crate::types::UpdateEpisodeBodyAssigneesItem).
    #[derive(Clone)]
    pub struct UpdateEpisodeBodyAssigneesItem {
        id: Result<Option<String>, crate::ConversionError>,
        name: Result<Option<String>, crate::ConversionError>,
        type_: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for UpdateEpisodeBodyAssigneesItem {
        #[inline]
        fn default() -> Self {
            Self {
                id: Ok(Default::default()),
                name: Ok(Default::default()),
                type_: Ok(Default::default()),
            }
        }
    }
    impl UpdateEpisodeBodyAssigneesItem {
        /// Sets `id`.
        pub fn id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.id = crate::runtime::conversion::optional("id", Some(value));
            self
        }
        /// Sets `id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.id = crate::runtime::conversion::optional("id", value);
            self
        }
        /// Sets `name`.
        pub fn name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.name = crate::runtime::conversion::optional("name", Some(value));
            self
        }
        /// Sets `name` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_name(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.name = crate::runtime::conversion::optional("name", value);
            self
        }
        /// Sets `type`: Probably one of `Admin`, `AdminTeam` and `Unassigned`.
        pub fn type_(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.type_ = crate::runtime::conversion::optional("type_", Some(value));
            self
        }
        /// Sets `type` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_type_(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.type_ = crate::runtime::conversion::optional("type_", value);
            self
        }
    }
    impl TryFrom<UpdateEpisodeBodyAssigneesItem>
    for super::UpdateEpisodeBodyAssigneesItem {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: UpdateEpisodeBodyAssigneesItem,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                id: value.id?,
                name: value.name?,
                type_: value.type_?,
            })
        }
    }
    impl From<super::UpdateEpisodeBodyAssigneesItem> for UpdateEpisodeBodyAssigneesItem {
        #[inline]
        fn from(value: super::UpdateEpisodeBodyAssigneesItem) -> Self {
            Self {
                id: Ok(value.id),
                name: Ok(value.name),
                type_: Ok(value.type_),
            }
        }
    }
}
