//! The type [`Pharmacy`].

/// A pharmacy that belongs to a prescriber.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct Pharmacy {
    pub email: String,
    pub id: String,
    pub mobile: String,
    pub name: String,
    pub prescriber_id: String,
}

impl ::std::fmt::Debug for Pharmacy {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("Pharmacy")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("id", &self.id)
            .field("mobile", &crate::runtime::redacted::of(&self.mobile))
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("prescriber_id", &self.prescriber_id)
            .finish()
    }
}
