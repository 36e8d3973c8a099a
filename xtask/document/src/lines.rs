//! The line of each node, found by JSON pointer.

use std::collections::HashMap;
use std::sync::Arc;

use crate::schema::unescape;

/// The line of each node of a document.
///
/// A member of an object has the line of its key, an item of an array the line it starts on. What an alias stands for
/// has the lines of the anchored text.
#[derive(Debug, Clone)]
pub struct Lines(pub(super) Node);

#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) line: usize,
    // Shared: an alias of a large node costs nothing.
    pub(super) inner: Arc<Inner>,
}

#[derive(Debug, Clone, Default)]
pub(super) enum Inner {
    #[default]
    Scalar,
    Array(Vec<Node>),
    Object(HashMap<String, Node>),
}

impl Node {
    pub(super) fn new(line: usize, inner: Inner) -> Self {
        Self { line, inner: Arc::new(inner) }
    }

    fn child(&self, token: &str) -> Option<&Self> {
        match &*self.inner {
            Inner::Scalar => None,
            Inner::Array(items) => items.get(token.parse::<usize>().ok()?),
            Inner::Object(members) => members.get(token),
        }
    }
}

impl Lines {
    /// The line of the node at a JSON pointer, counted from 1; nothing when the document as written has no such node.
    #[must_use]
    pub fn line(&self, pointer: &str) -> Option<usize> {
        let (line, whole) = self.walk(pointer);
        whole.then_some(line)
    }

    /// The line of the node, or of the nearest node around it that is in the document as written.
    #[must_use]
    pub fn nearest(&self, pointer: &str) -> usize {
        self.walk(pointer).0
    }

    fn walk(&self, pointer: &str) -> (usize, bool) {
        let mut node = &self.0;
        // A pointer starts with a slash, so the text before the first one is not a token.
        for token in pointer.split('/').skip(1) {
            let token = unescape(token);
            match node.child(&token) {
                Some(child) => node = child,
                None => return (node.line, false),
            }
        }
        (node.line, pointer.is_empty() || pointer.starts_with('/'))
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;

    const YAML: &str = "openapi: 3.1.0\n# a comment\npaths:\n  /v1/me:\n    get:\n      tags: [a, b]\n      parameters:\n        - name: x\n\n        - name: y\n\
                        shared: &s\n  k:\n    v: 1\ncopy: *s\n";
    const JSON: &str = "{\n\"openapi\": \"3.1.0\",\n\"paths\": {\"/v1/me\": {\n  \"get\": {\"tags\": [\"]\\\"\",\n\"b\"], \"parameters\": [\n{\"name\": \"x\"},\n\n{\"name\":\n\"y\"}]}}}\n}";

    #[test]
    fn each_node_has_the_line_of_its_key_or_item() {
        let yaml = Document::parse(YAML).expect("YAML").lines;
        for (pointer, line) in [
            ("", 1),
            ("/paths", 3),
            ("/paths/~1v1~1me", 4),
            ("/paths/~1v1~1me/get/tags/1", 6),
            ("/paths/~1v1~1me/get/parameters/0", 8),
            ("/paths/~1v1~1me/get/parameters/1/name", 10),
            ("/shared/k/v", 13),
            ("/copy", 14),
            ("/copy/k/v", 13),
        ] {
            assert_eq!(yaml.line(pointer), Some(line), "{pointer}");
        }
        let json = Document::parse(JSON).expect("JSON").lines;
        for (pointer, line) in [
            ("", 1),
            ("/paths", 3),
            ("/paths/~1v1~1me", 3),
            ("/paths/~1v1~1me/get", 4),
            ("/paths/~1v1~1me/get/tags/1", 5),
            ("/paths/~1v1~1me/get/parameters/0", 6),
            ("/paths/~1v1~1me/get/parameters/1", 8),
            ("/paths/~1v1~1me/get/parameters/1/name", 8),
        ] {
            assert_eq!(json.line(pointer), Some(line), "{pointer}");
        }
    }

    #[test]
    fn an_unwritten_node_takes_the_line_around_it() {
        let lines = Document::parse(YAML).expect("YAML").lines;
        assert_eq!(lines.line("/paths/~1v1~1me/post"), None);
        assert_eq!(lines.nearest("/paths/~1v1~1me/post/responses"), 4);
        assert_eq!(lines.line("/openapi/deeper"), None);
        assert_eq!(lines.nearest("no pointer"), 1);
        assert_eq!(lines.line("no pointer"), None);
    }
}
