//! Media types: which range holds which, and how the parts of a form are encoded.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Comparison, Scope, Sides};
use crate::{
    resolve::{Description, flag, members, same, text},
    rules::Kind,
    shape::shape,
    types::Types,
};

/// The levels of a form whose values are written as text: the form itself, and its fields.
const FORM_LEVELS: u8 = 2;

/// By normal form: the media type as it is written, and what is said of it.
type MediaTypes<'a> = BTreeMap<String, (&'a str, &'a Value)>;

impl<'a> Comparison<'a> {
    /// Compares what is below `content`, by media type.
    pub(super) fn content(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let media = |holder: &'a Value| -> MediaTypes<'a> {
            members(holder.get("content")).map(|(name, media)| (media_type(name), (name, media))).collect()
        };
        let (before, after) = (media(old), media(new));
        for (key, (name, media)) in &before {
            if let Some((_, other)) = after.get(key) {
                self.media(scope, key, media, other);
            } else if let Some((range, wider, other)) = narrowest_holder(key, &after) {
                if !before.contains_key(range) {
                    let (before, after) = (Value::from(*name), Value::from(wider));
                    let sides = Sides::both(media, other);
                    self.record(scope, Kind::MediaTypeWidened, sides, "", Some(&before), Some(&after));
                }
                self.media(scope, key, media, other);
            } else {
                self.lost_media_type(scope, (key, name, media), &after, new);
            }
        }
        for (key, (name, media)) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
            let range = narrowest_holder(key, &before);
            if let Some((range, _, other)) = range {
                // What the range said is what holds for it now, or not; a range that is gone was compared before.
                if after.contains_key(range) {
                    self.media(scope, key, other, media);
                }
                continue;
            }
            // A range that only widens one that was there is told as that.
            let widens = before.keys().any(|known| !after.contains_key(known) && holds(key, known));
            if !widens {
                let after = Value::from(*name);
                self.record(scope, Kind::MediaTypeAdded, Sides::added(old, media), "", None, Some(&after));
            }
        }
    }

    /// A media type that nothing of the new description holds: parts of it may be left.
    fn lost_media_type(
        &mut self,
        scope: Scope,
        (key, name, media): (&str, &str, &'a Value),
        after: &MediaTypes<'a>,
        holder: &'a Value,
    ) {
        let parts: Vec<_> = after.iter().filter(|(other, _)| holds(key, other)).collect();
        let before = Value::from(name);
        let Some((_, (first, other))) = parts.first() else {
            let sides = Sides::removed(media, holder);
            return self.record(scope, Kind::MediaTypeRemoved, sides, "", Some(&before), None);
        };
        let after = Value::from(*first);
        let sides = Sides::both(media, other);
        self.record(scope, Kind::MediaTypeNarrowed, sides, "", Some(&before), Some(&after));
        for (key, (_, other)) in parts {
            self.media(scope, key, media, other);
        }
    }

    fn media(&mut self, scope: Scope, media_type: &str, old: &'a Value, new: &'a Value) {
        let is_form = is_form(media_type);
        let schema_scope = if is_form { Scope { text: FORM_LEVELS, ..scope } } else { scope };
        self.optional_schema(schema_scope, "schema", old, new);
        self.examples(scope, old, new);
        // Other media types have no parts, so that an encoding says nothing there.
        if is_form {
            self.encoding(scope, media_type, old, new);
        }
        self.metadata(scope, &["schema", "example", "examples", "encoding"], old, new);
    }

    fn encoding(&mut self, scope: Scope, media_type: &str, old: &'a Value, new: &'a Value) {
        if same(old.get("encoding"), new.get("encoding")) {
            return;
        }
        let shapes = (fields_of(self.old, old), fields_of(self.new, new));
        for (name, old_fields) in &shapes.0 {
            // A field that comes or goes says so itself, and an encoding without a field says nothing.
            let Some(new_fields) = shapes.1.get(name) else { continue };
            let said = |media: &'a Value| media.get("encoding").and_then(|encoding| encoding.get(name));
            let (before, after) = (said(old), said(new));
            if before.is_none() && after.is_none() {
                continue;
            }
            let usual = (usual_type(self.old, old_fields), usual_type(self.new, new_fields));
            let types = |encoding: Option<&Value>, usual: &str| -> Vec<String> {
                let said = encoding.and_then(|encoding| text(encoding, "contentType")).unwrap_or(usual);
                said.split(',').map(|one| self::media_type(one.trim())).collect()
            };
            let (old_types, new_types) = (types(before, usual.0), types(after, usual.1));
            let within = |inner: &[String], outer: &[String]| {
                inner.iter().all(|one| outer.iter().any(|range| range == one || holds(range, one)))
            };
            let kind = match (within(&old_types, &new_types), within(&new_types, &old_types)) {
                (true, true) => None,
                (true, false) => Some(Kind::EncodingWidened),
                (false, true) => Some(Kind::EncodingNarrowed),
                (false, false) => Some(Kind::EncodingChanged),
            };
            let sides = Sides::either(before, after, (old, new));
            let shown = |types: &[String]| Value::from(types.join(", "));
            if let Some(kind) = kind {
                self.record(scope, kind, sides, name, Some(&shown(&old_types)), Some(&shown(&new_types)));
            }
            if written_form(media_type, before) != written_form(media_type, after) {
                self.record(scope, Kind::EncodingChanged, sides, name, before, after);
            }
            let none = &Value::Null;
            self.headers(scope, before.unwrap_or(none), after.unwrap_or(none));
        }
    }
}

