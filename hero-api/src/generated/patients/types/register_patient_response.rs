//! The type [`RegisterPatientResponse`].

/// Response of `registerPatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientResponse {
    pub patient_id: String,
}

impl ::std::fmt::Debug for RegisterPatientResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientResponse")
            .field("patient_id", &self.patient_id)
            .finish()
    }
}
