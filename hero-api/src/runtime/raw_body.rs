use std::fmt;

use bytes::Bytes;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

/// A response body that is not JSON: a document, an image, a table. It holds the bytes unchanged.
///
/// `Debug` shows only how many bytes there are.
#[derive(Clone, Default, Eq, PartialEq)]
pub struct RawBody(Bytes);

impl RawBody {
    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }

    /// The body as text, if it is UTF-8.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl AsRef<[u8]> for RawBody {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Bytes> for RawBody {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawBody({} bytes)", self.0.len())
    }
}

// Formats without a type for bytes, such as JSON, write a list of numbers.
impl Serialize for RawBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

// The output of every operation implements `Deserialize`. `response::decode` hands the bytes over as they are.
impl<'de> Deserialize<'de> for RawBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl Visitor<'_> for BytesVisitor {
            type Value = RawBody;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<RawBody, E> {
                Ok(RawBody(Bytes::copy_from_slice(bytes)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawBody, E> {
                self.visit_bytes(text.as_bytes())
            }
        }

        deserializer.deserialize_bytes(BytesVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_the_number_of_bytes_only() {
        let body = RawBody::from(Bytes::from_static(b"marker"));
        assert_eq!(format!("{body:?}"), "RawBody(6 bytes)");
        assert_eq!(body.as_text(), Some("marker"));
        assert_eq!(serde_json::to_string(&body).ok().as_deref(), Some("[109,97,114,107,101,114]"));
    }
}
