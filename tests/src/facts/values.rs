//! What is inside a value: alternatives, listed values, items, fields.

use serde_json::{Map, Value, json};

use super::{
    fact::Fact,
    references::{show, stated_types},
    walk::{Context, Walk},
};

impl Walk<'_> {
    /// Alternatives are `anyOf`: no object excludes the fields of another, so `oneOf` would refuse a value that fits two.
    pub(super) fn alternatives(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>, context: Context) {
        let Some(members) = keywords.get("anyOf").and_then(Value::as_array) else {
            return self.differs(format!("{place} anyOf"), format!("{} alternatives", fact.one_of.len()), "nothing");
        };
        if keywords.get("type").is_some_and(|kind| kind != "object") {
            self.differs(format!("{place} type"), "alternatives", show(keywords.get("type")));
        }
        if members.len() != fact.one_of.len() {
            return self.differs(
                format!("{place} anyOf"),
                format!("{} alternatives", fact.one_of.len()),
                members.len().to_string(),
            );
        }
        for (number, (fact, schema)) in fact.one_of.iter().zip(members).enumerate() {
            let place = format!("{place}({})", number + 1);
            if !self.see(&place, schema).keywords.contains_key("title") {
                self.differs(format!("{place} title"), "an alternative, which needs a title", "nothing");
            }
            self.value(&place, fact, schema, context);
        }
    }

    pub(super) fn values(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>) {
        let shared = fact
            .enum_of
            .as_ref()
            .map(|name| self.facts.shapes.enums.get(name).cloned().unwrap_or_else(|| vec![json!(name)]));
        let expected = fact.values.clone().or(shared).map(Value::Array);
        self.same(format!("{place} enum"), expected.as_ref(), keywords.get("enum"));
        self.flag(place, "x-enum-open", fact.enum_cut, keywords.get("x-enum-open") == Some(&json!(true)));
        let text = keywords.get("description").and_then(Value::as_str).unwrap_or_default();
        for value in fact.enum_partial.iter().filter(|value| !text.contains(value.as_str())) {
            self.differs(
                format!("{place} description"),
                format!("the value {value}"),
                show(keywords.get("description")),
            );
        }
    }

    pub(super) fn items(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>, context: Context) {
        let inside = format!("{place}[]");
        match (&fact.items, keywords.get("items")) {
            (_, None) if !stated_types(keywords).contains(&"array") => {} // told as a wrong type
            (_, None) => self.differs(inside, "an item type", "nothing"),
            (None, Some(items)) => self.same(inside, Some(&json!({})), Some(items)),
            (Some(fact), Some(items)) => self.value(&inside, fact, items, context),
        }
    }

    pub(super) fn object(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>, context: Context) {
        let more = keywords.get("additionalProperties");
        let more_place = format!("{place} additionalProperties");
        match (&fact.additional_properties, more) {
            (Some(fact), Some(schema)) => self.value(&format!("{place}{{}}"), fact, schema, context),
            (Some(_), None) => self.differs(more_place, "a schema", "nothing"),
            (None, _) => self.same(more_place, fact.is_unknown_object().then_some(&json!(true)), more),
        }
        let is_body = !place.contains('.');
        let list = is_body && fact.fields.get("data").is_some_and(|data| data.kind.as_deref() == Some("array"));
        let none = Map::new();
        let properties = keywords.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required: Vec<_> = keywords
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (name, fact) in &fact.fields {
            let place = format!("{place}.{name}");
            let context = Context { wrapper: list && matches!(name.as_str(), "data" | "count"), ..context };
            match properties.get(name) {
                Some(schema) => self.field(&place, fact, schema, required.contains(&name.as_str()), context),
                None => self.differs(place, "a field", "nothing"),
            }
        }
        for name in properties.keys().filter(|name| !fact.fields.contains_key(*name)) {
            self.differs(format!("{place}.{name}"), "nothing", "a field");
        }
        for name in required.iter().filter(|name| !properties.contains_key(**name)) {
            self.differs(format!("{place}.{name} required"), "nothing", "required, without a property of this name");
        }
    }
}
