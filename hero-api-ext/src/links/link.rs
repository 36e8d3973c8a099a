use std::fmt;

use hero_api::Json;

use crate::shown;

/// A link that was made or changed.
///
/// Most responses are known from samples only, so what they call their fields may differ: [`json`](Self::json) has the
/// whole.
#[derive(Clone, PartialEq)]
pub struct Link {
    url: Option<String>,
    id: Option<String>,
    response: Json,
}

impl Link {
    /// Reads a response in which `field` holds the URL, as far as is known.
    pub(super) fn from_response(response: Json, field: &str) -> Self {
        let text = |name: &str| match response.get(name)? {
            serde_json::Value::String(text) if !text.is_empty() => Some(text.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        let url = text(field).or_else(|| text("short_link")).or_else(|| text("url"));
        let id = text("short_link_id").or_else(|| text("attachment_uuid")).or_else(|| text("id"));
        Self { url, id, response }
    }

    /// The URL to give to the patient. Whoever has it can open it.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The id of the link: to ask for its status, and for a booking link to change it.
    ///
    /// The reference does not say that it is the same id, nor that there is another.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The whole response.
    #[must_use]
    pub fn json(&self) -> &Json {
        &self.response
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Link").field("id", &shown::id(self.id())).finish_non_exhaustive()
    }
}
