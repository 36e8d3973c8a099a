//! The type [`RegisterPatientBodyWithEmail`].

use crate::types::{
    RegisterPatientBodyWithEmailDob, RegisterPatientBodyWithEmailEmail,
    RegisterPatientBodyWithEmailFirstName, RegisterPatientBodyWithEmailLastName,
    RegisterPatientBodyWithEmailNhsNumber, Sex, Title,
};

/// With an email address; a mobile number is optional. All of this form is inferred.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmail {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_3: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub country: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    /// Free text here, unlike in the responses that hold a patient.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_source: Option<String>,
    pub dob: RegisterPatientBodyWithEmailDob,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    pub email: RegisterPatientBodyWithEmailEmail,
    pub first_name: RegisterPatientBodyWithEmailFirstName,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub landline: Option<String>,
    pub last_name: RegisterPatientBodyWithEmailLastName,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nhs_number: Option<RegisterPatientBodyWithEmailNhsNumber>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sex: Option<Sex>,
    /// One of the titles. An older copy of the page has the list without the empty string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<String, ::serde_json::Value>,
}

impl ::std::fmt::Debug for RegisterPatientBodyWithEmail {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientBodyWithEmail")
            .field("address_line_1", &crate::runtime::redacted::of(&self.address_line_1))
            .field("address_line_2", &crate::runtime::redacted::of(&self.address_line_2))
            .field("address_line_3", &crate::runtime::redacted::of(&self.address_line_3))
            .field("country", &crate::runtime::redacted::of(&self.country))
            .field("county", &crate::runtime::redacted::of(&self.county))
            .field("data_source", &crate::runtime::redacted::of(&self.data_source))
            .field("dob", &self.dob)
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .field("email", &self.email)
            .field("first_name", &self.first_name)
            .field("landline", &crate::runtime::redacted::of(&self.landline))
            .field("last_name", &self.last_name)
            .field("mobile", &crate::runtime::redacted::of(&self.mobile))
            .field("nhs_number", &self.nhs_number)
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("sex", &crate::runtime::redacted::of(&self.sex))
            .field("title", &crate::runtime::redacted::of(&self.title))
            .field("extra", &crate::runtime::redacted::of(&self.extra))
            .finish()
    }
}

