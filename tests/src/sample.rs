//! Makes values for the schemas of the description: valid ones with everything in them, and ones that depart from it in the
//! ways in which servers do.

mod pattern;
mod style;

use serde_json::{Map, Value, json};

pub use self::style::{EXTRA_FIELD, Field, Numbers, Style, TIME};
use crate::description::{Description, Keywords};

/// Nested deeper, optional fields are left out and lists empty, since a schema may hold itself.
const DEPTH: usize = 12;

impl Description {
    /// A value for `schema`.
    ///
    /// # Errors
    ///
    /// When the schema holds something that the sampler has to be taught.
    pub fn sample(&self, schema: &Value, style: Style<'_>) -> Result<Value, String> {
        self.sample_named("", schema, style)
    }

    /// A value for the `schema` of a parameter or field called `name`.
    ///
    /// # Errors
    ///
    /// As [`sample`](Self::sample).
    pub fn sample_named(&self, name: &str, schema: &Value, style: Style<'_>) -> Result<Value, String> {
        Sampler { description: self, style }.value(schema, name, 0).map_err(|error| format!("{name}: {error}"))
    }

    /// How many alternatives the widest choice below `schema` has; 1 without a choice.
    ///
    /// # Errors
    ///
    /// When a reference leads nowhere.
    pub fn widest_choice(&self, schema: &Value) -> Result<usize, String> {
        self.widest(schema, 0)
    }

    fn widest(&self, schema: &Value, depth: usize) -> Result<usize, String> {
        let keywords = self.keywords(schema)?;
        let mut widest = keywords.types().len().max(1).max(keywords.alternatives().map_or(1, <[Value]>::len));
        if depth < DEPTH {
            let inner = ["items", "additionalProperties"].into_iter().filter_map(|word| keywords.map.get(word));
            let properties = keywords.properties().into_iter().flat_map(Map::values);
            for schema in inner.chain(properties).chain(keywords.alternatives().unwrap_or_default()) {
                widest = widest.max(self.widest(schema, depth + 1)?);
            }
        }
        Ok(widest)
    }
}

struct Sampler<'a> {
    description: &'a Description,
    style: Style<'a>,
}

impl Sampler<'_> {
    fn value(&self, schema: &Value, name: &str, depth: usize) -> Result<Value, String> {
        let keywords = self.description.keywords(schema)?;
        let choice = |count: usize| self.style.alternative % count.max(1);
        let types = keywords.types();
        if let Some(shape) = self.style.shape.filter(|_| keywords.alternatives().is_some() || types.len() > 1) {
            return Ok(shape.clone());
        }
        if let Some(members) = keywords.alternatives().filter(|members| !members.is_empty()) {
            // Fields beside the choice hold whichever is chosen.
            let mut value = self.value(&members[choice(members.len())], name, depth + 1)?;
            if let (Value::Object(members), true) = (&mut value, keywords.properties().is_some()) {
                members.extend(self.object(&keywords, depth)?);
            }
            return Ok(value);
        }
        if let Some(value) = keywords.map.get("const") {
            return Ok(value.clone());
        }
        let kind = types.get(choice(types.len())).copied();
        if let Some(first) = keywords.values().and_then(<[Value]>::first) {
            return Ok(self.style.enums.filter(|_| first.is_string()).map_or_else(|| first.clone(), Value::from));
        }
        Ok(match kind {
            Some("string") => Value::from(self.string(&keywords, name)?),
            Some(kind @ ("integer" | "number")) => self.number(kind, &keywords),
            Some("boolean") => json!(true),
            Some("array") if self.style.lists == Field::Null => Value::Null,
            Some("array") if depth > DEPTH => json!([]),
            Some("array") => {
                let items = keywords.map.get("items").unwrap_or(&Value::Null);
                json!([self.value(items, name, depth + 1)?])
            }
            Some("object") => Value::Object(self.object(&keywords, depth)?),
            Some(other) => return Err(format!("the sampler does not know the type {other}")),
            None => json!({ "open": self.style.text }),
        })
    }

    fn object(&self, keywords: &Keywords, depth: usize) -> Result<Map<String, Value>, String> {
        let mut object = Map::new();
        for (name, schema) in keywords.properties().into_iter().flatten() {
            let field = match self.style.optional {
                _ if keywords.requires(name) => Field::Given,
                _ if depth > DEPTH => Field::Absent,
                optional => optional,
            };
            // What is required and may be null is null where optional fields are.
            let nullable = self.style.optional == Field::Null && self.description.keywords(schema)?.nullable;
            match field {
                Field::Absent => {}
                Field::Null => {
                    object.insert(name.clone(), Value::Null);
                }
                Field::Given if nullable => {
                    object.insert(name.clone(), Value::Null);
                }
                Field::Given => {
                    let value = self.value(schema, name, depth + 1).map_err(|error| format!("{name}: {error}"))?;
                    object.insert(name.clone(), value);
                }
            }
        }
        match keywords.map.get("additionalProperties") {
            Some(schema @ Value::Object(_)) => {
                object.insert(self.style.text.to_owned(), self.value(schema, "", depth + 1)?);
            }
            // Open objects keep what they are given.
            Some(Value::Bool(true)) => {
                object.insert("open".to_owned(), json!({ "open": [self.style.text, 1, null] }));
            }
            _ if keywords.properties().is_none() => {
                object.insert("open".to_owned(), json!(self.style.text));
            }
            _ => {}
        }
        // In a map, another key is no other field.
        if self.style.extra && !matches!(keywords.map.get("additionalProperties"), Some(Value::Object(_))) {
            object.insert(EXTRA_FIELD.to_owned(), json!({ "later": [1, "text"] }));
        }
        Ok(object)
    }

    fn string(&self, keywords: &Keywords, name: &str) -> Result<String, String> {
        let free = (self.style.is_free)(name);
        let text = if free { self.style.text } else { "12" };
        let shortest = keywords.map.get("minLength").and_then(Value::as_u64).unwrap_or(0);
        let shortest = usize::try_from(shortest).unwrap_or(usize::MAX);
        if let Some(pattern) = keywords.text("pattern") {
            return pattern::text(pattern, shortest, text);
        }
        Ok(match keywords.text("format") {
            Some("date-time") => if free { self.style.free_time } else { self.style.time }.to_owned(),
            Some("date") => if free { self.style.free_time } else { self.style.time }.chars().take(10).collect(),
            Some("email") => format!("{text}@example.test"),
            Some("uri" | "url") => format!("https://example.test/{text}"),
            Some("uuid") => "67e55044-10b1-426f-9247-bb680e5fe0c8".to_owned(),
            Some("ipv4") => "192.0.2.1".to_owned(),
            Some("ipv6") => "2001:db8::1".to_owned(),
            _ => {
                let mut text = text.to_owned();
                while text.chars().count() < shortest {
                    text.push('x');
                }
                let longest = keywords.map.get("maxLength").and_then(Value::as_u64).unwrap_or(u64::MAX);
                text.chars().take(usize::try_from(longest).unwrap_or(usize::MAX)).collect()
            }
        })
    }

    fn number(&self, kind: &str, keywords: &Keywords) -> Value {
        let number = number(keywords, 12.0).ceil();
        match (self.style.numbers, kind) {
            (Numbers::WithPoint, _) => json!(number),
            (Numbers::AsTyped, "number") => json!(number + 0.5),
            #[expect(clippy::cast_possible_truncation, reason = "bounds of a description are small")]
            _ => json!(number as i64),
        }
    }
}

