//! What `createEpisodeNote` sends and returns.

/// Request body of `createEpisodeNote`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateEpisodeNoteBody {
    /// The text of the note.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub episode_id: Option<String>,
}

impl ::std::fmt::Debug for CreateEpisodeNoteBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateEpisodeNoteBody")
            .field("description", &crate::runtime::redacted::of(&self.description))
            .field("episode_id", &self.episode_id)
            .finish()
    }
}

impl CreateEpisodeNoteBody {
    /// A builder of [`CreateEpisodeNoteBody`] in which nothing is set.
    pub fn builder() -> builder::CreateEpisodeNoteBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateEpisodeNoteBody
}

/// Response of `createEpisodeNote`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateEpisodeNoteResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin: Option<CreateEpisodeNoteResponseAdmin>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub archived_at: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: Option<String>,
    /// The text of the note.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: Option<String>,
    /// A number; most other ids are strings.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practice_group_id: Option<f64>,
}

impl ::std::fmt::Debug for CreateEpisodeNoteResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateEpisodeNoteResponse")
            .field("admin", &self.admin)
            .field("archived_at", &crate::runtime::redacted::of(&self.archived_at))
            .field("created_at", &self.created_at)
            .field("description", &crate::runtime::redacted::of(&self.description))
            .field("id", &self.id)
            .field("practice_group_id", &self.practice_group_id)
            .finish()
    }
}

/// Field `admin` of `CreateEpisodeNoteResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateEpisodeNoteResponseAdmin {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub full_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_name: Option<String>,
}

impl ::std::fmt::Debug for CreateEpisodeNoteResponseAdmin {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateEpisodeNoteResponseAdmin")
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("full_name", &crate::runtime::redacted::of(&self.full_name))
            .field("id", &self.id)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateEpisodeNoteBody`](crate::types::CreateEpisodeNoteBody).
    #[derive(Clone)]
    pub struct CreateEpisodeNoteBody {
        description: Result<Option<String>, crate::ConversionError>,
        episode_id: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for CreateEpisodeNoteBody {
        #[inline]
        fn default() -> Self {
            Self {
                description: Ok(Default::default()),
                episode_id: Ok(Default::default()),
            }
        }
    }
    impl CreateEpisodeNoteBody {
        /// Sets `description`: The text of the note.
        pub fn description(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.description = crate::runtime::conversion::optional(
                "description",
                Some(value),
            );
            self
        }
        /// Sets `description` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_description(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.description = crate::runtime::conversion::optional(
                "description",
                value,
            );
            self
        }
        /// Sets `episode_id`.
        pub fn episode_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.episode_id = crate::runtime::conversion::optional(
                "episode_id",
                Some(value),
            );
            self
        }
        /// Sets `episode_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_episode_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.episode_id = crate::runtime::conversion::optional("episode_id", value);
            self
        }
    }
    impl TryFrom<CreateEpisodeNoteBody> for super::CreateEpisodeNoteBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateEpisodeNoteBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                description: value.description?,
                episode_id: value.episode_id?,
            })
        }
    }
    impl From<super::CreateEpisodeNoteBody> for CreateEpisodeNoteBody {
        #[inline]
        fn from(value: super::CreateEpisodeNoteBody) -> Self {
            Self {
                description: Ok(value.description),
                episode_id: Ok(value.episode_id),
            }
        }
    }
}
