//! Request bodies that are written as `multipart/form-data` (RFC 7578).

use bytes::Bytes;
use reqwest::header::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use crate::runtime::{Error, OperationInfo, Upload, request::UNWRITABLE};

/// A body that is sent as parts; generated for each body of that kind.
pub(crate) trait Parts {
    /// Adds a part for each value.
    fn write(&self, form: &mut Form);
}

/// The type of a field that holds files: one, none, or several.
pub(crate) trait Files {
    /// Calls `f` with each file.
    fn each(&self, f: &mut dyn FnMut(&Upload));
}

impl Files for Upload {
    fn each(&self, f: &mut dyn FnMut(&Upload)) {
        f(self);
    }
}

impl<T: Files> Files for Option<T> {
    fn each(&self, f: &mut dyn FnMut(&Upload)) {
        if let Some(files) = self {
            files.each(f);
        }
    }
}

impl<T: Files> Files for Vec<T> {
    fn each(&self, f: &mut dyn FnMut(&Upload)) {
        for files in self {
            files.each(f);
        }
    }
}

/// The parts of a body, in the order in which they are sent.
#[derive(Default)]
pub(crate) struct Form {
    parts: Vec<Part>,
    problem: Option<String>,
}

struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    bytes: Bytes,
}

impl Form {
    /// Adds the files of a field. `content_type` is the media type that the description gives the field.
    pub(crate) fn files<T: Files>(&mut self, name: &str, files: &T, content_type: Option<&str>) {
        files.each(&mut |file| {
            let file_name = file.file_name.clone().unwrap_or_else(|| name.to_owned());
            let content_type = file.content_type.as_deref().or(content_type).unwrap_or("application/octet-stream");
            self.add(name, Some(file_name), Some(content_type), file.bytes.clone());
        });
    }

    /// Adds a value: a text as it is, a list as one part per item, an object as JSON. `null` adds nothing.
    pub(crate) fn value<T: Serialize>(&mut self, name: &str, value: &T, content_type: Option<&str>) {
        match serde_json::to_value(value) {
            Ok(value) => self.json(name, value, content_type),
            Err(_) => self.problem = Some(format!("the field {name} of the body does not serialise")),
        }
    }

    /// Adds each member of an object whose fields the description does not list.
    pub(crate) fn members<T: Serialize>(&mut self, body: &T) {
        match serde_json::to_value(body) {
            Ok(Value::Object(members)) => members.into_iter().for_each(|(name, value)| self.json(&name, value, None)),
            Ok(Value::Null) => {}
            _ => self.problem = Some("the body is no object, so it has no parts".to_owned()),
        }
    }

    fn json(&mut self, name: &str, value: Value, content_type: Option<&str>) {
        let text = match value {
            Value::Null => return,
            Value::Array(items) => return items.into_iter().for_each(|item| self.json(name, item, content_type)),
            Value::String(text) => text,
            object @ Value::Object(_) => {
                let content_type = content_type.or(Some("application/json"));
                return self.add(name, None, content_type, object.to_string().into());
            }
            other => other.to_string(),
        };
        self.add(name, None, content_type, text.into());
    }

    fn add(&mut self, name: &str, file_name: Option<String>, content_type: Option<&str>, bytes: Bytes) {
        if content_type.is_some_and(|text| !text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())) {
            self.problem =
                Some(format!("the media type of the part {name} has a character that a header cannot carry"));
        }
        let content_type = content_type.map(str::to_owned);
        self.parts.push(Part { name: name.to_owned(), file_name, content_type, bytes });
    }

    /// The media type with its boundary, and the body.
    fn encoded(self) -> Result<(String, Vec<u8>), String> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let boundary = boundary(&self.parts);
        let mut body = Vec::new();
        for part in &self.parts {
            body.extend(
                format!("--{boundary}\r\ncontent-disposition: form-data; name=\"{}\"", quoted(&part.name)).bytes(),
            );
            if let Some(file_name) = &part.file_name {
                body.extend(format!("; filename=\"{}\"", quoted(file_name)).bytes());
            }
            if let Some(content_type) = &part.content_type {
                body.extend(format!("\r\ncontent-type: {content_type}").bytes());
            }
            body.extend(b"\r\n\r\n");
            body.extend(&part.bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{boundary}--\r\n").bytes());
        Ok((format!("multipart/form-data; boundary={boundary}"), body))
    }
}

