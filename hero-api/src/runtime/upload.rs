use std::fmt;

use bytes::Bytes;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

/// A file in a request that is sent as `multipart/form-data` ([RFC 7578](https://www.rfc-editor.org/rfc/rfc7578)).
///
/// `Debug` shows only how many bytes there are: a file name is often the name of a person.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::Upload;")]
///
/// let scan = Upload::new(b"%PDF-1.7".as_slice()).with_file_name("letter.pdf").with_content_type("application/pdf");
/// assert_eq!(format!("{scan:?}"), "Upload(8 bytes)");
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Upload {
    pub(crate) bytes: Bytes,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
}

impl Upload {
    /// A file with these bytes. Without further settings, it is sent under the name of its field and as
    /// `application/octet-stream`.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into(), file_name: None, content_type: None }
    }

    /// Sends the file under this name.
    #[must_use]
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Sends the file as this media type, such as `application/pdf`. A media type that a header cannot carry makes the call
    /// fail with [`is_invalid_request`](crate::Error::is_invalid_request).
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}

impl From<Vec<u8>> for Upload {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({} bytes)", self.bytes.len())
    }
}

// Formats without a type for bytes, such as JSON, write a list of numbers.
impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes)
    }
}

impl<'de> Deserialize<'de> for Upload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl<'de> Visitor<'de> for BytesVisitor {
            type Value = Upload;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes, or a list of them")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Upload, E> {
                Ok(Upload::new(Bytes::copy_from_slice(bytes)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Upload, E> {
                self.visit_bytes(text.as_bytes())
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Upload, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = list.next_element::<u8>()? {
                    bytes.push(byte);
                }
                Ok(Upload::new(bytes))
            }
        }

        deserializer.deserialize_bytes(BytesVisitor)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Upload {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Upload".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "binary"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upload_round_trips_and_reads_text() -> Result<(), serde_json::Error> {
        let upload = Upload::from(vec![1, 2, 255]);
        assert_eq!(serde_json::from_value::<Upload>(serde_json::to_value(&upload)?)?, upload);
        assert_eq!(serde_json::from_str::<Upload>(r#""ab""#)?.into_bytes(), "ab");
        Ok(())
    }

    #[test]
    fn debug_shows_the_number_of_bytes_only() {
        let upload = Upload::new(b"marker".as_slice()).with_file_name("marker.pdf");
        assert_eq!(format!("{upload:?}"), "Upload(6 bytes)");
    }
}
