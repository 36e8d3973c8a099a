//! What `createCustomer` sends and returns.

/// Request body of `createCustomer`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateCustomerBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    pub name: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sources: Option<Vec<CreateCustomerBodySourcesItem>>,
}

impl ::std::fmt::Debug for CreateCustomerBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateCustomerBody")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("phone", &crate::runtime::redacted::of(&self.phone))
            .field("sources", &self.sources)
            .finish()
    }
}

impl CreateCustomerBody {
    /// A builder of [`CreateCustomerBody`] in which nothing is set.
    pub fn builder() -> builder::CreateCustomerBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateCustomerBody
}

/// Item of the list `CreateCustomerBodySources`.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum CreateCustomerBodySourcesItem {
    NewCard(CreateCustomerBodySourcesItemNewCard),
    OtherNewSource(::serde_json::Map<String, ::serde_json::Value>),
}

impl ::std::fmt::Debug for CreateCustomerBodySourcesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::NewCard(value) => {
                f.debug_tuple("CreateCustomerBodySourcesItem::NewCard")
                    .field(value)
                    .finish()
            }
            Self::OtherNewSource(value) => {
                f.debug_tuple("CreateCustomerBodySourcesItem::OtherNewSource")
                    .field(&crate::runtime::redacted::of(value))
                    .finish()
            }
        }
    }
}

impl From<CreateCustomerBodySourcesItemNewCard> for CreateCustomerBodySourcesItem {
    #[inline]
    fn from(value: CreateCustomerBodySourcesItemNewCard) -> Self {
        Self::NewCard(value)
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>>

for CreateCustomerBodySourcesItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self::OtherNewSource(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for CreateCustomerBodySourcesItem {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or_fields(
                &[
                    "brand",
                    "exp_month",
                    "exp_year",
                    "fingerprint",
                    "id",
                    "last4",
                    "type",
                ],
                Self::NewCard,
            )
            .or(Self::OtherNewSource)
            .decide("CreateCustomerBodySourcesItem")
    }
}

/// A card.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateCustomerBodySourcesItemNewCard {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub brand: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exp_month: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exp_year: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fingerprint: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last4: Option<String>,
    /// Probably always `card`.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: Option<String>,
}

impl ::std::fmt::Debug for CreateCustomerBodySourcesItemNewCard {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateCustomerBodySourcesItemNewCard")
            .field("brand", &crate::runtime::redacted::of(&self.brand))
            .field("exp_month", &self.exp_month)
            .field("exp_year", &self.exp_year)
            .field("fingerprint", &crate::runtime::redacted::of(&self.fingerprint))
            .field("id", &self.id)
            .field("last4", &crate::runtime::redacted::of(&self.last4))
            .field("type", &crate::runtime::redacted::of(&self.type_))
            .finish()
    }
}

