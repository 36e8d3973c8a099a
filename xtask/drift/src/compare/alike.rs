//! Whether two parts are written alike, which most are: a shortcut that needs no reading of schemas.

use serde_json::Value;

/// Whether two things that hold schemas are written alike: a parameter, a body, a response.
pub(super) fn holders_alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let (Value::Object(old), Value::Object(new)) = (old, new) else { return false };
    old.len() == new.len()
        && old.iter().zip(new).all(|((key, before), (new_key, after))| {
            key == new_key
                && match key.as_str() {
                    "schema" => alike(before, after, references),
                    "content" => media_alike(before, after, references),
                    // What is behind these is no schema.
                    "$ref" | "headers" | "links" => false,
                    _ => alike_without_references(before, after),
                }
        })
}

fn media_alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let (Value::Object(old), Value::Object(new)) = (old, new) else { return false };
    old.len() == new.len()
        && old
            .iter()
            .zip(new)
            .all(|((name, before), (new_name, after))| name == new_name && holders_alike(before, after, references))
}

/// Whether two schemas are written alike, which most are: then only what they refer to can differ.
///
/// Gives up where a reference means more than the schema at its place, and where keys stand in another order.
pub(super) fn alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    match (old, new) {
        (Value::Object(old_members), Value::Object(new_members)) if old_members.len() == new_members.len() => {
            old_members.iter().zip(new_members).all(|((key, before), (new_key, after))| {
                if key != new_key {
                    return false;
                }
                match key.as_str() {
                    "$ref" if before.is_string() => {
                        references.push((old, new));
                        old_members.len() == 1 && before == after
                    }
                    // Data, in which a reference is text.
                    "example" | "examples" | "default" | "enum" | "const" => before == after,
                    // These say which way a field goes, so what is below has to be looked at.
                    // A discriminator can mean schemas that nothing here refers to.
                    "readOnly" | "writeOnly" | "discriminator" => false,
                    "items" | "additionalProperties" => alike(before, after, references),
                    "properties" => fields_alike(before, after, references),
                    _ => alike_without_references(before, after),
                }
            })
        }
        (Value::Array(old_items), Value::Array(new_items)) if old_items.len() == new_items.len() => {
            old_items.iter().zip(new_items).all(|(before, after)| alike(before, after, references))
        }
        (old, new) => old == new,
    }
}

fn alike_without_references(old: &Value, new: &Value) -> bool {
    let mut references = Vec::new();
    alike(old, new, &mut references) && references.is_empty()
}

/// The same for schemas by the names of fields, which may be the names of keywords.
fn fields_alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else { return false };
    let pairs = || old.iter().zip(new);
    old.len() == new.len()
        && pairs().all(|((name, before), (other, after))| name == other && alike(before, after, references))
}
