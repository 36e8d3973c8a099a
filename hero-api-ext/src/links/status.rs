use std::fmt;

use hero_api::Json;
use serde::Deserialize;

use crate::{shown, view};

/// What became of a link.
#[derive(Clone, Deserialize, PartialEq)]
pub struct LinkStatus {
    #[serde(default, deserialize_with = "view::text")]
    status: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "view::text")]
    kind: Option<String>,
    #[serde(default)]
    reference: Json,
}

impl LinkStatus {
    /// The status, as the API calls it. Only `unused` is documented.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.status.as_deref()
    }

    /// Whether nobody has used the link.
    #[must_use]
    pub fn is_unused(&self) -> bool {
        self.as_str() == Some("unused")
    }

    /// The kind of the link. Only `booking` is documented.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// What the link led to, as open values: the reference does not show their fields.
    #[must_use]
    pub fn references(&self) -> Vec<Json> {
        Json::items(self.reference.clone())
    }
}

/// A word that is not documented is not shown.
impl fmt::Debug for LinkStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LinkStatus")
            .field("status", &shown::word(self.as_str(), &["unused"]))
            .field("kind", &shown::word(self.kind(), &["booking"]))
            .finish_non_exhaustive()
    }
}
