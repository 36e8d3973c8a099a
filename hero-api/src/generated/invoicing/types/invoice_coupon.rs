//! The type [`InvoiceCoupon`].

/// A coupon applied to an invoice.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct InvoiceCoupon {
    pub id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
}

impl ::std::fmt::Debug for InvoiceCoupon {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("InvoiceCoupon")
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .finish()
    }
}

impl InvoiceCoupon {
    /// A builder of [`InvoiceCoupon`] in which nothing is set.
    pub fn builder() -> builder::InvoiceCoupon {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::InvoiceCoupon
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`InvoiceCoupon`](crate::types::InvoiceCoupon).
    #[derive(Clone)]
    pub struct InvoiceCoupon {
        id: Result<String, crate::ConversionError>,
        name: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for InvoiceCoupon {
        #[inline]
        fn default() -> Self {
            Self {
                id: Err("no value supplied for id".into()),
                name: Ok(Default::default()),
            }
        }
    }
    impl InvoiceCoupon {
        /// Sets `id`.
        pub fn id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.id = crate::runtime::conversion::required("id", value);
            self
        }
        /// Sets `name`.
        pub fn name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.name = crate::runtime::conversion::optional("name", Some(value));
            self
        }
        /// Sets `name` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_name(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.name = crate::runtime::conversion::optional("name", value);
            self
        }
    }
    impl TryFrom<InvoiceCoupon> for super::InvoiceCoupon {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: InvoiceCoupon) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                id: value.id?,
                name: value.name?,
            })
        }
    }
    impl From<super::InvoiceCoupon> for InvoiceCoupon {
        #[inline]
        fn from(value: super::InvoiceCoupon) -> Self {
            Self {
                id: Ok(value.id),
                name: Ok(value.name),
            }
        }
    }
}
