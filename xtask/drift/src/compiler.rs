//! What the compiler says, read from `cargo check --message-format json`.

use std::collections::BTreeSet;

use serde::Deserialize;

/// A message of the compiler that has a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CompilerMessage {
    /// Whether it stops the compiler.
    pub is_error: bool,
    /// The name of the lint or the number of the error.
    pub code: Option<String>,
    /// What it says.
    pub text: String,
    /// The manifest of the package that was compiled.
    pub manifest: String,
    /// The file, as the compiler was given it.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The text of that line.
    pub source: String,
    /// The words of the message and of the lines that it is about.
    pub words: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    manifest_path: String,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    #[serde(rename = "message")]
    text: String,
    code: Option<Code>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

impl CompilerMessage {
    /// The messages that cargo printed, each once: a file that several targets compile is reported for each of them.
    #[must_use]
    pub fn read(printed: &str) -> Vec<Self> {
        let mut found = Vec::new();
        for line in printed.lines() {
            let Ok(Line { manifest_path, message: Some(message) }) = serde_json::from_str(line) else { continue };
            // A message without a place only counts the errors before it.
            let Some(primary) = message.spans.iter().find(|span| span.is_primary) else { continue };
            let code = message.spans.iter().flat_map(|span| &span.text).map(|text| text.text.as_str());
            let message = Self {
                is_error: message.level == "error",
                code: message.code.as_ref().map(|code| code.code.clone()),
                manifest: manifest_path,
                file: primary.file_name.clone(),
                line: primary.line_start,
                source: primary.text.first().map(|text| text.text.trim().to_owned()).unwrap_or_default(),
                words: code.chain([message.text.as_str()]).flat_map(words).map(str::to_owned).collect(),
                text: message.text,
            };
            if !found.contains(&message) {
                found.push(message);
            }
        }
        found
    }

    /// Whether two messages say the same of the same place.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.file, self.line, &self.text) == (&other.file, other.line, &other.text)
    }
}

/// The names in a text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn messages_are_read_once_with_their_place() {
        let gone = json!({"reason": "compiler-message", "manifest_path": "/app/Cargo.toml", "message": {
            "level": "error", "message": "no field `email` on type `Patient`", "code": {"code": "E0609"},
            "spans": [{"file_name": "src/lib.rs", "line_start": 7, "is_primary": true, "text": [{"text": "    patient.email"}]}],
        }})
        .to_string();
        let messages = [
            gone.clone(),
            gone,
            json!({"reason": "compiler-message", "message": {"level": "error", "message": "aborting", "spans": []}})
                .to_string(),
            json!({"reason": "build-finished", "success": false}).to_string(),
            "no JSON".to_owned(),
        ];
        let [message] = &CompilerMessage::read(&messages.join("\n"))[..] else { panic!("one message") };
        assert!(message.is_error);
        assert_eq!((message.file.as_str(), message.line, message.source.as_str()), ("src/lib.rs", 7, "patient.email"));
        assert_eq!(message.code.as_deref(), Some("E0609"));
        assert!(message.words.contains("email") && message.words.contains("Patient"));
    }
}
