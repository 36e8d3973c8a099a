//! The type [`GetFormResponseResponse`].

/// Response of `getFormResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetFormResponseResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin_id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub appointment_id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emis_file_record_at: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub form_id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hidden: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub invoice_id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practice_group_id: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link_id: Option<f64>,
    /// A time by its name, but the sample gives no format.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub write_to_record_error: Option<String>,
}

impl ::std::fmt::Debug for GetFormResponseResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetFormResponseResponse")
            .field("admin_id", &self.admin_id)
            .field("appointment_id", &self.appointment_id)
            .field("client_id", &self.client_id)
            .field("created_at", &self.created_at)
            .field(
                "emis_file_record_at",
                &crate::runtime::redacted::of(&self.emis_file_record_at),
            )
            .field("form_id", &self.form_id)
            .field("hidden", &self.hidden)
            .field("id", &self.id)
            .field("invoice_id", &self.invoice_id)
            .field("practice_group_id", &self.practice_group_id)
            .field("short_link_id", &self.short_link_id)
            .field("updated_at", &self.updated_at)
            .field(
                "write_to_record_error",
                &crate::runtime::redacted::of(&self.write_to_record_error),
            )
            .finish()
    }
}