/// The fields of a form, each with its schemas.
fn fields_of<'a>(description: Description<'a>, media: &'a Value) -> BTreeMap<&'a str, Vec<&'a Value>> {
    media.get("schema").map(|schema| shape(description, &[schema]).properties).unwrap_or_default()
}

/// How a field of a form is written, with what is usual where nothing is said.
fn written_form(media_type: &str, encoding: Option<&Value>) -> (String, bool, bool) {
    if media_type.starts_with("multipart/") {
        return (String::new(), false, false);
    }
    let style = encoding.and_then(|encoding| text(encoding, "style")).unwrap_or("form");
    let explode = encoding.and_then(|encoding| encoding.get("explode")?.as_bool()).unwrap_or(style == "form");
    (style.to_owned(), explode, encoding.is_some_and(|encoding| flag(encoding, "allowReserved")))
}

/// The media type of a part for which none is said.
fn usual_type(description: Description<'_>, schemas: &[&Value]) -> &'static str {
    let field = shape(description, schemas);
    let kinds = field.kinds();
    let is_binary = |field: &crate::shape::Shape<'_>| {
        let format = field.limits.get("format").and_then(|format| format.value.as_str());
        matches!(format, Some("binary" | "byte")) || field.plain.contains_key("contentEncoding")
    };
    if kinds == Types::ARRAY {
        let items = shape(description, field.items.as_deref().unwrap_or_default());
        return match items.kinds() {
            kinds if kinds == Types::OBJECT => "application/json",
            _ if is_binary(&items) => "application/octet-stream",
            _ => "text/plain",
        };
    }
    match () {
        () if kinds == Types::OBJECT => "application/json",
        () if is_binary(&field) => "application/octet-stream",
        () => "text/plain",
    }
}

/// Whether one of the media types is a form, whose fields are read another way.
pub(super) fn has_form(holder: &Value) -> bool {
    members(holder.get("content")).any(|(name, _)| is_form(&media_type(name)))
}

fn is_form(media_type: &str) -> bool {
    media_type.starts_with("multipart/") || media_type == "application/x-www-form-urlencoded"
}

/// A media type without what makes no difference: case, spaces, and the character set that is usual anyway.
fn media_type(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut parts = lower.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default().to_owned();
    let mut rest: Vec<&str> = parts.filter(|part| !part.is_empty() && *part != "charset=utf-8").collect();
    rest.sort_unstable();
    rest.into_iter().fold(essence, |name, part| format!("{name};{part}"))
}

/// Whether a range holds a media type, or a smaller range: `*/*`, `text/*`, `application/*+json`, or no parameters.
fn holds(range: &str, name: &str) -> bool {
    if range == name {
        return false;
    }
    let essence = name.split(';').next().unwrap_or_default();
    let (Some((family, kind)), Some((own_family, own_kind))) = (range.split_once('/'), essence.split_once('/')) else {
        return range == "*";
    };
    if family == "*" {
        return true;
    }
    let suffixed = kind
        .strip_prefix("*+")
        .is_some_and(|suffix| own_kind.strip_suffix(suffix).is_some_and(|name| name.is_empty() || name.ends_with('+')));
    family == own_family && (kind == "*" || suffixed || range == essence)
}

/// The smallest range that holds a media type: in normal form, as it is written, and what is said of it.
fn narrowest_holder<'k, 'a>(key: &str, all: &'k MediaTypes<'a>) -> Option<(&'k str, &'a str, &'a Value)> {
    let ranges: Vec<&String> = all.keys().filter(|range| holds(range, key)).collect();
    let narrowest = ranges.iter().find(|one| !ranges.iter().any(|other| holds(one, other)))?;
    all.get(narrowest.as_str()).map(|(name, media)| (narrowest.as_str(), *name, *media))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_what_they_name() {
        for (range, name) in [
            ("*/*", "application/json"),
            ("text/*", "text/plain;version=1"),
            ("application/*+json", "application/problem+json"),
            ("application/json", "application/json;version=1"),
            ("*/*", "text/*"),
        ] {
            assert!(holds(range, name) && !holds(name, range), "{range} {name}");
        }
        assert!(!holds("application/json", "text/json") && !holds("application/*+json", "application/xml"));
    }
}
