//! Responses for mocks, completed from the description.

use serde_json::Value;

use super::{
    SandboxError,
    complete::{complete, complete_items, is_array},
    description::Description,
    schema::Checked,
};

/// A response of an operation for a mock of your own: what is given, and what the description requires besides.
///
/// What is added says as little as the description admits: null, an empty list, an empty text. A null that it does not admit is
/// replaced. Anything else that is given stays, also where it contradicts the description. In an array where the description has
/// an envelope with `data`, or one object, each item is completed.
///
/// # Errors
///
/// The description has no operation with this id.
///
/// # Examples
///
/// ```
/// use hero_api_ext::{
///     hero_api::{Operation, builder::GetForm},
///     sandbox::completed_response,
/// };
/// use serde_json::json;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let body = completed_response("getForm", json!({ "id": "5" }))?;
/// let form: <GetForm as Operation>::Output = serde_json::from_value(body)?;
/// assert_eq!(form.id, "5");
/// # Ok(())
/// # }
/// ```
pub fn completed_response(operation_id: &str, given: Value) -> Result<Value, SandboxError> {
    let description = Description::embedded()?;
    let operation = description.operation(operation_id).ok_or(SandboxError::UnknownOperation)?;
    let (root, mut response) = (&description.root, given);
    if let Some(Checked { schema, .. }) = &operation.success.schema {
        match &mut response {
            Value::Array(items) if !is_array(root, schema) => complete_items(root, schema, items),
            response => complete(root, schema, response),
        }
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use hero_api::{Operation, builder::GetForm};
    use serde_json::json;

    use super::*;

    #[test]
    fn completed_response_keeps_what_is_given() {
        let form = completed_response("getForm", json!({ "id": "5", "later": true })).unwrap();
        assert_eq!((&form["id"], &form["later"]), (&json!("5"), &json!(true)));
        let form: <GetForm as Operation>::Output = serde_json::from_value(form).unwrap();
        assert_eq!(form.id, "5");
        assert!(completed_response("getForms", json!({})).is_err());
    }

    #[test]
    fn array_items_are_completed_as_those_of_data() {
        let list = completed_response("listForms", json!({ "data": [{ "id": "5" }] })).unwrap();
        let array = completed_response("listForms", json!([{ "id": "5" }])).unwrap();
        assert_eq!(array, list["data"]);
        assert!(array[0].as_object().unwrap().len() > 1, "{array}");
        let form = completed_response("getForm", json!({})).unwrap();
        assert_eq!(completed_response("getForm", json!([{}])).unwrap(), json!([form]));
    }
}
