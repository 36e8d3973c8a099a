//! What `updateTask` sends and returns.

use crate::types::{Priority, TaskStatus};

/// Request body of `updateTask`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateTaskBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assignee_id: Option<UpdateTaskBodyAssigneeId>,
    /// Written in lower case here; elsewhere it is `Admin` and `AdminTeam`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assignee_type: Option<UpdateTaskBodyAssigneeType>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority: Option<Priority>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<TaskStatus>,
}

impl ::std::fmt::Debug for UpdateTaskBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateTaskBody")
            .field("assignee_id", &self.assignee_id)
            .field("assignee_type", &self.assignee_type)
            .field("priority", &self.priority)
            .field("status", &self.status)
            .finish()
    }
}

impl UpdateTaskBody {
    /// A builder of [`UpdateTaskBody`] in which nothing is set.
    pub fn builder() -> builder::UpdateTaskBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateTaskBody
}

/// Field `assignee_id` of `UpdateTaskBody`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateTaskBodyAssigneeId(String);

impl ::std::fmt::Debug for UpdateTaskBodyAssigneeId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("UpdateTaskBodyAssigneeId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for UpdateTaskBodyAssigneeId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<UpdateTaskBodyAssigneeId> for String {
    #[inline]
    fn from(value: UpdateTaskBodyAssigneeId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for UpdateTaskBodyAssigneeId {
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

impl TryFrom<&str> for UpdateTaskBodyAssigneeId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for UpdateTaskBodyAssigneeId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for UpdateTaskBodyAssigneeId {
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

/// Written in lower case here; elsewhere it is `Admin` and `AdminTeam`.
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
pub enum UpdateTaskBodyAssigneeType {
    #[serde(rename = "admin")]
    Admin,
    #[serde(rename = "admin_team")]
    AdminTeam,
}

impl ::std::fmt::Debug for UpdateTaskBodyAssigneeType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Admin => f.write_str("UpdateTaskBodyAssigneeType::Admin"),
            Self::AdminTeam => f.write_str("UpdateTaskBodyAssigneeType::AdminTeam"),
        }
    }
}

impl ::std::fmt::Display for UpdateTaskBodyAssigneeType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Admin => f.write_str("admin"),
            Self::AdminTeam => f.write_str("admin_team"),
        }
    }
}

impl ::std::str::FromStr for UpdateTaskBodyAssigneeType {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "admin" => Ok(Self::Admin),
            "admin_team" => Ok(Self::AdminTeam),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for UpdateTaskBodyAssigneeType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for UpdateTaskBodyAssigneeType {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Response of `updateTask`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateTaskResponse {
    pub data: UpdateTaskResponseData,
}

impl ::std::fmt::Debug for UpdateTaskResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateTaskResponse").field("data", &self.data).finish()
    }
}

/// Field `data` of `UpdateTaskResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateTaskResponseData {
    pub id: String,
}

impl ::std::fmt::Debug for UpdateTaskResponseData {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateTaskResponseData").field("id", &self.id).finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateTaskBody`](crate::types::UpdateTaskBody).
    #[derive(Clone)]
    pub struct UpdateTaskBody {
        assignee_id: Result<
            Option<super::UpdateTaskBodyAssigneeId>,
            crate::ConversionError,
        >,
        assignee_type: Result<
            Option<super::UpdateTaskBodyAssigneeType>,
            crate::ConversionError,
        >,
        priority: Result<Option<super::Priority>, crate::ConversionError>,
        status: Result<Option<super::TaskStatus>, crate::ConversionError>,
    }
    impl Default for UpdateTaskBody {
        #[inline]
        fn default() -> Self {
            Self {
                assignee_id: Ok(Default::default()),
                assignee_type: Ok(Default::default()),
                priority: Ok(Default::default()),
                status: Ok(Default::default()),
            }
        }
    }
    impl UpdateTaskBody {
        /// Sets `assignee_id`.
        pub fn assignee_id(
            mut self,
            value: impl TryInto<
                super::UpdateTaskBodyAssigneeId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.assignee_id = crate::runtime::conversion::optional(
                "assignee_id",
                Some(value),
            );
            self
        }
        /// Sets `assignee_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_assignee_id(
            mut self,
            value: Option<
                impl TryInto<
                    super::UpdateTaskBodyAssigneeId,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.assignee_id = crate::runtime::conversion::optional(
                "assignee_id",
                value,
            );
            self
        }
        /// Sets `assignee_type`: Written in lower case here; elsewhere it is `Admin` and `AdminTeam`.
        pub fn assignee_type(
            mut self,
            value: impl TryInto<
                super::UpdateTaskBodyAssigneeType,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.assignee_type = crate::runtime::conversion::optional(
                "assignee_type",
                Some(value),
            );
            self
        }
        /// Sets `assignee_type` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_assignee_type(
            mut self,
            value: Option<
                impl TryInto<
                    super::UpdateTaskBodyAssigneeType,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.assignee_type = crate::runtime::conversion::optional(
                "assignee_type",
                value,
            );
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
            value: impl TryInto<super::TaskStatus, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.status = crate::runtime::conversion::optional("status", Some(value));
            self
        }
        /// Sets `status` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_status(
            mut self,
            value: Option<
                impl TryInto<super::TaskStatus, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.status = crate::runtime::conversion::optional("status", value);
            self
        }
    }
    impl TryFrom<UpdateTaskBody> for super::UpdateTaskBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: UpdateTaskBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                assignee_id: value.assignee_id?,
                assignee_type: value.assignee_type?,
                priority: value.priority?,
                status: value.status?,
            })
        }
    }
    impl From<super::UpdateTaskBody> for UpdateTaskBody {
        #[inline]
        fn from(value: super::UpdateTaskBody) -> Self {
            Self {
                assignee_id: Ok(value.assignee_id),
                assignee_type: Ok(value.assignee_type),
                priority: Ok(value.priority),
                status: Ok(value.status),
            }
        }
    }
}
