//! What `listCoupons` sends and returns.

/// Item of `data` in `ListCouponsResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListCouponsItem {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount_off: Option<f64>,
    /// What the coupon is valid for. Stripe itself has a list of products here.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub applies_to: ::serde_json::Map<String, ::serde_json::Value>,
    pub id: String,
    pub name: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub percent_off: Option<f64>,
}

impl ::std::fmt::Debug for ListCouponsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListCouponsItem")
            .field("amount_off", &self.amount_off)
            .field("applies_to", &crate::runtime::redacted::of(&self.applies_to))
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("percent_off", &self.percent_off)
            .finish()
    }
}

/// Response of `listCoupons`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListCouponsResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListCouponsItem>,
}

impl ::std::fmt::Debug for ListCouponsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListCouponsResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
