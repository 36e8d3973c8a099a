//! The type [`RegisterPatientBody`].

use crate::types::{RegisterPatientBodyWithEmail, RegisterPatientBodyWithMobile};

/// Request body of `registerPatient`.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RegisterPatientBody {
    Mobile(RegisterPatientBodyWithMobile),
    Email(RegisterPatientBodyWithEmail),
}

impl ::std::fmt::Debug for RegisterPatientBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Mobile(value) => {
                f.debug_tuple("RegisterPatientBody::Mobile").field(value).finish()
            }
            Self::Email(value) => {
                f.debug_tuple("RegisterPatientBody::Email").field(value).finish()
            }
        }
    }
}

impl From<RegisterPatientBodyWithMobile> for RegisterPatientBody {
    #[inline]
    fn from(value: RegisterPatientBodyWithMobile) -> Self {
        Self::Mobile(value)
    }
}

impl From<RegisterPatientBodyWithEmail> for RegisterPatientBody {
    #[inline]
    fn from(value: RegisterPatientBodyWithEmail) -> Self {
        Self::Email(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBody {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or_fields(
                &[
                    "address_line_1",
                    "address_line_2",
                    "address_line_3",
                    "country",
                    "county",
                    "data_source",
                    "dob",
                    "ehr_partner_id",
                    "email",
                    "first_name",
                    "landline",
                    "last_name",
                    "mobile",
                    "nhs_number",
                    "postcode",
                    "sex",
                    "title",
                ],
                Self::Mobile,
            )
            .or_fields(
                &[
                    "address_line_1",
                    "address_line_2",
                    "address_line_3",
                    "country",
                    "county",
                    "data_source",
                    "dob",
                    "ehr_partner_id",
                    "email",
                    "first_name",
                    "landline",
                    "last_name",
                    "mobile",
                    "nhs_number",
                    "postcode",
                    "sex",
                    "title",
                ],
                Self::Email,
            )
            .decide("RegisterPatientBody")
    }
}
