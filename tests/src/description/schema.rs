//! A schema with everything that holds for one value in one place.

use serde_json::{Map, Value};

use super::Description;

/// The keywords of a schema, with `$ref` and `allOf` put in place and the ways to write nullability taken out.
#[derive(Clone, Debug, Default)]
pub struct Keywords {
    /// What is left.
    pub map: Map<String, Value>,
    /// Whether the value may be null.
    pub nullable: bool,
}

impl Description {
    /// The keywords of `schema`.
    ///
    /// # Errors
    ///
    /// When a reference leads nowhere or in a circle.
    pub fn keywords(&self, schema: &Value) -> Result<Keywords, String> {
        let mut keywords = Keywords::default();
        self.gather(schema, &mut keywords, 0)?;
        keywords.take_null();
        // A choice between one thing and null is that thing.
        for word in ["oneOf", "anyOf"] {
            if let Some(Value::Array(members)) = keywords.map.get(word)
                && let [only] = members.as_slice()
            {
                let only = only.clone();
                keywords.map.remove(word);
                self.gather(&only, &mut keywords, 0)?;
                keywords.take_null();
            }
        }
        Ok(keywords)
    }

    fn gather(&self, schema: &Value, into: &mut Keywords, depth: usize) -> Result<(), String> {
        if depth > 32 {
            return Err("references run in a circle".to_owned());
        }
        let Value::Object(map) = schema else { return Ok(()) };
        for (keyword, value) in map {
            match (keyword.as_str(), value) {
                ("$ref", Value::String(_)) => self.gather(self.follow(schema)?, into, depth + 1)?,
                ("allOf", Value::Array(members)) => {
                    for member in members {
                        self.gather(member, into, depth + 1)?;
                    }
                }
                ("properties", Value::Object(members)) => {
                    if let Some(Value::Object(known)) = into.map.get_mut(keyword) {
                        known.extend(members.clone());
                    } else {
                        into.map.insert(keyword.clone(), value.clone());
                    }
                }
                ("required", Value::Array(names)) => {
                    if let Some(Value::Array(known)) = into.map.get_mut(keyword) {
                        known.extend(names.clone());
                    } else {
                        into.map.insert(keyword.clone(), value.clone());
                    }
                }
                _ => {
                    into.map.entry(keyword.clone()).or_insert_with(|| value.clone());
                }
            }
        }
        Ok(())
    }
}

impl Keywords {
    fn take_null(&mut self) {
        self.nullable |= self.map.remove("nullable") == Some(Value::Bool(true));
        for (word, null) in [("type", Value::from("null")), ("enum", Value::Null)] {
            if let Some(Value::Array(list)) = self.map.get_mut(word) {
                let before = list.len();
                list.retain(|item| *item != null);
                self.nullable |= list.len() < before;
            }
        }
        for word in ["oneOf", "anyOf"] {
            if let Some(Value::Array(list)) = self.map.get_mut(word) {
                let before = list.len();
                list.retain(|item| item["type"] != "null");
                self.nullable |= list.len() < before;
            }
        }
    }

    /// The types that the value may have.
    #[must_use]
    pub fn types(&self) -> Vec<&str> {
        match self.map.get("type") {
            Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(only)) => vec![only],
            _ if self.map.contains_key("properties") => vec!["object"],
            _ if self.map.contains_key("items") => vec!["array"],
            _ if self.map.contains_key("enum") => vec!["string"],
            _ => Vec::new(),
        }
    }

    /// The shapes that the value may have, if there are several.
    #[must_use]
    pub fn alternatives(&self) -> Option<&[Value]> {
        ["oneOf", "anyOf"].into_iter().find_map(|word| self.map.get(word)?.as_array()).map(Vec::as_slice)
    }

    /// The listed values.
    #[must_use]
    pub fn values(&self) -> Option<&[Value]> {
        self.map.get("enum").and_then(Value::as_array).map(Vec::as_slice)
    }

    /// A keyword that is a text.
    #[must_use]
    pub fn text(&self, word: &str) -> Option<&str> {
        self.map.get(word).and_then(Value::as_str)
    }

    /// Whether the property is required.
    #[must_use]
    pub fn requires(&self, name: &str) -> bool {
        self.map.get("required").and_then(Value::as_array).is_some_and(|names| names.iter().any(|other| other == name))
    }

    /// The properties.
    #[must_use]
    pub fn properties(&self) -> Option<&Map<String, Value>> {
        self.map.get("properties").and_then(Value::as_object)
    }
}
