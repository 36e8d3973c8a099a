//! A field or value: its type, its flags, its rules.

use serde_json::{Map, Value, json};

use super::{
    fact::Fact,
    provenance::Provenance,
    references::{Seen, stated_types},
    walk::{Context, Walk},
};

/// The pattern of a numeric id. It needs an example: a mock server that makes a value of its own sends the word `string`.
const DIGITS: &str = r"^\d+$";

impl Walk<'_> {
    /// A field of an object: its flags follow from the facts and from how well they are known.
    pub(super) fn field(&mut self, place: &str, fact: &Fact, schema: &Value, required: bool, context: Context) {
        let provenance = context.provenance(fact);
        let uncertain = context.response && provenance != Provenance::Read;
        let never_null = context.wrapper && provenance == Provenance::Inferred;
        let seen = self.see(place, schema);
        self.provenance(place, provenance, seen.keywords.get("x-provenance"), context.component);
        self.flag(place, "required", fact.required && !uncertain, required);
        self.flag(place, "nullable", fact.nullable || (uncertain && !never_null), seen.nullable);
        self.compare(place, fact, &seen, context.inside(fact));
    }

    /// A body, a list item or an alternative: not a field, so it need not state its provenance.
    pub(super) fn value(&mut self, place: &str, fact: &Fact, schema: &Value, context: Context) {
        let seen = self.see(place, schema);
        if let Some(stated) = seen.keywords.get("x-provenance") {
            self.same(format!("{place} x-provenance"), Some(&json!(context.provenance(fact).name())), Some(stated));
        }
        self.flag(place, "nullable", fact.nullable, seen.nullable);
        self.compare(place, fact, &seen, context.inside(fact));
    }

    /// Stated only where it differs from what goes without saying: the operation's, or `read` in a component.
    pub(super) fn provenance(&mut self, place: &str, expected: Provenance, stated: Option<&Value>, component: bool) {
        let silent = if component { Provenance::Read } else { self.own };
        let place = format!("{place} x-provenance");
        match stated {
            None if expected != silent => {
                self.differs(place, expected.name(), format!("nothing, so {}", silent.name()));
            }
            Some(stated) if *stated != expected.name() => self.differs(place, expected.name(), stated.to_string()),
            Some(_) if expected == silent => {
                self.differs(
                    place,
                    format!("nothing beside the {} that holds already", silent.name()),
                    expected.name(),
                );
            }
            _ => {}
        }
    }

    pub(super) fn compare(&mut self, place: &str, fact: &Fact, seen: &Seen, context: Context) {
        let context = Context { component: context.component || seen.component, ..context };
        if let Some(name) = &fact.same_as {
            let Some(shape) = self.facts.shapes.shapes.get(name) else {
                return self.differs(place, format!("the same as {name}, which shapes.yaml does not have"), "?");
            };
            // A component says itself how well its fields are known, whatever leads to it.
            let inherited = context.inherited.filter(|_| !context.component);
            return self.compare(place, shape, seen, Context { inherited, ..context });
        }
        let keywords = &seen.keywords;
        if fact.one_of.is_empty() {
            self.types(place, fact, keywords);
        } else {
            self.alternatives(place, fact, keywords, context);
        }
        self.same(
            format!("{place} format"),
            fact.format.as_ref().map(|text| json!(text)).as_ref(),
            keywords.get("format"),
        );
        self.same(
            format!("{place} pattern"),
            fact.pattern.as_ref().map(|text| json!(text)).as_ref(),
            keywords.get("pattern"),
        );
        self.same(format!("{place} default"), fact.default.as_ref(), keywords.get("default"));
        self.same(
            format!("{place} minLength"),
            fact.min_length.map(|number| json!(number)).as_ref(),
            keywords.get("minLength"),
        );
        self.same(
            format!("{place} minimum"),
            fact.minimum.map(|number| json!(number)).as_ref(),
            keywords.get("minimum"),
        );
        self.values(place, fact, keywords);
        match fact.kind.as_deref() {
            Some("array") => self.items(place, fact, keywords, context),
            Some("object") => self.object(place, fact, keywords, context),
            _ => {}
        }
        let mut known = vec![
            "type",
            "title",
            "description",
            "format",
            "pattern",
            "default",
            "minLength",
            "minimum",
            "enum",
            "x-enum-open",
            "x-provenance",
        ];
        match fact.kind.as_deref() {
            Some("array") => known.push("items"),
            Some("object") => known.extend(["properties", "required", "additionalProperties"]),
            _ => {}
        }
        known.extend((!fact.one_of.is_empty()).then_some("anyOf"));
        if fact.pattern.as_deref() == Some(DIGITS) {
            self.same(format!("{place} examples"), Some(&json!(["1"])), keywords.get("examples"));
            known.push("examples");
        }
        known.extend(fact.example.is_some().then_some("examples"));
        self.extra_keys(place, &Value::Object(keywords.clone()), &known);
    }

    pub(super) fn types(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>) {
        let expected: Vec<_> = fact.kind.iter().chain(&fact.any_of).map(String::as_str).collect();
        let stated = stated_types(keywords);
        if expected != stated {
            self.differs(
                format!("{place} type"),
                expected.join(" or "),
                if stated.is_empty() { "nothing".into() } else { stated.join(" or ") },
            );
        }
    }
}
