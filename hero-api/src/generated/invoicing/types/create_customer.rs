//! The types [`CreateCustomerBody`], [`CreateCustomerBodySourcesItem`], [`CreateCustomerBodySourcesItemNewCard`].
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
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateCustomerBody")
            .field("email", &crate::redacted::of(&self.email))
            .field("name", &crate::redacted::of(&self.name))
            .field("phone", &crate::redacted::of(&self.phone))
            .field("sources", &self.sources)
            .finish()
    }
}

impl CreateCustomerBody {
    /// Starts a [`CreateCustomerBody`] with nothing set.
    pub fn builder() -> builder::CreateCustomerBody {
        Default::default()
    }
}

/// Item of the list `CreateCustomerBodySources`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum CreateCustomerBodySourcesItem {
    NewCard(CreateCustomerBodySourcesItemNewCard),
    OtherNewSource(::serde_json::Map<String, ::serde_json::Value>),
}

impl ::std::fmt::Debug for CreateCustomerBodySourcesItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::NewCard(value) => {
                f.debug_tuple("CreateCustomerBodySourcesItem::NewCard")
                    .field(value)
                    .finish()
            }
            Self::OtherNewSource(value) => {
                f.debug_tuple("CreateCustomerBodySourcesItem::OtherNewSource")
                    .field(&crate::redacted::of(value))
                    .finish()
            }
        }
    }
}

impl From<CreateCustomerBodySourcesItemNewCard> for CreateCustomerBodySourcesItem {
    fn from(value: CreateCustomerBodySourcesItemNewCard) -> Self {
        Self::NewCard(value)
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>>
for CreateCustomerBodySourcesItem {
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self::OtherNewSource(value)
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
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateCustomerBodySourcesItemNewCard")
            .field("brand", &crate::redacted::of(&self.brand))
            .field("exp_month", &self.exp_month)
            .field("exp_year", &self.exp_year)
            .field("fingerprint", &crate::redacted::of(&self.fingerprint))
            .field("id", &self.id)
            .field("last4", &crate::redacted::of(&self.last4))
            .field("type", &crate::redacted::of(&self.type_))
            .finish()
    }
}

impl CreateCustomerBodySourcesItemNewCard {
    /// Starts a [`CreateCustomerBodySourcesItemNewCard`] with nothing set.
    pub fn builder() -> builder::CreateCustomerBodySourcesItemNewCard {
        Default::default()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateCustomerBody`](crate::types::CreateCustomerBody).
    #[derive(Clone)]
    pub struct CreateCustomerBody {
        email: Result<Option<String>, String>,
        name: Result<String, String>,
        phone: Result<Option<String>, String>,
        sources: Result<Option<Vec<super::CreateCustomerBodySourcesItem>>, String>,
    }
    impl Default for CreateCustomerBody {
        fn default() -> Self {
            Self {
                email: Ok(Default::default()),
                name: Err("no value supplied for name".to_string()),
                phone: Ok(Default::default()),
                sources: Ok(Default::default()),
            }
        }
    }
    impl CreateCustomerBody {
        /// Sets `email`.
        pub fn email<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.email = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for email: {e}"));
            self
        }
        /// Sets `name`.
        pub fn name<T>(mut self, value: T) -> Self
        where
            T: TryInto<String>,
            T::Error: ::std::fmt::Display,
        {
            self.name = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for name: {e}"));
            self
        }
        /// Sets `phone`.
        pub fn phone<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.phone = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for phone: {e}"));
            self
        }
        /// Sets `sources`.
        pub fn sources<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<Vec<super::CreateCustomerBodySourcesItem>>>,
            T::Error: ::std::fmt::Display,
        {
            self.sources = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for sources: {e}")
                });
            self
        }
    }
    impl TryFrom<CreateCustomerBody> for super::CreateCustomerBody {
        type Error = crate::ConversionError;
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
        fn from(value: super::CreateCustomerBody) -> Self {
            Self {
                email: Ok(value.email),
                name: Ok(value.name),
                phone: Ok(value.phone),
                sources: Ok(value.sources),
            }
        }
    }
    impl ::std::fmt::Debug for CreateCustomerBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateCustomerBody").finish_non_exhaustive()
        }
    }
    /// Builder of [`CreateCustomerBodySourcesItemNewCard`](crate::types::CreateCustomerBodySourcesItemNewCard).
    #[derive(Clone)]
    pub struct CreateCustomerBodySourcesItemNewCard {
        brand: Result<Option<String>, String>,
        exp_month: Result<Option<f64>, String>,
        exp_year: Result<Option<f64>, String>,
        fingerprint: Result<Option<String>, String>,
        id: Result<Option<String>, String>,
        last4: Result<Option<String>, String>,
        type_: Result<Option<String>, String>,
    }
    impl Default for CreateCustomerBodySourcesItemNewCard {
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
        pub fn brand<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.brand = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for brand: {e}"));
            self
        }
        /// Sets `exp_month`.
        pub fn exp_month<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<f64>>,
            T::Error: ::std::fmt::Display,
        {
            self.exp_month = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for exp_month: {e}")
                });
            self
        }
        /// Sets `exp_year`.
        pub fn exp_year<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<f64>>,
            T::Error: ::std::fmt::Display,
        {
            self.exp_year = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for exp_year: {e}")
                });
            self
        }
        /// Sets `fingerprint`.
        pub fn fingerprint<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.fingerprint = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for fingerprint: {e}")
                });
            self
        }
        /// Sets `id`.
        pub fn id<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.id = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for id: {e}"));
            self
        }
        /// Sets `last4`.
        pub fn last4<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.last4 = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for last4: {e}"));
            self
        }
        /// Sets `type`: Probably always `card`.
        pub fn type_<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.type_ = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for type_: {e}"));
            self
        }
    }
    impl TryFrom<CreateCustomerBodySourcesItemNewCard>
    for super::CreateCustomerBodySourcesItemNewCard {
        type Error = crate::ConversionError;
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
    impl ::std::fmt::Debug for CreateCustomerBodySourcesItemNewCard {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateCustomerBodySourcesItemNewCard")
                .finish_non_exhaustive()
        }
    }
}
