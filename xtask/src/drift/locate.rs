//! The JSON pointer of each node that is asked for, found in one walk over the document.

use std::collections::HashMap;

use serde_json::Value;

use crate::schema::escape;

/// The pointers of nodes, which are known by their addresses.
pub(super) fn pointers(root: &Value, mut wanted: HashMap<usize, Option<String>>) -> HashMap<usize, String> {
    let mut left = wanted.len();
    walk(root, &mut String::new(), &mut wanted, &mut left);
    wanted.into_iter().filter_map(|(address, pointer)| Some((address, pointer?))).collect()
}

fn walk(node: &Value, pointer: &mut String, wanted: &mut HashMap<usize, Option<String>>, left: &mut usize) {
    if *left == 0 {
        return;
    }
    if let Some(found) = wanted.get_mut(&std::ptr::from_ref(node).addr())
        && found.is_none()
    {
        *found = Some(pointer.clone());
        *left -= 1;
    }
    let length = pointer.len();
    match node {
        Value::Object(members) => {
            for (key, member) in members {
                pointer.push('/');
                if key.contains(['~', '/']) {
                    pointer.push_str(&escape(key));
                } else {
                    pointer.push_str(key);
                }
                walk(member, pointer, wanted, left);
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push('/');
                pointer.push_str(&index.to_string());
                walk(item, pointer, wanted, left);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_wanted_node_gets_its_pointer() {
        let document = json!({"paths": {"/a/{b}": {"get": [1, {"x~": null}]}}});
        let wanted = ["", "/paths/~1a~1{b}/get/1/x~0", "/paths/~1a~1{b}/get/0"];
        let address = |pointer: &&str| std::ptr::from_ref(document.pointer(pointer).unwrap()).addr();
        let found = pointers(&document, wanted.iter().map(|pointer| (address(pointer), None)).collect());
        for pointer in wanted {
            assert_eq!(found[&address(&pointer)], pointer);
        }
    }
}