impl CreateCustomerBodySourcesItemNewCard {
    /// A builder of [`CreateCustomerBodySourcesItemNewCard`] in which nothing is set.
    pub fn builder() -> builder::CreateCustomerBodySourcesItemNewCard {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateCustomerBodySourcesItemNewCard
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateCustomerBody`](crate::types::CreateCustomerBody).
    #[derive(Clone)]
    pub struct CreateCustomerBody {
        email: Result<Option<String>, crate::ConversionError>,
        name: Result<String, crate::ConversionError>,
        phone: Result<Option<String>, crate::ConversionError>,
        sources: Result<
            Option<Vec<super::CreateCustomerBodySourcesItem>>,
            crate::ConversionError,
        >,
    }
    impl Default for CreateCustomerBody {
        #[inline]
        fn default() -> Self {
            Self {
                email: Ok(Default::default()),
                name: Err("no value supplied for name".into()),
                phone: Ok(Default::default()),
                sources: Ok(Default::default()),
            }
        }
    }
    impl CreateCustomerBody {
        /// Sets `email`.
        pub fn email(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.email = crate::runtime::conversion::optional("email", Some(value));
            self
        }
        /// Sets `email` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_email(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.email = crate::runtime::conversion::optional("email", value);
            self
        }
        /// Sets `name`.
        pub fn name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.name = crate::runtime::conversion::required("name", value);
            self
        }
        /// Sets `phone`.
        pub fn phone(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.phone = crate::runtime::conversion::optional("phone", Some(value));
            self
        }
        /// Sets `phone` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_phone(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.phone = crate::runtime::conversion::optional("phone", value);
            self
        }
        /// Sets `sources`.
        pub fn sources(
            mut self,
            value: impl TryInto<
                Vec<super::CreateCustomerBodySourcesItem>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.sources = crate::runtime::conversion::optional("sources", Some(value));
            self
        }
        /// Sets `sources` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_sources(
            mut self,
            value: Option<
                impl TryInto<
                    Vec<super::CreateCustomerBodySourcesItem>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.sources = crate::runtime::conversion::optional("sources", value);
            self
        }
    }
    impl TryFrom<CreateCustomerBody> for super::CreateCustomerBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: CreateCustomerBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                email: value.email?,
                name: value.name?,
                phone: value.phone?,
                sources: value.sources?,
            })
        }
    }
    impl From<super::CreateCustomerBody> for CreateCustomerBody {
        #[inline]
        fn from(value: super::CreateCustomerBody) -> Self {
            Self {
                email: Ok(value.email),
                name: Ok(value.name),
                phone: Ok(value.phone),
                sources: Ok(value.sources),
            }
        }
    }
    /// Builder of [`CreateCustomerBodySourcesItemNewCard`](crate::types::CreateCustomerBodySourcesItemNewCard).
    #[derive(Clone)]
    pub struct CreateCustomerBodySourcesItemNewCard {
        brand: Result<Option<String>, crate::ConversionError>,
        exp_month: Result<Option<f64>, crate::ConversionError>,
        exp_year: Result<Option<f64>, crate::ConversionError>,
        fingerprint: Result<Option<String>, crate::ConversionError>,
        id: Result<Option<String>, crate::ConversionError>,
        last4: Result<Option<String>, crate::ConversionError>,
        type_: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for CreateCustomerBodySourcesItemNewCard {
        #[inline]
        fn default() -> Self {
            Self {
                brand: Ok(Default::default()),
                exp_month: Ok(Default::default()),
                exp_year: Ok(Default::default()),
                fingerprint: Ok(Default::default()),
                id: Ok(Default::default()),
                last4: Ok(Default::default()),
                type_: Ok(Default::default()),
            }
        }
    }
    impl CreateCustomerBodySourcesItemNewCard {
        /// Sets `brand`.
        pub fn brand(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.brand = crate::runtime::conversion::optional("brand", Some(value));
            self
        }
        /// Sets `brand` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_brand(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.brand = crate::runtime::conversion::optional("brand", value);
            self
        }
        /// Sets `exp_month`.
        pub fn exp_month(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.exp_month = crate::runtime::conversion::optional(
                "exp_month",
                Some(value),
            );
            self
        }
        /// Sets `exp_month` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_exp_month(
            mut self,
            value: Option<impl TryInto<f64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.exp_month = crate::runtime::conversion::optional("exp_month", value);
            self
        }
        /// Sets `exp_year`.
        pub fn exp_year(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.exp_year = crate::runtime::conversion::optional(
                "exp_year",
                Some(value),
            );
            self
        }
        /// Sets `exp_year` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_exp_year(
            mut self,
            value: Option<impl TryInto<f64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.exp_year = crate::runtime::conversion::optional("exp_year", value);
            self
        }
        /// Sets `fingerprint`.
        pub fn fingerprint(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.fingerprint = crate::runtime::conversion::optional(
                "fingerprint",
                Some(value),
            );
            self
        }
        /// Sets `fingerprint` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_fingerprint(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.fingerprint = crate::runtime::conversion::optional(
                "fingerprint",
                value,
            );
            self
        }
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
        /// Sets `last4`.
        pub fn last4(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.last4 = crate::runtime::conversion::optional("last4", Some(value));
            self
        }
        /// Sets `last4` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_last4(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.last4 = crate::runtime::conversion::optional("last4", value);
            self
        }
        /// Sets `type`: Probably always `card`.
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
    impl TryFrom<CreateCustomerBodySourcesItemNewCard>
    for super::CreateCustomerBodySourcesItemNewCard {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateCustomerBodySourcesItemNewCard,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                brand: value.brand?,
                exp_month: value.exp_month?,
                exp_year: value.exp_year?,
                fingerprint: value.fingerprint?,
                id: value.id?,
                last4: value.last4?,
                type_: value.type_?,
            })
        }
    }
    impl From<super::CreateCustomerBodySourcesItemNewCard>
    for CreateCustomerBodySourcesItemNewCard {
        #[inline]
        fn from(value: super::CreateCustomerBodySourcesItemNewCard) -> Self {
            Self {
                brand: Ok(value.brand),
                exp_month: Ok(value.exp_month),
                exp_year: Ok(value.exp_year),
                fingerprint: Ok(value.fingerprint),
                id: Ok(value.id),
                last4: Ok(value.last4),
                type_: Ok(value.type_),
            }
        }
    }
}
