//! What `getBookingLink` sends and returns.

/// Response of `getBookingLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetBookingLinkResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub active: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub expiry_date: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub maximum_uses: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meta: Option<GetBookingLinkResponseMeta>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub number_of_uses: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub open_count: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practice_group_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub unlimited_use: Option<bool>,
}

impl ::std::fmt::Debug for GetBookingLinkResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetBookingLinkResponse")
            .field("active", &self.active)
            .field("expiry_date", &self.expiry_date)
            .field("id", &self.id)
            .field("maximum_uses", &self.maximum_uses)
            .field("meta", &self.meta)
            .field("number_of_uses", &self.number_of_uses)
            .field("open_count", &self.open_count)
            .field("practice_group_id", &self.practice_group_id)
            .field("short_link", &crate::runtime::redacted::of(&self.short_link))
            .field("unlimited_use", &self.unlimited_use)
            .finish()
    }
}

/// Field `meta` of `GetBookingLinkResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetBookingLinkResponseMeta {
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub appointment_type_id: Vec<GetBookingLinkResponseMetaAppointmentTypeIdItem>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub location_id: Vec<GetBookingLinkResponseMetaLocationIdItem>,
    /// The name is completed from its first letters.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub practitioner_id: Vec<GetBookingLinkResponseMetaPractitionerIdItem>,
}

impl ::std::fmt::Debug for GetBookingLinkResponseMeta {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetBookingLinkResponseMeta")
            .field("appointment_type_id", &self.appointment_type_id)
            .field("location_id", &self.location_id)
            .field("practitioner_id", &self.practitioner_id)
            .finish()
    }
}

/// Item of the list `GetBookingLinkResponseMetaAppointmentTypeId`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetBookingLinkResponseMetaAppointmentTypeIdItem(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetBookingLinkResponseMetaAppointmentTypeIdItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetBookingLinkResponseMetaAppointmentTypeIdItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetBookingLinkResponseMetaAppointmentTypeIdItem {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetBookingLinkResponseMetaAppointmentTypeIdItem> for ::serde_json::Value {
    #[inline]
    fn from(value: GetBookingLinkResponseMetaAppointmentTypeIdItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetBookingLinkResponseMetaAppointmentTypeIdItem {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Item of the list `GetBookingLinkResponseMetaLocationId`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetBookingLinkResponseMetaLocationIdItem(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetBookingLinkResponseMetaLocationIdItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetBookingLinkResponseMetaLocationIdItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetBookingLinkResponseMetaLocationIdItem {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetBookingLinkResponseMetaLocationIdItem> for ::serde_json::Value {
    #[inline]
    fn from(value: GetBookingLinkResponseMetaLocationIdItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetBookingLinkResponseMetaLocationIdItem {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Item of the list `GetBookingLinkResponseMetaPractitionerId`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetBookingLinkResponseMetaPractitionerIdItem(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetBookingLinkResponseMetaPractitionerIdItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetBookingLinkResponseMetaPractitionerIdItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetBookingLinkResponseMetaPractitionerIdItem {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetBookingLinkResponseMetaPractitionerIdItem> for ::serde_json::Value {
    #[inline]
    fn from(value: GetBookingLinkResponseMetaPractitionerIdItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetBookingLinkResponseMetaPractitionerIdItem {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