/// `wanted`, or the closest number to it that the bounds allow.
fn number(keywords: &Keywords, wanted: f64) -> f64 {
    let bound = |word: &str| keywords.map.get(word).and_then(Value::as_f64);
    let lowest = bound("minimum").or_else(|| bound("exclusiveMinimum").map(|bound| bound + 1.0));
    let highest = bound("maximum").or_else(|| bound("exclusiveMaximum").map(|bound| bound - 1.0));
    wanted.max(lowest.unwrap_or(f64::MIN)).min(highest.unwrap_or(f64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn description() -> Description {
        Description::of(json!({"components": {"schemas": {
            "Pet": {"type": "object", "required": ["id", "kind"], "properties": {
                "id": {"type": "string", "pattern": "^\\d+$"},
                "kind": {"enum": ["cat", "dog"]},
                "born_at": {"type": ["string", "null"], "format": "date-time"},
                "legs": {"type": "integer", "minimum": 20},
                "weight": {"type": "number"},
                "owner": {"oneOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "null"}]},
                "names": {"type": "array", "items": {"type": "string", "minLength": 6}},
                "parents": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}, "x-deep": true},
            }},
            "Owner": {"oneOf": [{"type": "boolean"}, {"allOf": [{"properties": {"a": {"const": 1}}}, {"properties": {"b": {}}}]}]},
        }}}))
    }

    fn pet(style: Style<'_>) -> Value {
        let mut pet = description().sample(&json!({"$ref": "#/components/schemas/Pet"}), style).unwrap();
        // Their samples are the same thing again, as deep as samples go.
        pet.as_object_mut().unwrap().remove("parents");
        pet
    }

    #[test]
    fn a_full_sample_has_everything_in_it() {
        let full = json!({
            "id": "1", "kind": "cat", "born_at": TIME, "legs": 20, "weight": 12.5, "owner": true, "names": ["textxx"],
        });
        assert_eq!(pet(Style::FULL), full);
        let other = pet(Style { alternative: 1, enums: Some("fish"), ..Style::FULL });
        assert_eq!(other["owner"], json!({"a": 1, "b": {"open": "text"}}));
        assert_eq!(other["kind"], "fish");
    }

    #[test]
    fn optional_fields_are_absent_on_demand() {
        assert_eq!(pet(Style { optional: Field::Absent, ..Style::FULL }), json!({"id": "1", "kind": "cat"}));
        let null = pet(Style { optional: Field::Null, ..Style::FULL });
        assert_eq!([&null["id"], &null["born_at"], &null["names"]], [&json!("1"), &json!(null), &json!(null)]);
        assert_eq!(pet(Style { lists: Field::Null, ..Style::FULL })["names"], json!(null));
    }

    #[test]
    fn texts_and_times_are_marked_by_field() {
        let style =
            Style { text: "marker", free_time: "1948-07-05T00:00:00Z", is_free: |name| name != "names", ..Style::FULL };
        let marked = pet(style);
        assert_eq!(marked["born_at"], "1948-07-05T00:00:00Z");
        assert_eq!(marked["names"], json!(["12xxxx"]));
    }

    #[test]
    fn the_widest_choice_is_found_wherever_it_is() {
        let schema = json!({"items": {"properties": {"pet": {"$ref": "#/components/schemas/Pet"}}}});
        assert_eq!(description().widest_choice(&schema), Ok(2));
        assert_eq!(description().widest_choice(&json!({"type": "string"})), Ok(1));
    }
}
