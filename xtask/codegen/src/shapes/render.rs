//! The text of the shapes, which `hero-api` compiles in and `hero-api-ext` reads when it observes.
//!
//! It is JSON with one line for each shape and operation, so that a change shows as few lines. `t` are the types, `p` the
//! fields (`1` after the shape: required), `o` is an open object, `m` a map, `i` the items, `v` the values, `k` says that they
//! are technical, `f` is the format.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{OperationShapes, Shape, Shapes};

impl Shapes {
    /// The text.
    #[must_use]
    pub fn render(&self) -> String {
        let mut rendered =
            Rendered { shapes: self, lines: Vec::new(), of_shape: HashMap::new(), of_line: HashMap::new() };
        let operations: Vec<String> = self
            .operations
            .iter()
            .map(|(id, operation)| format!("{}:{}", Value::from(id.as_str()), rendered.operation(operation)))
            .collect();
        format!(
            "{{\"shapes\":[\n{}\n],\n\"operations\":{{\n{}\n}}}}\n",
            rendered.lines.join(",\n"),
            operations.join(",\n")
        )
    }
}

struct Rendered<'a> {
    shapes: &'a Shapes,
    lines: Vec<String>,
    of_shape: HashMap<usize, usize>,
    of_line: HashMap<String, usize>,
}

impl Rendered<'_> {
    fn operation(&mut self, operation: &OperationShapes) -> Value {
        let mut entry = Map::new();
        let request = self.content(&operation.request);
        if !request.is_empty() {
            entry.insert("request".to_owned(), request.into());
        }
        let mut responses = Map::new();
        for (status, response) in &operation.responses {
            let mut of_status = Map::new();
            let content = self.content(&response.content);
            if !content.is_empty() {
                of_status.insert("c".to_owned(), content.into());
            }
            if !response.headers.is_empty() {
                of_status.insert("h".to_owned(), json!(response.headers));
            }
            responses.insert(status.clone(), of_status.into());
        }
        entry.insert("responses".to_owned(), responses.into());
        for (name, parameter) in [("index", &operation.page_index), ("size", &operation.page_size)] {
            if let Some((parameter, _)) = parameter {
                entry.insert(name.to_owned(), parameter.as_str().into());
            }
        }
        entry.into()
    }

    fn content(&mut self, content: &std::collections::BTreeMap<String, usize>) -> Map<String, Value> {
        content.iter().map(|(name, shape)| (name.clone(), self.shape(*shape).into())).collect()
    }

    /// The line of a shape; shapes that say the same, and contain nothing, share one.
    fn shape(&mut self, index: usize) -> usize {
        if let Some(known) = self.of_shape.get(&index) {
            return *known;
        }
        let Some(shape) = self.shapes.shapes.get(index) else { return 0 };
        let has_inside = !shape.properties.is_empty() || shape.map.is_some() || shape.items.is_some();
        if has_inside {
            // A line before its parts: a shape may contain itself.
            let line = self.lines.len();
            self.lines.push(String::new());
            self.of_shape.insert(index, line);
            let text = self.text(shape);
            if let Some(place) = self.lines.get_mut(line) {
                *place = text;
            }
            return line;
        }
        let text = self.text(shape);
        let line = *self.of_line.entry(text.clone()).or_insert_with(|| {
            self.lines.push(text);
            self.lines.len() - 1
        });
        self.of_shape.insert(index, line);
        line
    }

    fn text(&mut self, shape: &Shape) -> String {
        let mut entry = Map::new();
        entry.insert("t".to_owned(), shape.types.into());
        let mut fields = Map::new();
        for (name, property) in &shape.properties {
            let line = self.shape(property.shape);
            fields.insert(name.clone(), if property.required { json!([line, 1]) } else { json!([line]) });
        }
        if !fields.is_empty() {
            entry.insert("p".to_owned(), fields.into());
        }
        for (name, inner) in [("m", shape.map), ("i", shape.items)] {
            if let Some(inner) = inner {
                let line = self.shape(inner);
                entry.insert(name.to_owned(), line.into());
            }
        }
        for (name, is_so) in [("o", shape.open), ("k", shape.technical)] {
            if is_so {
                entry.insert(name.to_owned(), true.into());
            }
        }
        if let Some(values) = &shape.values {
            entry.insert("v".to_owned(), json!(values));
        }
        if let Some(format) = &shape.format {
            entry.insert("f".to_owned(), format.as_str().into());
        }
        Value::from(entry).to_string()
    }
}