impl RegisterPatientBodyWithEmail {
    /// A builder of [`RegisterPatientBodyWithEmail`] in which nothing is set.
    pub fn builder() -> builder::RegisterPatientBodyWithEmail {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::RegisterPatientBodyWithEmail
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`RegisterPatientBodyWithEmail`](crate::types::RegisterPatientBodyWithEmail).
    #[derive(Clone)]
    pub struct RegisterPatientBodyWithEmail {
        address_line_1: Result<Option<String>, crate::ConversionError>,
        address_line_2: Result<Option<String>, crate::ConversionError>,
        address_line_3: Result<Option<String>, crate::ConversionError>,
        country: Result<Option<String>, crate::ConversionError>,
        county: Result<Option<String>, crate::ConversionError>,
        data_source: Result<Option<String>, crate::ConversionError>,
        dob: Result<super::RegisterPatientBodyWithEmailDob, crate::ConversionError>,
        ehr_partner_id: Result<Option<String>, crate::ConversionError>,
        email: Result<super::RegisterPatientBodyWithEmailEmail, crate::ConversionError>,
        first_name: Result<
            super::RegisterPatientBodyWithEmailFirstName,
            crate::ConversionError,
        >,
        landline: Result<Option<String>, crate::ConversionError>,
        last_name: Result<
            super::RegisterPatientBodyWithEmailLastName,
            crate::ConversionError,
        >,
        mobile: Result<Option<String>, crate::ConversionError>,
        nhs_number: Result<
            Option<super::RegisterPatientBodyWithEmailNhsNumber>,
            crate::ConversionError,
        >,
        postcode: Result<Option<String>, crate::ConversionError>,
        sex: Result<Option<super::Sex>, crate::ConversionError>,
        title: Result<Option<super::Title>, crate::ConversionError>,
        extra: Result<
            ::serde_json::Map<String, ::serde_json::Value>,
            crate::ConversionError,
        >,
    }
    impl Default for RegisterPatientBodyWithEmail {
        #[inline]
        fn default() -> Self {
            Self {
                address_line_1: Ok(Default::default()),
                address_line_2: Ok(Default::default()),
                address_line_3: Ok(Default::default()),
                country: Ok(Default::default()),
                county: Ok(Default::default()),
                data_source: Ok(Default::default()),
                dob: Err("no value supplied for dob".into()),
                ehr_partner_id: Ok(Default::default()),
                email: Err("no value supplied for email".into()),
                first_name: Err("no value supplied for first_name".into()),
                landline: Ok(Default::default()),
                last_name: Err("no value supplied for last_name".into()),
                mobile: Ok(Default::default()),
                nhs_number: Ok(Default::default()),
                postcode: Ok(Default::default()),
                sex: Ok(Default::default()),
                title: Ok(Default::default()),
                extra: Ok(Default::default()),
            }
        }
    }
    impl RegisterPatientBodyWithEmail {
        /// Sets `address_line_1`.
        pub fn address_line_1(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.address_line_1 = crate::runtime::conversion::optional(
                "address_line_1",
                Some(value),
            );
            self
        }
        /// Sets `address_line_1` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_address_line_1(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.address_line_1 = crate::runtime::conversion::optional(
                "address_line_1",
                value,
            );
            self
        }
        /// Sets `address_line_2`.
        pub fn address_line_2(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.address_line_2 = crate::runtime::conversion::optional(
                "address_line_2",
                Some(value),
            );
            self
        }
        /// Sets `address_line_2` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_address_line_2(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.address_line_2 = crate::runtime::conversion::optional(
                "address_line_2",
                value,
            );
            self
        }
        /// Sets `address_line_3`.
        pub fn address_line_3(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.address_line_3 = crate::runtime::conversion::optional(
                "address_line_3",
                Some(value),
            );
            self
        }
        /// Sets `address_line_3` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_address_line_3(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.address_line_3 = crate::runtime::conversion::optional(
                "address_line_3",
                value,
            );
            self
        }
        /// Sets `country`.
        pub fn country(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.country = crate::runtime::conversion::optional("country", Some(value));
            self
        }
        /// Sets `country` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_country(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.country = crate::runtime::conversion::optional("country", value);
            self
        }
        /// Sets `county`.
        pub fn county(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.county = crate::runtime::conversion::optional("county", Some(value));
            self
        }
        /// Sets `county` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_county(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.county = crate::runtime::conversion::optional("county", value);
            self
        }
        /// Sets `data_source`: Free text here, unlike in the responses that hold a patient.
        pub fn data_source(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.data_source = crate::runtime::conversion::optional(
                "data_source",
                Some(value),
            );
            self
        }
        /// Sets `data_source` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_data_source(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.data_source = crate::runtime::conversion::optional(
                "data_source",
                value,
            );
            self
        }
        /// Sets `dob`.
        pub fn dob(
            mut self,
            value: impl TryInto<
                super::RegisterPatientBodyWithEmailDob,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::required("dob", value);
            self
        }
        /// Sets `ehr_partner_id`.
        pub fn ehr_partner_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                Some(value),
            );
            self
        }
        /// Sets `ehr_partner_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_partner_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                value,
            );
            self
        }
        /// Sets `email`.
        pub fn email(
            mut self,
            value: impl TryInto<
                super::RegisterPatientBodyWithEmailEmail,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.email = crate::runtime::conversion::required("email", value);
            self
        }
        /// Sets `first_name`.
        pub fn first_name(
            mut self,
            value: impl TryInto<
                super::RegisterPatientBodyWithEmailFirstName,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.first_name = crate::runtime::conversion::required("first_name", value);
            self
        }
        /// Sets `landline`.
        pub fn landline(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.landline = crate::runtime::conversion::optional(
                "landline",
                Some(value),
            );
            self
        }
        /// Sets `landline` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_landline(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.landline = crate::runtime::conversion::optional("landline", value);
            self
        }
        /// Sets `last_name`.
        pub fn last_name(
            mut self,
            value: impl TryInto<
                super::RegisterPatientBodyWithEmailLastName,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.last_name = crate::runtime::conversion::required("last_name", value);
            self
        }
        /// Sets `mobile`.
        pub fn mobile(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.mobile = crate::runtime::conversion::optional("mobile", Some(value));
            self
        }
        /// Sets `mobile` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_mobile(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.mobile = crate::runtime::conversion::optional("mobile", value);
            self
        }
        /// Sets `nhs_number`.
        pub fn nhs_number(
            mut self,
            value: impl TryInto<
                super::RegisterPatientBodyWithEmailNhsNumber,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.nhs_number = crate::runtime::conversion::optional(
                "nhs_number",
                Some(value),
            );
            self
        }
        /// Sets `nhs_number` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_nhs_number(
            mut self,
            value: Option<
                impl TryInto<
                    super::RegisterPatientBodyWithEmailNhsNumber,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.nhs_number = crate::runtime::conversion::optional("nhs_number", value);
            self
        }
        /// Sets `postcode`.
        pub fn postcode(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.postcode = crate::runtime::conversion::optional(
                "postcode",
                Some(value),
            );
            self
        }
        /// Sets `postcode` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_postcode(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.postcode = crate::runtime::conversion::optional("postcode", value);
            self
        }
        /// Sets `sex`.
        pub fn sex(
            mut self,
            value: impl TryInto<super::Sex, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.sex = crate::runtime::conversion::optional("sex", Some(value));
            self
        }
        /// Sets `sex` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_sex(
            mut self,
            value: Option<impl TryInto<super::Sex, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.sex = crate::runtime::conversion::optional("sex", value);
            self
        }
        /// Sets `title`: One of the titles. An older copy of the page has the list without the empty string.
        pub fn title(
            mut self,
            value: impl TryInto<super::Title, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.title = crate::runtime::conversion::optional("title", Some(value));
            self
        }
        /// Sets `title` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_title(
            mut self,
            value: Option<
                impl TryInto<super::Title, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.title = crate::runtime::conversion::optional("title", value);
            self
        }
        /// Sets `extra`.
        pub fn extra(
            mut self,
            value: impl TryInto<
                ::serde_json::Map<String, ::serde_json::Value>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.extra = crate::runtime::conversion::required("extra", value);
            self
        }
    }
    impl TryFrom<RegisterPatientBodyWithEmail> for super::RegisterPatientBodyWithEmail {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: RegisterPatientBodyWithEmail,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                address_line_1: value.address_line_1?,
                address_line_2: value.address_line_2?,
                address_line_3: value.address_line_3?,
                country: value.country?,
                county: value.county?,
                data_source: value.data_source?,
                dob: value.dob?,
                ehr_partner_id: value.ehr_partner_id?,
                email: value.email?,
                first_name: value.first_name?,
                landline: value.landline?,
                last_name: value.last_name?,
                mobile: value.mobile?,
                nhs_number: value.nhs_number?,
                postcode: value.postcode?,
                sex: value.sex?,
                title: value.title?,
                extra: value.extra?,
            })
        }
    }
    impl From<super::RegisterPatientBodyWithEmail> for RegisterPatientBodyWithEmail {
        #[inline]
        fn from(value: super::RegisterPatientBodyWithEmail) -> Self {
            Self {
                address_line_1: Ok(value.address_line_1),
                address_line_2: Ok(value.address_line_2),
                address_line_3: Ok(value.address_line_3),
                country: Ok(value.country),
                county: Ok(value.county),
                data_source: Ok(value.data_source),
                dob: Ok(value.dob),
                ehr_partner_id: Ok(value.ehr_partner_id),
                email: Ok(value.email),
                first_name: Ok(value.first_name),
                landline: Ok(value.landline),
                last_name: Ok(value.last_name),
                mobile: Ok(value.mobile),
                nhs_number: Ok(value.nhs_number),
                postcode: Ok(value.postcode),
                sex: Ok(value.sex),
                title: Ok(value.title),
                extra: Ok(value.extra),
            }
        }
    }
}