/// A text that is in no part. It depends on the parts only, so a request can be sent again and compared.
fn boundary(parts: &[Part]) -> String {
    let mut number = 0_u64;
    loop {
        let boundary = format!("boundary-{number:016x}");
        let within = |part: &Part| part.bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes());
        if !parts.iter().any(within) {
            return boundary;
        }
        number += 1;
    }
}

/// A name for use between quotation marks, escaped as browsers do it.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// The media type and the bytes of `body`.
///
/// # Errors
///
/// A value does not serialise, or a media type is not a valid header value.
pub(crate) fn encoded<T: Parts>(operation: &'static OperationInfo, body: &T) -> Result<(HeaderValue, Vec<u8>), Error> {
    let mut form = Form::default();
    body.write(&mut form);
    let (content_type, body) = form.encoded().map_err(|problem| Error::invalid_request(operation, problem))?;
    let content_type =
        HeaderValue::try_from(content_type).map_err(|_| Error::invalid_request(operation, UNWRITABLE))?;
    Ok((content_type, body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::operation::fixture::GET_THING;

    struct Letter(Vec<Upload>, Value);

    impl Parts for Letter {
        fn write(&self, form: &mut Form) {
            form.files("scans", &self.0, Some("image/png"));
            form.value("title", &self.1["title"], None);
            form.members(&self.1["others"]);
        }
    }

    fn text(letter: &Letter) -> Result<(String, String), Error> {
        let (content_type, bytes) = encoded(&GET_THING, letter)?;
        let content_type = content_type.to_str().unwrap_or_default().to_owned();
        Ok((content_type, String::from_utf8_lossy(&bytes).replace("\r\n", "\n")))
    }

    #[test]
    fn files_and_values_become_parts() -> Result<(), Error> {
        let files = vec![
            Upload::new(b"one".as_slice()).with_file_name("a \"b\"\r\n.png"),
            Upload::new(b"two".as_slice()).with_content_type("image/gif"),
        ];
        let values =
            serde_json::json!({"title": "é", "others": {"n": 1, "list": ["x", true], "o": {"k": 2}, "none": null}});
        let (content_type, body) = text(&Letter(files, values))?;
        assert_eq!(content_type, "multipart/form-data; boundary=boundary-0000000000000000");
        let expected = [
            "name=\"scans\"; filename=\"a %22b%22%0D%0A.png\"\ncontent-type: image/png\n\none",
            "name=\"scans\"; filename=\"scans\"\ncontent-type: image/gif\n\ntwo",
            "name=\"title\"\n\né",
            "name=\"list\"\n\ntrue",
            "name=\"list\"\n\nx",
            "name=\"n\"\n\n1",
            "name=\"o\"\ncontent-type: application/json\n\n{\"k\":2}",
        ];
        let parts: Vec<&str> = body.split("--boundary-0000000000000000").collect();
        assert_eq!(parts.first(), Some(&""));
        assert_eq!(parts.last(), Some(&"--\n"));
        let mut found: Vec<String> = parts[1..parts.len() - 1]
            .iter()
            .filter_map(|part| part.strip_prefix("\ncontent-disposition: form-data; ")?.strip_suffix('\n'))
            .map(str::to_owned)
            .collect();
        // Another crate may turn on `preserve_order`, so the order of members is not fixed.
        found[3..].sort();
        assert_eq!(found, expected);
        Ok(())
    }

    #[test]
    fn the_boundary_is_in_no_part() -> Result<(), Error> {
        let file = Upload::new(b"--boundary-0000000000000000".as_slice());
        let (content_type, _) = text(&Letter(vec![file], Value::Null))?;
        assert!(content_type.ends_with("=boundary-0000000000000001"), "{content_type}");
        Ok(())
    }

    #[test]
    fn an_unsendable_part_is_an_error_without_its_value() {
        let file = Upload::new(b"x".as_slice()).with_content_type("image/png\r\nmarker: 1");
        for letter in [Letter(vec![file], Value::Null), Letter(Vec::new(), serde_json::json!({"others": "marker"}))] {
            let error = text(&letter).err();
            assert!(error.as_ref().is_some_and(Error::is_invalid_request));
            assert!(!format!("{error:?}").contains("marker"), "{error:?}");
        }
    }
}
